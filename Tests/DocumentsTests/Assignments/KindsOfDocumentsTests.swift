import Foundation
import Paper
import Testing
import WorkCalendar

@testable import Documents

/// One invented document of each kind that gives orders, read whole.
@Suite struct KindsOfDocumentsTests {
    private static func read(_ name: String) throws -> OfficialDocument {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: folder.appending(path: "Fixtures/\(name).txt"), encoding: .utf8)
        return try DocumentReader.read(TextReader.read(text), today: #require(Day(year: 2026, month: 3, day: 1)))
    }

    private static func dues(_ document: OfficialDocument) -> [String?] {
        document.assignments.map { $0.deadline.due?.description }
    }

    @Test func aDirectiveNamesAgenciesInHeadingsAndOnTheLine() throws {
        let document = try Self.read("chi-thi")
        #expect(
            document.assignments.map(\.lead.first) == [
                "Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường",
                "Công an tỉnh",
                "Báo và Phát thanh, Truyền hình Lào Cai", "Chủ tịch Ủy ban nhân dân các xã, phường",
                "Chủ tịch Ủy ban nhân dân các xã, phường", "Văn phòng Ủy ban nhân dân tỉnh",
            ])
        #expect(document.assignments[0].coordinate == ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "các địa phương"])
        #expect(document.reporting.map(\.to) == ["Ủy ban nhân dân tỉnh"])
        #expect(document.reporting.map(\.deadline.kind) == [.monthly])
    }

    @Test func aDecisionCarriesThePlanBehindItsSignature() throws {
        let document = try Self.read("quyet-dinh")
        #expect(document.header.type == .decision)
        #expect(document.header.signer?.name == "Trần Văn Minh")
        #expect(
            document.assignments.map(\.lead) == [
                ["Sở Xây dựng"], ["Sở Tài chính"], ["Sở Du lịch"], ["Sở Tài chính"],
                ["Các sở, ban, ngành", "UBND các xã, phường"],
            ])
        #expect(Self.dues(document) == ["2026-09-30", "2028-12-31", "2026-12-15", nil, "2026-05-30"])
        #expect(document.reporting.first?.deadline.kind == .yearly)
        #expect(document.citations.map(\.number) == ["15-NQ/TU", "55/TTr-SDL"])
    }

    @Test func aPartyPlanHasItsOwnLetterheadAndNumbers() throws {
        let document = try Self.read("ke-hoach-dang")
        #expect(document.header.issuer == "Tỉnh ủy Bắc Ninh")
        #expect(document.header.number == "48-KH/TU")
        #expect(
            document.header.title
                == "thực hiện Nghị quyết số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị về hội nhập quốc tế trong tình hình mới"
        )
        #expect(
            document.assignments.map(\.lead.first) == [
                "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Đảng ủy Ủy ban nhân dân tỉnh",
                "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Văn phòng Tỉnh ủy",
            ])
        #expect(
            document.assignments[3].coordinate == [
                "Sở Văn hóa, Thể thao và Du lịch", "Báo và Đài Phát thanh - Truyền hình tỉnh",
            ])
        #expect(document.reporting.map(\.deadline.kind) == [.halfYearly])
    }

    @Test func aNoticeOfConclusionsGivesOrdersInSentences() throws {
        let document = try Self.read("thong-bao")
        #expect(document.header.number == "93/TB-VPUBND")
        #expect(
            document.assignments.map(\.lead) == [
                ["Sở Xây dựng"], ["UBND phường Xuân Hương"], ["UBND phường Lâm Viên"],
                ["Ban Quản lý dự án đầu tư xây dựng số 2"], ["Sở Nông nghiệp và Môi trường"],
            ])
        #expect(
            document.assignments[0].coordinate == ["Sở Tài chính", "UBND phường Xuân Hương", "UBND phường Lâm Viên"])
        #expect(Self.dues(document) == ["2026-05-25", "2026-06-15", "2026-06-30", "2026-07-31", "2026-06-05"])
    }

    @Test func aLetterSetsEachAddresseeItsWork() throws {
        let document = try Self.read("cong-van")
        #expect(document.header.addressees.prefix(2) == ["Sở Công Thương", "Sở Tài chính"])
        #expect(
            document.assignments.map(\.lead) == [
                ["Sở Công Thương"], ["Sở Tài chính"], ["Các sở, ngành, địa phương"],
            ])
        #expect(document.reporting.map(\.deadline.due?.description) == ["2026-04-25"])
    }

    @Test func aShortLetterAsksInItsOnlySentence() throws {
        let document = try Self.read("cong-van-ngan")
        let all = ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường"]
        #expect(document.assignments.map(\.lead) == [all])
        #expect(Self.dues(document) == ["2026-11-25"])
        #expect(document.reporting.map(\.who) == [all])
        #expect(document.reporting.map(\.to) == ["Sở Ngoại vụ"])
    }

    @Test func aTableTornIntoOneCellALineIsRebuilt() throws {
        let document = try Self.read("bang-rach")
        #expect(document.assignments.map(\.group) == ["1 Nhận thức số", "1 Nhận thức số", "2 Hạ tầng số", nil, nil])
        #expect(
            document.assignments.map(\.lead) == [
                ["Phòng Văn hóa - Xã hội"], ["Phòng Văn hóa - Xã hội"], ["Văn phòng HĐND và UBND xã"],
                ["Trung tâm Phục vụ hành chính công xã"], ["Văn phòng HĐND và UBND xã"],
            ])
        #expect(document.assignments[0].coordinate == ["Các thôn, bản"])
        #expect(Self.dues(document) == [nil, "2026-06-30", "2026-09-30", "2026-09-30", "2026-11-30"])
    }
}

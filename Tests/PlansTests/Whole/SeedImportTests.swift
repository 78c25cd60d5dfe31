import Documents
import Foundation
import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

/// The real documents, where they are there.
@Suite(.onEachEngine(Office31.migrations), .enabled(if: SharedMaterial.isThere))
struct SeedImportTests {
    private func imported(_ seed: String) async throws -> (ImportReport, ImportedDocument) {
        let text = try #require(SharedMaterial.text(seed))
        let imported = try await SamplePaper.imported(text, name: "\(seed).txt", isAccepted: true)
        let report = try await TestStore.current.read { try ImportReport(imported, on: Office31.today, $0) }
        return (report, imported)
    }

    @Test func allOfThemImportTogether() async throws {
        try await Office31.found(["31", "01"])
        for seed in ["000", "001", "002", "003", "004"] {
            let (report, _) = try await imported(seed)
            #expect(report.recognition == nil)
        }
        #expect(try await TestStore.current.read { try Journal.verify($0).broken } == nil)
    }

    @Test func thePlanOfHaiPhongStandsForEveryCommune() async throws {
        try await Office31.found()
        let (report, imported) = try await imported("000")
        let all = try await Office31.reviewed(imported.plan)
        #expect(report.document.number == "243/KH-UBND")
        #expect(all.count { $0.assignment.part == .annex } == 14 && all.count { $0.assignment.part == .body } == 25)
        #expect(report.findings.count { $0.rule == "duplicate-assignment" } == 1)
        #expect(report.unresolvedBodies == [])
        let counts = try await TestStore.current.read { db in
            try db.all(
                "SELECT assignment, count(DISTINCT unit) FROM occurrences GROUP BY assignment HAVING count(DISTINCT unit) > 1"
            ) {
                _ = try $0.next(Int.self)
                return try $0.next(Int.self)
            }
        }
        #expect(counts == [114, 114])
        let yearly = try #require(all.first { $0.assignment.part == .annex })
        let dues = try await Office31.occurrences(of: yearly.assignment.id).map(\.due?.description)
        #expect(dues == (2026...2030).map { "\($0)-12-31" })
        let delegations = try #require(all.first { $0.assignment.deliverable?.hasPrefix("Đoàn giao thương") ?? false })
        #expect(delegations.assignment.target == Target(least: 1, most: 2, unit: "đoàn", per: .year))
    }

    @Test func departmentsOfHaNoiThatAreNoMoreLeadToTheirSuccessors() async throws {
        try await Office31.found(["01"])
        let all = try await Office31.reviewed(try await imported("003").1.plan)
        let directory = try await TestStore.current.read { try Organisations.directory($0) }
        let today = Office31.today
        for old in [
            "Sở Kế hoạch và Đầu tư", "Sở Thông tin và Truyền thông", "Sở Lao động - Thương binh và Xã hội",
            "Sở Nông nghiệp và Phát triển nông thôn",
        ] {
            let body = try #require(all.flatMap(\.leads).first { $0.written == old }, "\(old)")
            #expect(body.certainty == .predecessor && !body.units.isEmpty, "\(old)")
            #expect(body.units.allSatisfy { directory.version(of: $0, on: today) != nil })
            #expect(body.reason.key.hasPrefix("match."))
        }
    }

    @Test func aPlanOfAnotherProvinceIsMatchedToNobody() async throws {
        try await Office31.found()
        for seed in ["002", "003"] {
            let all = try await Office31.reviewed(try await imported(seed).1.plan)
            #expect(!all.isEmpty && all.flatMap(\.bodies).allSatisfy { $0.outcome == .unknown }, "\(seed)")
        }
    }

    @Test func aPlanOfACommuneIsItsOwn() async throws {
        try await Office31.found()
        let (report, imported) = try await imported("004")
        #expect(report.document.scope.issuer != nil)
        let all = try await Office31.reviewed(imported.plan)
        #expect(all.flatMap(\.leads).filter { $0.written == "UBND xã Hà Bắc" }.allSatisfy { $0.units.count == 1 })
    }
}

import Paper
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Documents

/// What a careful clerk queries in the figures of a report.
@Suite struct FigureFindingsTests {
    private static let rules: [FindingRule] = [.contradictingFigures, .partsAndTotal, .footnoteDisagrees]

    /// The findings on a report whose paragraphs stand a line each.
    private static func findings(_ blocks: [Block]) throws -> [Finding] {
        var header = DocumentHeader()
        header.type = .report
        header.issuer = "Sở Ngoại vụ"
        header.parentIssuer = "Ủy ban nhân dân tỉnh Hòa Giang"
        header.place = "Hòa Giang"
        header.date = Day(year: 2025, month: 12, day: 5)
        return try findings(header, Transcript(format: .text, blocks: blocks))
    }

    private static func findings(_ header: DocumentHeader, _ transcript: Transcript) throws -> [Finding] {
        let today = try #require(Day(year: 2025, month: 12, day: 20))
        let review = DocumentUnderReview(OfficialDocument(header: header), transcript, today: today)
        return rules.flatMap { $0.findings(in: review) }
    }

    private static func text(_ lines: [String]) -> [Block] {
        lines.enumerated().map { .paragraph(Paragraph($1, at: Place(line: $0 + 1))) }
    }

    private static func footnote(_ label: String, _ text: String, line: Int) -> Block {
        .footnote(Footnote(label: label, paragraphs: [Paragraph(text, at: Place(line: line))]))
    }

    @Test func twoCountsOfNewItemsCannotBringOneTotal() throws {
        let found = try Self.findings(
            Self.text([
                "Trong năm, tỉnh đã ký mới 07 bản ghi nhớ về giáo dục, nâng tổng số bản ghi nhớ còn hiệu lực lên 31.",
                "Công tác hợp tác đạt kết quả tốt.",
                "Đã ký mới 05 bản ghi nhớ, nâng tổng số bản ghi nhớ lên 31, mở rộng hợp tác với các nước.",
            ]))
        #expect(found.map(\.rule) == ["contradicting-figures"])
        #expect(found.first?.message.values["first"] == "7")
        #expect(found.first?.message.values["second"] == "5")
        #expect(found.first?.message.values["total"] == "31")
        #expect(found.first?.at.map(\.line) == [1, 3])
    }

    @Test func theSameWordsWithAnotherValueContradict() throws {
        let found = try Self.findings(
            Self.text([
                "Từ đầu năm 2025, Sở đã tổ chức 29 sự kiện ngoại giao văn hóa trên địa bàn tỉnh.",
                "Đánh giá chung, đã tổ chức 27 sự kiện ngoại giao văn hóa trên địa bàn tỉnh.",
            ]))
        #expect(found.map(\.rule) == ["contradicting-figures"])
        #expect(found.first?.at.map(\.line) == [1, 2])
    }

    @Test(
        "Another period, place, body or kind is another figure",
        arguments: [
            ["Quý I đã tổ chức 5 lớp tập huấn nghiệp vụ.", "Quý II đã tổ chức 7 lớp tập huấn nghiệp vụ."],
            ["Năm 2024 đã đón 40 đoàn khách quốc tế.", "Năm 2025 đã đón 52 đoàn khách quốc tế."],
            [
                "Phòng Lãnh sự đã xử lý 12 vụ việc bảo hộ công dân.",
                "Phòng Hợp tác đã xử lý 3 vụ việc bảo hộ công dân.",
            ],
            ["Huyện Sông Mây trồng 120 cây xanh bóng mát.", "Huyện Núi Đá trồng 95 cây xanh bóng mát."],
            ["Đã đón 52 đoàn khách quốc tế.", "Đã đón 12 đoàn khách quốc tế tham dự Lễ hội."],
            ["Đã cấp phép 20 hội nghị quốc tế.", "Đã cho ý kiến 28 hội nghị quốc tế."],
            ["Đã đón 52 đoàn khách quốc tế.", "Đã đón hơn 50 đoàn khách quốc tế."],
            [
                "Quý I ký mới 3 thỏa thuận, nâng tổng số thỏa thuận lên 40.",
                "Quý II ký mới 2 thỏa thuận, nâng tổng số thỏa thuận lên 42.",
            ],
        ])
    func otherThings(lines: [String]) throws {
        #expect(try Self.findings(Self.text(lines)) == [])
    }

    @Test(
        "Parts that do not add up",
        arguments: [
            ("Đón 98 đoàn, trong đó 4 đoàn cấp cao; 16 đoàn cấp tỉnh; 37 đoàn đại sứ; 40 đoàn doanh nghiệp.", "97"),
            ("Tổng số 45 hồ sơ, gồm 20 hồ sơ trực tuyến, 24 hồ sơ trực tiếp.", "44"),
            ("Kiểm tra 12 cơ sở, bao gồm 7 cơ sở ăn uống và 8 cơ sở lưu trú.", "15"),
            ("Sở có 64 người, trong đó: công chức 38 người, viên chức 20 người, hợp đồng 16 người.", "74"),
            ("Tiếp nhận 96 đơn (khiếu nại 24 đơn, tố cáo 12 đơn, kiến nghị 50 đơn); đã xử lý 90 đơn.", "86"),
            ("Tiến hành 12 cuộc thanh tra (08 cuộc theo kế hoạch, 03 cuộc đột xuất) đối với 45 tổ chức.", "11"),
            ("Xử lý 9 vụ, trong đó có 6 vụ ma túy, 5 vụ buôn lậu.", "11"),
        ])
    func partsThatDoNotAddUp(text: String, sum: String) throws {
        let found = try Self.findings(Self.text([text]))
        #expect(found.map(\.rule) == ["parts-and-total"])
        #expect(found.first?.message.values["sum"] == sum)
        #expect(found.first?.at.first?.line == 1)
    }

    @Test(
        "Parts that add up, or are only some of the whole",
        arguments: [
            "Đón 97 đoàn (512 người), trong đó 4 đoàn cấp cao; 16 đoàn cấp tỉnh; 37 đoàn đại sứ; 40 đoàn doanh nghiệp.",
            "Tổng số 45 hồ sơ, gồm 20 hồ sơ trực tuyến, 25 hồ sơ trực tiếp.",
            "Quản lý 171 đoàn ra (504 người), trong đó có 12 đoàn lãnh đạo tỉnh; quản lý 183 đoàn đi việc riêng.",
            "Toàn tỉnh có 120 dự án, trong đó 12 dự án nông nghiệp, 20 dự án du lịch.",
            "Sở có 64 người, trong đó: công chức 38 người, viên chức 20 người, hợp đồng 06 người.",
            "Tiếp nhận 96 đơn (khiếu nại 24 đơn, tố cáo 12 đơn, kiến nghị 60 đơn); đã xử lý 90 đơn.",
            "Tiến hành 12 cuộc thanh tra (08 cuộc theo kế hoạch, 04 cuộc đột xuất) đối với 45 tổ chức.",
            "Đón 60 đoàn (4 đoàn cấp cao, 3 đoàn báo chí...) đến thăm.",
            "Có 45 cán bộ, trong đó 20 đảng viên.",
            "Đón khoảng 100 đoàn, trong đó 40 đoàn doanh nghiệp; 30 đoàn báo chí; 27 đoàn đại sứ.",
        ])
    func partsThatAddUp(text: String) throws {
        #expect(try Self.findings(Self.text([text])) == [])
    }

    @Test func aFootnoteMayNotListThePartsOtherwise() throws {
        var body = Paragraph(
            "Tỉnh đón 60 đoàn, trong đó 4 đoàn cấp cao từ các nước; 37 đoàn đại sứ tại Việt Nam; 19 đoàn hiệp hội doanh nghiệp.",
            at: Place(page: 2, line: 10))
        body.notes = [NoteMark(offset: 10, label: "2")]
        let found = try Self.findings([
            .paragraph(body),
            Self.footnote("1", "Ban hành kèm theo Quyết định của Ủy ban nhân dân tỉnh.", line: 30),
            Self.footnote(
                "2",
                "Trong đó có 4 đoàn cấp cao từ các nước châu Âu; 22 đoàn đại sứ tại Hà Nội; 13 đoàn hiệp hội doanh nghiệp Nhật Bản.",
                line: 31),
        ])
        #expect(found.map(\.rule) == ["footnote-disagrees"])
        #expect(found.first?.message.values["pairs"] == "37 – 22; 19 – 13")
        #expect(found.first?.message.values["sum"] == "39")
        #expect(found.first?.at.map(\.line) == [10, 31])
    }

    @Test func aFootnoteMayListThePartsAgainOrOtherThings() throws {
        var body = Paragraph(
            "Tỉnh đón 41 đoàn, gồm 4 đoàn cấp cao từ các nước; 37 đoàn đại sứ tại Việt Nam.", at: Place(line: 10))
        body.notes = [NoteMark(offset: 10, label: "2")]
        let same = Self.footnote("2", "Gồm 4 đoàn cấp cao từ châu Âu; 37 đoàn đại sứ tại Hà Nội.", line: 31)
        let other = Self.footnote("2", "Có 5 đoàn nghệ thuật; 3 đoàn thể thao của các nước.", line: 31)
        #expect(try Self.findings([.paragraph(body), same]) == [])
        #expect(try Self.findings([.paragraph(body), other]) == [])
    }

    @Test(.enabled(if: SharedMaterial.isThere)) func aRealReportContradictsItself() throws {
        let transcript = TextReader.read(try #require(SharedMaterial.text("001")))
        var header = DocumentHeader()
        header.type = .report
        header.date = Day(year: 2025, month: 12, day: 2)
        let found = try Self.findings(header, transcript)
        #expect(found.map(\.rule) == ["contradicting-figures", "footnote-disagrees"])
        #expect(found.first?.at.map(\.line) == [292, 615])
        let footnote = try #require(found.last)
        #expect(footnote.message.values["pairs"]?.contains("37 – 22") == true)
        #expect(footnote.message.values["sum"] == "154")
        #expect(footnote.at.contains { $0.line == 112 } && footnote.at.contains { $0.line == 142 })
    }
}

import Documents
import Foundation
import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

/// What a reader of the plans would list. Two invented plans of Hải Phòng (Fixtures) come through the whole way: read,
/// imported, accepted, followed. The golden file was written by hand from their two annexes, row by row, for
/// 01/12/2026:
///
/// - 907/KH-UBND: the leaflet was due 30/11 and is late. The cookery class comes every year of 2026 to 2027: that of
///   2026 is due 31/12, that of 2027 is neither near nor of the year. The article (Quý IV, so by 31/12) was completed
///   on 10/11, in time. The stand in Kobe (Quý III, so by 30/9) was completed on 05/10, late. The survey has no unit
///   anybody could name: it stands under the words of the document.
/// - 933/KH-UBND: the training is due 20/12. The signs are due 15/01/2027: later than 30 days, and not of the year. The
///   directory of interpreters names Sở Kế hoạch và Đầu tư, which went into Sở Tài chính on 01/3/2025.
@Suite(.onEachEngine(Cast.migrations))
struct DueTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    private static func fixture(_ name: String) throws -> String {
        try String(contentsOf: fixtures.appending(path: name), encoding: .utf8)
    }

    /// Both plans, with what was done until 21/11/2026.
    private func follow() async throws {
        try await Office31.found()
        for name in ["mon-an.txt", "don-khach.txt"] {
            let imported = try await SamplePaper.imported(try Self.fixture(name), name: name, isAccepted: true)
            #expect(imported.plan != nil)
        }
        let done = [("Viết bài về chợ cá", "2026-11-10"), ("Dựng gian trưng bày", "2026-10-05")]
        for (text, day) in done {
            let day = try Cast.day(day)
            try await TestStore.current.write { db in
                let occurrence = try db.value(
                    """
                    SELECT o.id FROM occurrences AS o JOIN assignments AS a ON a.id = o.assignment
                    WHERE a.text LIKE \(text + "%")
                    """, Int.self)
                let page = try #require(WebAddress("https://haiphong.gov.vn/san-pham"))
                let product = Evidence(.link(page), title: "Sản phẩm", isDeliverable: true)
                try Following.complete(
                    try #require(occurrence), on: day, with: Progress(day: day, text: "Xong", evidence: [product]),
                    by: Office31.act, db)
            }
        }
    }

    private func ask(
        _ day: String = "2026-12-01", unit: String? = nil, within days: Int = 30
    ) async throws -> DueAnswer {
        let question = DueQuestion(day: try Cast.day(day), within: days, unit: unit)
        return try await TestStore.current.read { db in
            try DueAnswer(question, within: .everything, try Organisations.directory(db), db)
        }
    }

    private func lines(_ answer: DueAnswer) -> [String] {
        answer.lines.map {
            "\($0.item.due?.description ?? "-") \($0.unit ?? "-") \($0.item.role): \($0.item.text.prefix(14))"
        }
    }

    @Test func listsWhatAReaderOfThePlansWouldList() async throws {
        try await follow()
        let json = String(decoding: try await ask().json, as: UTF8.self)
        // The keys of occurrences are the database's own.
        let told = json.split(separator: "\n").filter { !$0.contains("\"occurrence\"") }.joined(separator: "\n")
        #expect(told + "\n" == (try Self.fixture("due-2026-12-01.json")))
        #expect(try await TestStore.current.read { try Following.verify($0) } == [])
    }

    @Test func ofAUnitAlsoWhatItTakesPartIn() async throws {
        try await follow()
        let answer = try await ask(unit: "so cong thuong", within: 60)
        #expect(
            lines(answer) == [
                "2026-11-30 Sở Công Thương lead: In tờ gấp giới",
                "2027-01-15 Sở Công Thương coordinate: Thay biển chỉ ",
            ])
        // Counted is what it leads: the leaflet that is late, and the stand.
        #expect(answer.counts == StateCounts([.openLate: 1, .doneLate: 1]))
    }

    @Test func ofACommuneAlsoWhatAllCommunesTakePartIn() async throws {
        try await follow()
        let commune = try await TestStore.current.read { db in
            let directory = try Organisations.directory(db)
            let province = try #require(directory.provinces(on: Office31.today).first)
            return try #require(
                directory.descendants(of: province.organisation, on: Office31.today).first { $0.level == .commune }
            ).name
        }
        #expect(lines(try await ask(unit: commune)) == ["2026-12-20 \(commune) coordinate: Tập huấn cán b"])
    }

    @Test func ofAFormerUnitWhatItsSuccessorOwes() async throws {
        try await follow()
        let answer = try await ask(unit: "Sở Kế hoạch và Đầu tư")
        #expect(lines(answer) == ["2026-12-31 Sở Tài chính lead: Lập danh bạ ph"])
        #expect(answer.reason?.key.hasPrefix("match.predecessor") ?? false)
    }

    @Test func aNameThatNobodyHasIsRefusedWithTheNearest() async throws {
        try await Office31.found()
        let refusal = await #expect(throws: Refusal.self) { _ = try await ask(unit: "Sở Công Thươg") }
        #expect(refusal?.message.key == "unit.unknown-near")
        #expect(refusal?.message.values["units"]?.contains("Sở Công Thương") ?? false)
    }

    @Test func aNameThatTwoProvincesHaveIsRefused() async throws {
        try await Office31.found(["31", "22"])
        let refusal = await #expect(throws: Refusal.self) { _ = try await ask(unit: "Sở Công Thương") }
        #expect(refusal?.message.key == "unit.ambiguous")
        #expect(try await ask(unit: "Sở Công Thương Hải Phòng").units == ["Sở Công Thương"])
    }

    @Test func thePageShowsWhatIsLateFirstAndSaysWhereThereIsNothing() async throws {
        try await follow()
        let texts = try PlanTexts.catalogue(.vi)
        func page(_ answer: DueAnswer) -> String {
            answer.page(words: { texts.text($0) }, width: 140, isColourful: false)
        }
        let all = page(try await ask())
        #expect(all.hasPrefix("Việc đến hạn, tính đến ngày 01/12/2026\n"))
        #expect(all.contains("chưa hoàn thành 4 trong hạn, 1 quá hạn; hoàn thành 1 đúng hạn, 1 quá hạn."))
        let (late, coming) = (all.range(of: "Quá hạn (1)"), all.range(of: "Đến hạn từ nay đến 31/12/2026 (4)"))
        #expect(try #require(late).lowerBound < #require(coming).lowerBound)
        let nothing = page(try await ask("2026-10-01", unit: "Sở Nội vụ", within: 7))
        #expect(nothing.contains("Không có việc nào quá hạn hay đến hạn từ nay đến 08/10/2026."))
    }

    @Test(.enabled(if: SharedMaterial.isThere))
    func ofTheRealPlanTheRowsOfItsAnnex() async throws {
        try await Office31.found()
        let text = try #require(SharedMaterial.text("000"))
        _ = try await SamplePaper.imported(text, name: "000.txt", isAccepted: true)
        let answer = try await ask()
        #expect(answer.lines.count == 14)
        #expect(
            answer.lines.allSatisfy { $0.item.due?.description == "2026-12-31" && $0.item.document == "243/KH-UBND" })
        let leads = Dictionary(grouping: answer.lines, by: \.unit).mapValues(\.count)
        #expect(
            leads == [
                "Sở Công Thương": 8, "Sở Ngoại vụ": 3, "Sở Khoa học và Công nghệ": 2,
                "Sở Văn hóa, Thể thao và Du lịch": 1,
            ])
    }
}

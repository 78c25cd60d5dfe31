import Storage
import TestSupport
import Testing

@Suite(.onEachEngine(Search.migrations))
struct SearchTests {
    private let plan = SearchEntry(
        kind: "document", subject: 1, title: "Kế hoạch của Sở Ngoại vụ",
        body: "Quảng bá thương hiệu hàng hóa chủ đạo của địa phương tới cộng đồng kiều bào.")
    private let letter = SearchEntry(
        kind: "document", subject: 2, title: "Công văn đôn đốc", body: "Đề nghị các đơn vị gửi báo cáo về Sở Ngoại vụ.")

    private func found(_ text: String) async throws -> [Int] {
        try await TestStore.current.read { db in try Search.find(text, db).map(\.subject) }
    }

    @Test(arguments: ["hang hoa chu dao", "hàng hoá", "DIA PHUONG", "\"dia phuong toi cong dong\"", "kieu ba"])
    func findsWithoutAccentsInEitherToneStyleAndUnfinished(_ typed: String) async throws {
        try await TestStore.current.write { [plan, letter] db in
            try Search.put(plan, db)
            try Search.put(letter, db)
        }
        #expect(try await found(typed) == [1])
    }

    @Test func ranksTheTitleAboveTheBody() async throws {
        try await TestStore.current.write { [plan, letter] db in
            try Search.put(letter, db)
            try Search.put(plan, db)
        }
        #expect(try await found("so ngoai vu") == [1, 2])
    }

    @Test func forgetsATextThatWasReplacedOrRemoved() async throws {
        try await TestStore.current.write { [plan, letter] db in
            try Search.put(plan, db)
            try Search.put(letter, db)
            try Search.put(SearchEntry(kind: "document", subject: 1, title: "Kế hoạch", body: "Giao thương"), db)
            try Search.remove(kind: "document", subject: 2, db)
        }
        #expect(try await found("hang hoa") == [])
        #expect(try await found("don doc") == [])
        #expect(try await found("giao thuong") == [1])
    }

    @Test(arguments: ["", "  ", "\"", "* - ( \" :", "a\" OR \"b", "NEAR(x y)"])
    func takesAnythingThatIsTyped(_ typed: String) async throws {
        #expect(try await found(typed) == [])
    }

    @Test func marksTheWordsInTheOriginalText() {
        let runs = Excerpt.runs(of: "Gửi về Sở Ngoại vụ trước ngày 30/11.", for: SearchWords("ngoai v"))
        #expect(runs.filter(\.isHit).map(\.text) == ["về", "Ngoại", "vụ"])
        #expect(runs.map(\.text).joined() == "Gửi về Sở Ngoại vụ trước ngày 30/11.")
    }
}

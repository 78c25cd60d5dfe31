import Foundation
import Markup
import Paper
import Testing
import Wording
import WorkCalendar

@testable import Web

struct ListingTests {
    private struct Visit: Sendable {
        var name: String
        var people: Int?
        var day: Day?
        var state: String
        var hosts: [String] = []
    }

    private let listing = Listing<Visit>(
        "visits", title: "visits.title",
        filters: [
            ListingFilter("q", "visits.words"), ListingFilter("trang-thai", "visits.state", .whole, isRepeated: true),
        ],
        columns: [
            .text("name", "visits.name", width: 30) { $0.name },
            .whole("people", "visits.people", inFiles: false) { $0.people },
            .day("day", "visits.day") { $0.day },
            .choice("state", "visits.state", ListingChoices(["planned", "done"], words: "visits.state.")) { $0.state },
            .texts("hosts", "visits.hosts") { $0.hosts },
        ])

    private let words: Words

    init() throws {
        let texts = """
            visits.title: "Đoàn vào"
            visits.name: "Tên đoàn"
            visits.people: "Số người"
            visits.day: "Ngày"
            visits.state: "Trạng thái"
            visits.state.planned: "dự kiến"
            visits.state.done: "đã đón"
            visits.hosts: "Đơn vị đón"
            visits.words: "Từ cần tìm"
            """
        words = Words(
            .vi, Catalogue(joining: [try WebTexts.catalogue(.vi), try Catalogue(yaml: Array(texts.utf8))]))
    }

    private func visits(_ count: Int) throws -> [Visit] {
        let day = try #require(Day(iso: "2026-07-02"))
        return (0..<count).map { number in
            Visit(
                name: "Đoàn \(number + 1)", people: number, day: number == 0 ? nil : day, state: "planned",
                hosts: number == 1 ? ["Sở Ngoại vụ", "Sở Công Thương"] : [])
        }
    }

    /// Writes the file and reads it as another program would.
    private func written<T>(
        _ format: ListingFormat, _ rows: [Visit], limit: Int = 100, _ read: (String, ListingExtent) async throws -> T
    ) async throws -> T {
        let path = "/tmp/nhipcau-\(UUID().uuidString).\(format.rawValue)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let extent = try listing.write(
            format, to: path, titles: ["Đoàn vào", "Lúc 21/11/2026"], words: words, limit: limit, portion: 2,
            rows: ListingRows(portions: { Array(rows.dropFirst($0.offset).prefix($0.limit)) }))
        return try await read(path, extent)
    }

    @Test func aWorkbookSaysWhatTheListSays() async throws {
        try await written(.xlsx, try visits(3)) { path, extent in
            #expect(extent == ListingExtent(rows: 3, isCut: false))
            let read = try await Transcriber.transcribe(path: path)
            let rows = read.blocks.compactMap { block in
                if case .table(let table) = block { table.rows.map { $0.cells.map(\.text) } } else { nil }
            }
            #expect(
                rows == [
                    [
                        ["Tên đoàn", "Ngày", "Trạng thái", "Đơn vị đón"], ["Đoàn 1", "dự kiến"],
                        ["Đoàn 2", "02/07/2026", "dự kiến", "Sở Ngoại vụ\nSở Công Thương"],
                        ["Đoàn 3", "02/07/2026", "dự kiến"],
                    ]
                ])
        }
    }

    @Test(arguments: ListingFormat.allCases) func aFileThatIsNotTheWholeListSaysSo(format: ListingFormat) async throws {
        let rows = try visits(5)
        for (limit, isCut) in [(4, true), (5, false)] {
            try await written(format, rows, limit: limit) { path, extent in
                #expect(extent == ListingExtent(rows: limit, isCut: isCut))
                let text =
                    switch format {
                    case .csv: try String(contentsOf: URL(filePath: path), encoding: .utf8)
                    case .xlsx: "\(try await Transcriber.transcribe(path: path).lines)"
                    }
                #expect(text.contains("dài hơn 4 dòng") == isCut)
                #expect(text.contains("Đoàn 5") == !isCut)
            }
        }
    }

    @Test func jsonHasEveryColumnUnderItsKey() throws {
        var json = JSONWriter(indentation: 0)
        let rows = try visits(2)
        json.object { json in json.array("items") { json in for row in rows { listing.write(row, to: &json) } } }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {"items":[{"name":"Đoàn 1","people":0,"day":null,"state":"planned","hosts":[]},\
                {"name":"Đoàn 2","people":1,"day":"2026-07-02","state":"planned","hosts":["Sở Ngoại vụ","Sở Công Thương"]}]}
                """)
    }

    @Test func theDescriptionIsMadeOfTheListItself() throws {
        let json = APIDescription([listing.outline]).json(address: "https://a.vn", words: words)
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        #expect(root["openapi"] as? String == "3.1.0")
        let schemas = (root["components"] as? [String: Any])?["schemas"] as? [String: Any]
        let row = schemas?["VisitsRow"] as? [String: Any]
        #expect(row?["required"] as? [String] == ["name", "people", "day", "state", "hosts"])
        let properties = row?["properties"] as? [String: [String: Any]]
        #expect(properties?["day"]?["type"] as? [String] == ["string", "null"])
        #expect(properties?["day"]?["format"] as? String == "date")
        let states = properties?["state"]?["enum"] as? [Any]
        #expect(states?.map { $0 as? String } == ["planned", "done", nil])
        #expect(properties?["name"]?["description"] as? String == "Tên đoàn")
        let get = ((root["paths"] as? [String: Any])?["/api/visits"] as? [String: Any])?["get"] as? [String: Any]
        let parameters = get?["parameters"] as? [[String: Any]]
        #expect(parameters?.map { $0["name"] as? String } == ["q", "trang-thai", "trang", "limit"])
    }
}

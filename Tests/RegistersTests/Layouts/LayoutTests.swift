import Office
import Storage
import TestSupport
import Testing
import Web
import Wording

@testable import Registers

@Suite("The tables of office forms", .onEachEngine(Examples.migrations))
struct LayoutTests {
    private static let form = DefinitionFile(
        "layouts/visits-of-a-year.yaml",
        """
        layout: visits-of-a-year
        names: {vi: Bảng đoàn vào, en: Table of delegations}
        register: visits
        title: Bảng đoàn vào năm {year}
        window: arrival
        numbering: after-first
        groups: {by: level, rows: [high, local], empty: (Không có)}
        columns:
          - {heading: TT, cell: number}
          - heading: Đoàn
            columns:
              - {heading: Tên, cell: "{name}"}
              - {heading: Số người, cell: "{people}"}
          - {heading: Thời gian, cell: "{arrival} - {departure}"}
        """)

    private func layout() throws -> (Layout, Definitions) {
        let definitions = try Definitions(Examples.files + [Self.form])
        return (try #require(definitions.layouts(of: "visits").first), definitions)
    }

    @Test func `Headings go over their columns and down to the last row`() throws {
        let (layout, _) = try layout()
        #expect(layout.head.count == 2)
        #expect(layout.head[0].map(\.text) == ["TT", "Đoàn", "Thời gian"])
        #expect(layout.head[0].map(\.rows) == [2, 1, 2] && layout.head[0].map(\.columns) == [1, 2, 1])
        #expect(layout.head[1].map(\.column) == [1, 2])
        #expect(layout.numbers == ["", "1", "2", "3"])
    }

    @Test func `Records stand below their group, and each cell is read as it was written`() async throws {
        let (layout, definitions) = try layout()
        let visits = try #require(definitions["visits"])
        let records = try await TestStore.current.write { db in
            let book = try Examples.open(db)
            for (name, people, departure) in [("Đoàn A", 1204, "2026-07-05"), ("Đoàn B", 3, nil)] {
                var draft = RecordDraft([
                    "name": .text(name), "level": .key("local"), "people": .number(people),
                    "arrival": FieldValue(plain: "2026-07-02", of: visits["arrival"] ?? visits.fields[0]),
                ])
                if let departure, let field = visits["departure"] {
                    draft.values["departure"] = FieldValue(plain: departure, of: field)
                }
                _ = try book.create(
                    draft, unit: OrganisationID(rawValue: 1), within: .everything, by: Examples.act, db)
            }
            var list = RecordList()
            (list.order, list.isDescending) = (.field("name"), false)
            return try book.list(list, within: .everything, db).records
        }
        let writing = ValueWriting(
            words: Words(.vi, try RegisterTexts.catalogue(.vi)), directory: Directory(versions: []),
            day: Examples.act.day,
            countries: CountryNames(try Countries.shipped()))
        let table = LayoutTable(layout, records, of: visits, writing)
        #expect(
            table.rows == [
                .group("Cấp cao (Không có)"), .group("Địa phương"),
                .record(records[0], ["1", "Đoàn A", "1.204", "02/7/2026 - 05/7/2026"]),
                .record(records[1], ["2", "Đoàn B", "3", "02/7/2026"]),
            ])
        let times = try #require(layout.leaves.last)
        #expect(times.texts("02/7/2026 - 05/7/2026") == ["arrival": "02/7/2026", "departure": "05/7/2026"])
    }

    @Test func `The plan of outbound delegations has its eleven columns, three groups and a note for each column`()
        throws
    {
        let definitions = try Definitions.shipped()
        let plan = try #require(definitions.layouts(of: "delegations-out").first)
        #expect(plan.leaves.count == 11 && plan.head.count == 1)
        #expect(plan.numbers?.prefix(3) == ["", "1", "2"] && plan.numbers?.last == "10")
        #expect(plan.groups?.rows.count == 3)
        let notes = plan.notes(try #require(definitions["delegations-out"]))
        #expect(notes.count == 8 && notes[0].hasPrefix("1- Tên đoàn: "))
    }

    @Test(arguments: [
        ("register: visits", "register: visit", "unknown-register", "visits"),
        ("window: arrival", "window: people", "field-kind", "people"),
        ("rows: [high, local]", "rows: [hihg, local]", "no-value", "high"),
        ("{people}", "{peple}", "unknown-field", "people"),
        ("{arrival} - {departure}", "{arrival}{departure}", "cell", "{arrival}"),
        ("cell: number", "width: 3", "cell-or-columns", "columns"),
        ("{people}", "{name}", "twice", "name"),
        ("{people}", "{leader}", "private-shown", "leader"),
    ]) func `A fault of a form is one line that says where it is and what helps`(
        old: String, new: String, key: String, says: String
    ) throws {
        let file = DefinitionFile(Self.form.path, Self.form.text.replacing(old, with: new, maxReplacements: 1))
        let faults = try #require(throws: FaultyDefinitions.self) { try Definitions(Examples.files + [file]) }.faults
        let fault = try #require(faults.first { $0.message.key == "definition.\(key)" }, "\(faults)")
        let text = fault.text(try RegisterTexts.catalogue(.vi))
        #expect(text.hasPrefix("layouts/visits-of-a-year.yaml:") && text.contains(says))
    }
}

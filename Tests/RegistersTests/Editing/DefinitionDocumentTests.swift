import Office
import Testing

@testable import Registers

@Suite("The text of a definition while it is edited")
struct DefinitionDocumentTests {
    private func document(_ text: String = Examples.visits.1) throws -> DefinitionDocument {
        try #require(DefinitionDocument(text))
    }

    @Test func `All registers of the product are written anew and mean the same`() throws {
        let files = try Definitions.shippedFiles.map { file in
            let read = try #require(DefinitionDocument(file.text))
            let written = DefinitionDocument(new: read.tree).text
            let again = try #require(DefinitionDocument(written), "\(file.path)")
            #expect(again.tree == read.tree, "\(file.path)")
            #expect(read.text == file.text, "\(file.path)")
            return DefinitionFile(file.path, written)
        }
        #expect(try Definitions(files).all.count == 39)
    }

    @Test func `What is not touched keeps its lines, comments and all`() throws {
        let text = """
            # Đoàn vào của tỉnh
            register: visits
            names: {vi: Đoàn vào, en: Visits}   # office name
            fields:
              # its name
              - {key: name, kind: text,
                 names: {vi: Tên, en: Name}}
              - key: people
                kind: whole     # without the driver
                names: {vi: Số người, en: People}
            """ + "\n"
        var edited = try document(text)
        #expect(edited.text == text)
        edited.move(1, by: -1, in: .fields)
        #expect(edited.text.contains("  # its name\n  - {key: name, kind: text,\n     names: {vi: Tên, en: Name}}"))
        #expect(edited.text.contains("kind: whole     # without the driver"))
        edited.move(1, by: -1, in: .fields)
        #expect(edited.text == text)
        edited.put(
            .mapping([.init(key: "key", value: .text("note")), .init(key: "kind", value: .text("text"))]), at: nil,
            in: .fields)
        #expect(edited.text == text + "  - {key: note, kind: text}\n")
        edited["about"] = DefinitionTree(Names(vi: "Ghi: \"đoàn\"", en: "a\nb"))
        #expect(edited.text.contains("\nabout: {vi: \"Ghi: \\\"đoàn\\\"\", en: \"a\\nb\"}\nfields:"))
        #expect(try document(edited.text).tree == edited.tree)
    }

    @Test func `A field that is hidden leaves columns and facets, and what cannot do without it goes too`() throws {
        let definitions = try Definitions(Examples.files)
        var edited = try document()
        func check(_ text: String) -> [DefinitionFault] {
            definitions.reading(DefinitionFile("visits.yaml", text), sharing: Examples.files).faults
        }
        func index(_ key: String) throws -> Int {
            try #require(edited[.fields].firstIndex { $0["key"]?.text == key })
        }
        try edited.hide(index("people"), in: .fields, check: check)
        #expect(edited["columns"]?.texts == ["name", "level", "countries", "arrival"])
        // A share of a figure that is gone goes with it.
        #expect(edited["figures"]?.items.compactMap { $0["name"]?.text } == ["visits.count", "visits.paid"])
        try edited.hide(index("departure"), in: .fields, check: check)
        #expect(edited["behaviours"]?["clocks"] == nil && edited["behaviours"]?["money"] != nil)
        try edited.hide(index("result"), in: .fields, check: check)
        #expect(edited[.moves].first?["requires"] == nil)
        #expect(check(edited.text).isEmpty)
        let name = try index("name")
        #expect(throws: Refusal.self) { try edited.hide(name, in: .fields, check: check) }
        // A state that a figure counts cannot go.
        #expect(throws: FaultyDefinitions.self) { try edited.hide(1, in: .states, check: check) }
    }

    @Test func `Keys come from Vietnamese names, and never twice`() {
        #expect(ProposedKey.key(for: "Số người tham dự", taken: []) == "so-nguoi-tham-du")
        #expect(ProposedKey.key(for: "Số người tham dự", taken: ["so-nguoi-tham-du"]) == "so-nguoi-tham-du-2")
        #expect(ProposedKey.key(for: "Đơn vị (xã/phường)", taken: []) == "don-vi-xa-phuong")
        #expect(ProposedKey.key(for: "2026?", taken: []) == "muc-2026")
        #expect(ProposedKey.key(for: "??", taken: []) == "muc")
    }
}

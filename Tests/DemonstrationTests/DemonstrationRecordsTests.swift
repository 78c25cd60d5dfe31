import Foundation
import Registers
import TestSupport
import Testing
import WorkCalendar

@testable import Demonstration

@Suite("The invented records")
struct DemonstrationRecordsTests {
    private let definitions: Definitions
    private let records: [DemonstrationRecord]

    init() throws {
        definitions = try Definitions.shipped()
        records = try DemonstrationRecords().records
    }

    @Test func `They are the same on every run`() throws {
        #expect(try DemonstrationRecords().records == records)
    }

    @Test func `Every register has some, and they say only what it asks for`() throws {
        for definition in definitions.all {
            let own = records.filter { $0.register == definition.key.text }
            #expect(!own.isEmpty, "\(definition.key)")
            for record in own {
                check(record.fields, definition.fields, "\(record)")
                for (key, rows) in record.lines {
                    let lines = try #require(definition.lines.first { $0.key.text == key })
                    for row in rows { check(row, lines.fields, "\(record)") }
                }
                #expect(definition.state(after: record.moves) != nil, "\(record)")
                let needed = definition.moves.filter { record.moves.contains($0.key.text) }.flatMap(\.requires)
                #expect(needed.allSatisfy { record.fields[$0.text] != nil }, "\(record)")
            }
        }
    }

    private func check(_ texts: [String: String], _ fields: [FieldDefinition], _ record: String) {
        #expect(fields.values(of: texts).count == texts.count, "\(record)")
        for field in fields where field.isRequired && field.standard == nil {
            #expect(texts[field.key.text] != nil, "\(field.key) of \(record)")
        }
    }

    @Test func `They refer to records that were written before them`() {
        var counts: [String: Int] = [:]
        for record in records {
            for field in definitions.all.first(where: { $0.key.text == record.register })?.fields ?? [] {
                guard let register = field.register?.text, let text = record.fields[field.key.text] else { continue }
                let number = Int(text.dropFirst()) ?? 0
                #expect(number >= 1 && number <= counts[register] ?? 0, "\(record)")
            }
            counts[record.register, default: 0] += 1
        }
    }

    @Test(.enabled(if: SharedMaterial.isThere))
    func `Of 2025 they make up the figures that were promised`() throws {
        let data = try Data(contentsOf: SharedMaterial.folder.appending(path: "contracts/figures-2025.json"))
        let tally = Tally(definitions: definitions, records: records)
        let year = Window(Demonstration.day(2025, 1, 1), Demonstration.day(2025, 12, 31))
        for (name, value) in try JSONDecoder().decode([String: Int].self, from: data) {
            #expect(tally.value(name, year) == value, "\(name)")
        }
    }
}

import Office
import Testing
import Wording

@testable import Registers

@Suite("A register as data")
struct DefinitionTests {
    private func visits() throws -> Definition { try #require(Definitions(Examples.files)["visits"]) }

    @Test func `A definition says what records hold, how they go on and what is counted`() throws {
        let visits = try visits()
        #expect(visits.names[.vi] == "Đoàn vào")
        #expect(visits.fields.count == 14)
        #expect(visits["people"]?.bounds == FieldDefinition.Bounds(least: 1, most: 10_000))
        #expect(visits["level"]?.choices.map(\.key.text) == ["high", "local"])
        #expect(visits["level"]?.standard == .value(.key("local")))
        #expect(visits.states.map(\.key.text) == ["expected", "received"])
        #expect(visits.moves.first?.isOpen(to: .officer) == true)
        #expect(visits.moves.first?.isOpen(to: .leader) == false)
        #expect(visits.figures[0].filter.criteria == [.init(subject: .state, test: .any([.key("received")]))])
        #expect(visits.figures[0].window == .dated("arrival"))
        #expect(visits.figures[2].window == .dated("paid"))
        #expect(visits.figures[2].filter.criteria.last?.subject == .line("amount"))
    }

    @Test func `Behaviours are switched on by name`() throws {
        let visits = try visits()
        #expect(visits.behaviour(Clocks.self)?.clocks.first?.days == 15)
        #expect(visits.behaviour(MoneyFlow.self)?.disbursements == "payments")
        #expect(visits.behaviour(Confidential.self) == nil)
    }

    @Test func `A register without states has one`() throws {
        #expect(try Definitions(Examples.files)["partners"]?.states.map(\.key.text) == ["recorded"])
    }

    /// A change of the example, and the fault that it makes.
    struct Change: Sendable {
        let old: String
        let new: String
        let fault: String
        /// What the sentence must say: mostly what was probably meant.
        let says: String
        /// What stands in the line that is told, where that is not the changed one.
        var at: String?

        init(_ old: String, _ new: String, _ fault: String, _ says: String = "", at: String? = nil) {
            (self.old, self.new, self.fault, self.says, self.at) = (old, new, fault, says, at)
        }
    }

    static let changes = [
        Change("group: visits", "gruop: visits", "unknown-key", "gruop"),
        Change("group: visits", "group: vists", "no-value", "visits"),
        Change("title: name", "title: nmae", "unknown-field", "name"),
        Change("title: name", "title: name\ntitle: level", "duplicate-key", "title"),
        Change("day: arrival", "day: level", "field-kind", "level"),
        Change("facets: [level", "facets: [leader, level", "private-shown", "leader"),
        Change("kind: long-text", "kind: longtext", "no-value", "long-text"),
        Change("names: {vi: Tên đoàn, en: Name}", "names: {vi: Tên đoàn}", "missing", "en"),
        Change("choices: lists/levels", "choices: lists/level", "unknown-list", "lists/levels"),
        Change("default: local", "default: province", "default", "province"),
        Change("min: 1", "min: 20000", "bounds", at: "max: 10000"),
        Change("min: 1", "longest: 3", "option", "longest"),
        Change("key: host, ", "key: state, ", "column", "state"),
        Change("key: host, ", "key: Host, ", "key", "Host"),
        Change("register: partners", "register: partner", "unknown-register", "partners"),
        Change("\\d+/[A-Z-]+", "(\\d+", "pattern"),
        Change("key: telephone,", "key: level,", "twice", "level", at: "{key: level, kind: telephone"),
        Change("from: [expected]", "from: [expect]", "unknown-state", "expected"),
        Change("to: received", "to: expected", "unreachable", "received", at: "{key: received"),
        Change("by: [coordinator,", "by: [boss,", "no-value", "boss"),
        Change("requires: [result]", "requires: [results]", "unknown-field", "result"),
        Change("retention: {years: 10", "retention: {years: ten", "retention", "ten"),
        Change("from: departure", "from: people", "field-kind", "people"),
        Change("  money: {", "  monney: {", "unknown-key", "money"),
        Change("disbursements: payments", "disbursements: payment", "unknown-lines", "payments"),
        Change("name: visits.count", "name: vists.count", "figure-name", "visits"),
        Change("where: {state: received}", "where: {state: done}", "unknown-state", "received"),
        Change("measure: {sum: people}", "measure: {sum: level}", "field-kind", "whole"),
        Change("measure: {sum: people}", "measure: median", "measure", "median"),
        Change("currency: USD", "currency: dollar", "currency", "dollar"),
        Change("where: {level: high, people", "where: {level: highest, people", "no-value", "high"),
        Change("visits.count]}", "visits.counts]}", "unknown-figure", "visits.count"),
        Change("register: visits", "register: visitors", "file-name", "visits.yaml"),
    ]

    @Test(arguments: changes)
    func `A fault is one line that says where it is and what helps`(change: Change) throws {
        #expect(Examples.visits.1.contains(change.old))
        let text = Examples.visits.1.replacing(change.old, with: change.new, maxReplacements: 1)
        var files = Examples.files
        files[0] = DefinitionFile("visits.yaml", text)
        let faults = try #require(throws: FaultyDefinitions.self) { try Definitions(files) }.faults
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.firstIndex { $0.contains(change.at ?? String(change.new.prefix { $0 != "\n" })) }.map {
            $0 + 1
        }
        let fault = try #require(
            faults.first { $0.line == line && $0.message.key == "definition.\(change.fault)" },
            "line \(line ?? 0): \(faults)")
        for language in Catalogue.Language.allCases {
            let text = fault.text(try RegisterTexts.catalogue(language))
            #expect(text.hasPrefix("visits.yaml:") && !text.contains("definition.") && !text.contains("{key}"))
            #expect(change.says.isEmpty || text.contains(change.says))
        }
    }

    @Test func `What is no YAML is told with its line`() throws {
        let error = try #require(throws: FaultyDefinitions.self) {
            try Definitions([DefinitionFile("visits.yaml", "register: visits\nnames: {vi: Đoàn vào")])
        }
        #expect(error.faults.map(\.message.key) == ["definition.yaml"])
        #expect(error.faults.first?.line ?? 0 >= 2)
    }

    @Test func `All faults of all files are told at once`() throws {
        let text = Examples.partners.1.replacing("facets: [country]", with: "facets: [since]")
            .replacing("group: agreements", with: "group: agreement")
        let error = try #require(throws: FaultyDefinitions.self) {
            try Definitions([DefinitionFile("partners.yaml", text)])
        }
        #expect(error.faults.map(\.line) == [5, 8])
    }
}

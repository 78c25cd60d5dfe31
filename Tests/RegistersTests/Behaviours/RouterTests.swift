import Office
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@testable import Registers

@Suite("Who permits a conference", .onEachEngine(Examples.migrations))
struct RouterTests {
    /// A conference, and who permits it by which rule.
    struct Case: Sendable {
        let rule: Int
        let outcome: Key
        let fields: [Key: String]
        var unsure: [Key] = []
    }

    /// A local conference with foreign participants below the rank of a minister.
    static let plain: [Key: String] = [
        "name": "Hội thảo", "organiser-kind": "local", "organiser": "Hội Gốm", "handling": "permit",
        "opening": "2026-09-15", "foreign-element": "participants", "guests": "below", "format": "in-person",
    ]

    static let cases = [
        Case(rule: 1, outcome: "none", fields: ["format": "press-conference", "guests": "minister"]),
        Case(rule: 2, outcome: "none", fields: ["foreign-element": ""]),
        Case(rule: 3, outcome: "none", fields: ["format": "online", "node-in-vietnam": "no", "guests": "minister"]),
        Case(rule: 4, outcome: "prime-minister", fields: ["guests": "minister"]),
        Case(rule: 4, outcome: "prime-minister", fields: ["guests": "minister", "organiser-kind": "central"]),
        Case(rule: 5, outcome: "prime-minister", fields: ["topics": "religion"]),
        Case(rule: 5, outcome: "prime-minister", fields: ["topics": "security defence", "organiser-kind": "foreign"]),
        Case(rule: 6, outcome: "ministry", fields: ["organiser-kind": "central"]),
        Case(rule: 7, outcome: "other-province", fields: ["organiser-kind": "other-province"]),
        Case(rule: 8, outcome: "chairman", fields: [:]),
        // Foreign funding alone makes it international; online with a venue here counts.
        Case(rule: 8, outcome: "chairman", fields: ["foreign-element": "funding", "guests": "nobody"]),
        Case(rule: 8, outcome: "chairman", fields: ["format": "online", "node-in-vietnam": "yes"]),
        Case(
            rule: 8, outcome: "chairman", fields: ["format": "online"], unsure: ["node-in-vietnam"]),
    ]

    @Test(arguments: cases) func `Every rule decides what the decision says`(_ one: Case) async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("conferences", db)
            let fields = Self.plain.merging(one.fields) { $1 }.filter { !$0.value.isEmpty }
            let id = try book.create(fields, db)
            let router = try #require(book.definition.behaviour(AuthorityRouter.self))
            let routing = try #require(router.routing(of: book.now(id, db), in: book.definition))
            #expect(routing.rule == one.rule && routing.outcome.key == one.outcome && routing.unsure == one.unsure)
            #expect(routing.recorded == nil && !routing.differs)
            // SQL says the same: recorded as the rules have it, nothing differs.
            try book.change(id, ["authority": one.outcome.text], db)
            #expect(try book.standings("router", on: Examples.act.day, db) == [:])
            let other = one.outcome == "chairman" ? "ministry" : "chairman"
            try book.change(id, ["authority": other], db)
            #expect(try book.standings("router", on: Examples.act.day, db) == ["differs": 1])
            #expect(try #require(router.routing(of: book.now(id, db), in: book.definition)).differs)
        }
    }

    @Test func `Every rule has an example here`() throws {
        let router = try #require(Definitions.shipped()["conferences"]?.behaviour(AuthorityRouter.self))
        let rules = try #require(router.table).rules.count
        #expect(Set(Self.cases.map(\.rule)) == Set(1...rules))
    }

    @Test func `The dossier says what it lacks and until when it has to be there`() async throws {
        try await TestStore.current.write { db throws in
            let book = try ShippedBook.open("conferences", db)
            let id = try book.create(Self.plain.merging(["subject": "Gốm", "participants": "40"]) { $1 }, db)
            let router = try #require(book.definition.behaviour(AuthorityRouter.self))
            let routing = try #require(router.routing(of: book.now(id, db), in: book.definition))
            #expect(routing.until == (try Day.of("2026-08-16")))
            #expect(routing.lacking == ["closing", "venue", "foreign-participants", "countries", "funding", "papers"])
        }
    }

    /// A change of the table, and the fault that it makes.
    static let faults: [(old: String, new: String, fault: String)] = [
        ("outcome: ministry", "outcome: minister", "no-value"),
        ("when: {guests: minister}", "when: {guest: minister}", "unknown-field"),
        ("when: {guests: minister}", "when: {guests: king}", "no-value"),
        ("when: {guests: minister}", "when: {}", "route-unreached"),
        ("  - when: {}\n", "  - when: {format: mixed}\n", "route-open"),
        ("writes: authority", "writes: opening", "field-kind"),
        ("register: conferences", "register: conference", "unknown-register"),
    ]

    @Test(arguments: faults) func `What is wrong with the table is told at its line`(
        _ one: (old: String, new: String, fault: String)
    ) throws {
        let files = Definitions.shippedFiles.map { file in
            file.path == "routes/permit.yaml"
                ? DefinitionFile(file.path, file.text.replacing(one.old, with: one.new)) : file
        }
        let error = try #require(throws: FaultyDefinitions.self) { try Definitions(files) }
        let fault = try #require(error.faults.first { $0.message.key == "definition.\(one.fault)" }, "\(error.faults)")
        #expect(fault.file == "routes/permit.yaml" && fault.line > 1)
    }
}

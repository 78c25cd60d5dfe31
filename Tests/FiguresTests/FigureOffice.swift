import Figures
import Office
import Registers
import Storage
import TestSupport
import Testing
import WorkCalendar

/// A new office with one register, whose records the tests write as people write them in files.
struct FigureOffice {
    static let migrations =
        Series.migrations + Search.migrations + Shape.migrations + Journal.migrations + OrganisationSchema.migrations
        + PeopleSchema.migrations + KeptFiles.migrations + RegisterSchema.migrations

    private static let act = Act(.system("test"), at: Instant(milliseconds: 1_790_000_000_000))

    private let store: Store
    private let book: RecordBook

    static func open(_ yaml: String) async throws -> FigureOffice {
        let store = try TestStore.current
        let definition = try await store.write { db in
            try Definitions.install([DefinitionFile("visits.yaml", yaml)], by: act, db)
            try db.run("INSERT INTO organisations (id) VALUES (1)")
            return try Definitions.current(db).all[0]
        }
        return FigureOffice(store: store, book: RecordBook(definition, keys: nil))
    }

    @discardableResult
    func record(_ values: [String: String]) async throws -> RecordID {
        let draft = try draft(values)
        return try await store.write { [book] db in
            try book.create(draft, unit: OrganisationID(rawValue: 1), within: .everything, by: Self.act, db)
        }
    }

    func change(_ id: RecordID, _ values: [String: String]) async throws {
        let draft = try draft(values)
        try await store.write { [book] db in
            try book.change(id, draft, version: 1, within: .everything, by: Self.act, db)
        }
    }

    private func draft(_ values: [String: String]) throws -> RecordDraft {
        var draft = RecordDraft()
        for (name, text) in values {
            let key = try #require(Key(name))
            let field = try #require(book.definition[key])
            let value = try #require(FieldValue(plain: text, of: field))
            draft.values[key] = value
        }
        return draft
    }

    func rate(_ currency: String, _ dong: Int, from: String) async throws {
        let day = try #require(Day(iso: from))
        try await store.write { db in
            try ExchangeRates.put(
                ExchangeRates.Rate(currency: currency, from: day, millionths: dong * 1_000_000), by: Self.act, db)
        }
    }

    private func ask<T: Sendable>(
        _ window: Window, _ body: @escaping @Sendable (FigureQuestion, FigureFinder, Transaction) throws -> T
    ) async throws -> T {
        try await store.read { db in
            let finder = try FigureFinder(Figures(of: try Definitions.current(db)), db)
            return try body(FigureQuestion(window, within: .everything), finder, db)
        }
    }

    /// The values of all figures, as numbers are written; none for what cannot be found.
    func values(in window: Window) async throws -> [String: String] {
        try await ask(window) { question, finder, db in
            let rows = try FigureList(question, finder, db).rows
            return Dictionary(
                uniqueKeysWithValues: rows.compactMap { row in
                    row.answer.amount.map { (row.declared.figure.name, $0.decimal) }
                })
        }
    }

    func contributions(to name: String, in window: Window) async throws -> [FigureContribution] {
        try await ask(window) { question, finder, db in
            try finder.contributions(to: #require(finder.figures[name]), question, limit: 100, db)
        }
    }

    func groups(of name: String, by field: String, in window: Window) async throws -> [FigureGroup] {
        let facet = RecordQuery.Facet.field(try #require(Key(field)))
        return try await ask(window) { question, finder, db in
            try finder.groups(of: #require(finder.figures[name]), by: [facet], question, db)
        }
    }
}

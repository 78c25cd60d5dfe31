import Office
import Registers
import Storage
import TestSupport
import Testing
import WorkCalendar

@testable import Demonstration

private let migrations =
    Series.migrations + Search.migrations + Shape.migrations + Journal.migrations + OrganisationSchema.migrations
    + PeopleSchema.migrations + KeptFiles.migrations + RegisterSchema.migrations

@Suite("The invented records in a database", .onEachEngine(migrations))
struct RecordStoringTests {
    /// A figure of a window, as the engine counts it; `nil` where it is none that one query finds.
    private func value(
        _ figure: FigureDefinition, _ definition: Definition, _ window: Window, _ db: Transaction
    ) throws -> Int? {
        guard figure.lines == nil else { return nil }
        var query = RecordQuery()
        query.filter = figure.filter
        query.window = window
        query.timing = figure.window
        let book = RecordBook(definition, keys: nil)
        switch figure.measure {
        case .count: return try book.count(query, within: .everything, db)
        case .sum(let key) where definition[key]?.kind == .whole:
            return try book.sum(of: key, query, within: .everything, db)
        case .distinct(let key) where definition[key]?.kind != .partialDate:
            return try book.groups(by: [.field(key)], query, within: .everything, db).count { $0.values != [nil] }
        case .sum, .distinct, .share: return nil
        }
    }

    @Test func `Every record is taken, and the engine counts what was written`() async throws {
        let invented = try DemonstrationRecords()
        try await TestStore.current.write { db throws in
            let act = Demonstration.act(on: Demonstration.day(2025, 7, 1))
            let founding = try Organisations.establish(province: "31", migrations, by: act, db)
            try Definitions.install(Definitions.shippedFiles, by: act, db)
            try ExchangeRates.install(by: act, db)
            let definitions = try Definitions.current(db)
            try invented.store(in: founding.organisation, definitions, keys: try KeyRing(KeyRing.newFile()), db)

            let tally = Tally(definitions: definitions, records: invented.records)
            for year in 2024...2026 {
                let window = Window(Demonstration.day(year, 1, 1), Demonstration.day(year, 12, 31))
                for definition in definitions.all {
                    for figure in definition.figures {
                        guard let value = try value(figure, definition, window, db) else { continue }
                        #expect(value == tally.value(figure.name, window), "\(figure.name) \(year)")
                    }
                }
            }
        }
    }
}

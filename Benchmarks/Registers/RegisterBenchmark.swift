import Figures
import Foundation
import Office
import Registers
import Storage
import StoragePostgres
import StorageSQLite
import WorkCalendar

/// What is asked of registers all day, of 1,000,000 records and 200,000 people. The reference is the same SQL on the bare engine, in the
/// same run.
enum RegisterBenchmark {
    /// - Parameters:
    ///   - folder: Where the SQLite file goes.
    ///   - server: Address of a PostgreSQL; without one its rows are left out.
    static func rows(folder: URL, server: String?) async throws -> [Measurement] {
        let path = folder.appending(path: "registers.sqlite").path(percentEncoded: false)
        var rows = try await measured("SQLite", SQLiteEngine(path: path, .creating)) { try BareSQLite(path: path) }
        guard let server else { return rows }
        let bare = try BarePostgres(address: server)
        try bare.makeSchemaAnew()
        rows += try await measured("PostgreSQL", PostgresEngine(address: server, schema: BarePostgres.schema)) { bare }
        return rows
    }

    private static func measured(
        _ name: String, _ engine: some Engine, bare: () throws -> any BareEngine
    ) async throws -> [Measurement] {
        let keys = try KeyRing(KeyRing.newFile())
        let store = try await Store.migrating(engine, RegisterMaterial.migrations)
        try await RegisterMaterial.fill(store, keys: keys)
        let bare = try bare()
        let clerk = try await store.read { try RegisterClerk(keys, $0) }
        var rows: [Measurement] = []
        for question in RegisterDemand.allCases {
            rows.append(
                try await .besideBareSQL(
                    "\(name): \(question.rawValue)", store, bare, note: question.limit.map { "at most \($0) ms" } ?? ""
                ) { try clerk.ask(question, $0) })
        }
        try await store.close()
        return rows
    }
}

/// What a clerk of a province asks of registers.
enum RegisterDemand: String, CaseIterable {
    case list = "list of 50 with two facets"
    case rare = "list of 50 with a rare country and a unit"
    case facets = "counts beside a list with two facets"
    case figure = "a figure of a year over one province"
    case figures = "all figures of the register for a year and a province"
    case name = "people by name without accents"

    /// In milliseconds, at the median.
    var limit: Int? {
        switch self {
        case .list, .rare: 50
        case .figure: 100
        case .name: 30
        case .facets, .figures: nil
        }
    }
}

/// Whoever asks, of one province in the middle of the country.
struct RegisterClerk: Sendable {
    private let delegations: RecordBook
    private let people: RecordBook
    private let figures: FigureFinder
    private let declared: [Figures.Declared]
    private let province: Scope
    private let unit: OrganisationID
    private let countries: RecordQuery.Facet
    private let twoFacets: [RecordQuery.Facet: [FieldValue]]

    init(_ keys: KeyRing, _ db: Transaction) throws {
        delegations = try RegisterMaterial.book("delegations-in", keys, db)
        people = try RegisterMaterial.book("people-abroad", keys, db)
        let figures = Figures(of: try Definitions.current(db))
        self.figures = try FigureFinder(figures, db)
        let key = delegations.definition.key
        declared = figures.all.filter { $0.register.key == key }
        guard let level = Key("level"), let countries = Key("countries") else { throw BareFailure(message: "no key") }
        self.countries = .field(countries)
        twoFacets = [.field(level): [.key("business")], .field(countries): [.key("KR")]]
        let directory = try Organisations.directory(db)
        let provinces = directory.provinces(on: SizeMaterial.today)
        let units = directory.descendants(of: provinces[provinces.count / 2].organisation, on: SizeMaterial.today)
        province = .units(Set(units.map(\.organisation)))
        guard let department = units.first(where: { $0.level == .department }) else {
            throw BareFailure(message: "a province without units")
        }
        unit = department.organisation
    }

    private var year: Window { Window(.last(ofMonth: 12, 2024).adding(days: 1), .last(ofMonth: 12, 2025)) }

    /// Asks one question.
    func ask(_ question: RegisterDemand, _ db: Transaction) throws {
        var list = RecordList()
        switch question {
        case .list:
            list.query.facets = twoFacets
            _ = try delegations.list(list, within: .everything, db)
        case .rare:
            list.query.facets = [.unit: [.unit(unit)], countries: [.key("FI")]]
            _ = try delegations.list(list, within: .everything, db)
        case .facets:
            list.query.facets = twoFacets
            for facet in delegations.definition.listFacets {
                _ = try delegations.counts(of: facet, list.query, within: .everything, db)
            }
        case .figure:
            _ = try figures.answer(declared[1], to: FigureQuestion(year, within: province), db)
        case .figures:
            for figure in declared { _ = try figures.answer(figure, to: FigureQuestion(year, within: province), db) }
        case .name:
            list.query.text = "nguyen van an"
            list.query = people.findingNames(list.query)
            _ = try people.list(list, within: .everything, db)
        }
    }
}

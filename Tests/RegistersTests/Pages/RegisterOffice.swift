import Hummingbird
import Office
import Paper
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import Wording
import WorkCalendar

@testable import Registers

/// Two departments with their people, and the pages of the registers of the tests.
struct RegisterOffice {
    static let migrations = Examples.migrations + SessionSchema.migrations + DemonstrationMark.migrations

    /// Who signs in.
    enum Person: String, CaseIterable {
        case officer, clerk, stranger, coordinator, administrator

        var role: Role {
            switch self {
            case .officer, .stranger: .officer
            case .clerk: .clerk
            case .coordinator: .coordinator
            case .administrator: .administrator
            }
        }
    }

    let store: Store
    private let seats: [Person: (account: Account, position: Position)]
    private let router = Router(context: VisitContext.self)
    private let now: Instant

    /// - Parameter files: The registers of the office.
    init(_ files: [DefinitionFile] = Examples.files) async throws {
        let (store, now) = (try TestStore.current, try #require(Instant(iso: "2026-11-21T02:00:00.000Z")))
        (self.store, self.now) = (store, now)
        let act = Act(.system("test"), at: now)
        seats = try await store.write { db in
            try Definitions.install(files, by: act, db)
            let founding = act.day.adding(days: -1_000)
            let province = try Organisations.add(
                NewUnit("Tỉnh Thử", below: nil, level: .province, kind: .province), from: founding, by: act, db)
            func unit(_ name: String) throws -> OrganisationID {
                try Organisations.add(
                    NewUnit(name, below: province, level: .department, kind: .department), from: founding, by: act, db)
            }
            let (tourism, trade) = (try unit("Sở Du lịch"), try unit("Sở Công Thương"))
            var seats: [Person: (account: Account, position: Position)] = [:]
            for person in Person.allCases {
                let account = try Accounts.add(login: person.rawValue, name: "Lê An \(person)", by: act, db)
                let unit = person == .stranger ? trade : tourism
                let position = try Positions.add(in: unit, title: "Chuyên viên", role: person.role, by: act, db)
                try Positions.appoint(account, to: position, from: act.day, by: act, db)
                seats[person] = (account, position)
            }
            return seats
        }
        let site = try Site(
            address: "http://localhost", catalogues: [OfficeTexts.catalogue, RegisterTexts.catalogue],
            assets: Assets(RegisterAssets.all), now: { now })
        let desk = try await Office.Desk(store: store, site: site, sections: [RegisterPages.section])
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        let definitions = DefinitionKeeper()
        try RegisterPages(
            desk, files: FileKeeper(), keys: KeyRing(Examples.keyFile), tables: .unconfined, definitions: definitions
        ).add(to: &routes)
        try DefinitionPages(desk, definitions: definitions).add(to: &routes)
    }

    func browser(_ person: Person) async throws -> TestBrowser {
        let browser = TestBrowser(router)
        let seat = try #require(seats[person])
        try await browser.signIn(as: seat.account, for: seat.position, at: now, store)
        return browser
    }
}

extension TableFileReader {
    /// Reads in the process of the tests.
    static let unconfined = TableFileReader { path in
        do {
            return .read(try await GridReader.read(path: path).grids)
        } catch {
            return .unreadable(Message("import.no-table"))
        }
    }
}

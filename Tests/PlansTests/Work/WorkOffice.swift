import Hummingbird
import Office
import Plans
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

/// Two departments with their people, and the daily pages over an invented plan.
struct WorkOffice {
    static let migrations =
        Cast.migrations + SessionSchema.migrations + SavedFilters.migrations
        + DemonstrationMark.migrations

    /// Who signs in.
    enum Person: String, CaseIterable {
        case officer, leader, stranger, coordinator

        var role: Role {
            switch self {
            case .officer, .stranger: .officer
            case .leader: .leader
            case .coordinator: .coordinator
            }
        }
    }

    let fair: Int
    let tour: Int
    let plan: Int
    private let seats: [Person: (account: Account, position: Position)]
    private let store: Store
    private let router = Router(context: VisitContext.self)
    private let now: Instant

    init() async throws {
        let (store, now) = (try TestStore.current, try #require(Instant(iso: "2026-11-21T02:00:00.000Z")))
        (self.store, self.now) = (store, now)
        let act = Act(.system("test"), at: now)
        (seats, plan, fair, tour) = try await store.write { db in
            let founding = act.day.adding(days: -1_000)
            func unit(_ name: String) throws -> OrganisationID {
                try Organisations.add(
                    NewUnit(name, below: nil, level: .department, kind: .department), from: founding, by: act, db)
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
            let plan = try Cast.plan("15/KH-UBND", db)
            let fair = try Cast.assignment(
                of: plan, "Tổ chức hội chợ <diều>", due: "2026-11-10", leads: [tourism], db)
            let tour = try Cast.assignment(
                of: plan, "Mời đoàn nghệ nhân", due: "2026-11-25", leads: [trade], coordinators: [tourism], db)
            for (made, text) in [(fair, "Tổ chức hội chợ <diều>"), (tour, "Mời đoàn nghệ nhân")] {
                try Search.put(SearchEntry(kind: "assignment", subject: made.assignment, title: text, body: ""), db)
            }
            return (seats, plan, fair.occurrences[0], tour.occurrences[0])
        }
        let site = try Site(
            address: "http://localhost", catalogues: [OfficeTexts.catalogue, PlanTexts.catalogue],
            assets: Assets(PlanAssets.all), now: { now })
        let desk = try await Office.Desk(store: store, site: site, sections: [WorkPages.mineSection])
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        WorkPages(desk, keeper: FileKeeper()).add(to: &routes)
    }

    func browser(_ person: Person) async throws -> TestBrowser {
        let browser = TestBrowser(router)
        let seat = try #require(seats[person])
        try await browser.signIn(as: seat.account, for: seat.position, at: now, store)
        return browser
    }
}

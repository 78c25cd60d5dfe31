import HTTPTypes
import Hummingbird
import Markup
import Storage
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Office

/// An office with one unit, a holder of each role, and a few addresses.
struct TestOffice {
    static let migrations =
        Journal.migrations + OrganisationSchema.migrations + PeopleSchema.migrations + SessionSchema.migrations
        + TokenSchema.migrations + DemonstrationMark.migrations

    struct Inside: Error { let detail = "secret detail" }

    let clock: TestClock
    let people: [Role: (account: Account, position: Position)]
    let store: Store
    /// The unit of all of them.
    let unit: OrganisationID
    private let router = Router(context: VisitContext.self)

    init(_ store: Store) async throws {
        self.store = store
        let clock = TestClock(try #require(Instant(iso: "2026-11-20T02:00:00.000Z")))
        self.clock = clock
        let act = Act(.system("test"), at: clock.now)
        (unit, people) = try await store.write { db in
            let city = try Organisations.add(
                NewUnit("Thành phố Sông Xanh", below: nil, level: .province, kind: .city), from: act.day, by: act, db)
            let unit = try Organisations.add(
                NewUnit("Sở Công Thương", below: city, level: .department, kind: .department), from: act.day, by: act,
                db)
            let people = try Dictionary(
                uniqueKeysWithValues: Role.allCases.map { role in
                    let account = try Accounts.add(login: role.rawValue, name: "Lê An", by: act, db)
                    let position = try Positions.add(in: unit, title: "Chuyên viên", role: role, by: act, db)
                    try Positions.appoint(account, to: position, from: act.day, by: act, db)
                    return (role, (account, position))
                })
            return (unit, people)
        }
        let site = try Site(
            address: "http://localhost", catalogues: [OfficeTexts.catalogue], assets: Assets(OfficeAssets.all),
            now: { clock.now })
        let desk = try await Desk(store: store, site: site, sections: [], programs: RateLimit(30, seconds: 60))
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        SignInPages(desk).add(to: &routes)
        TokenPages(desk).add(to: &routes)
        routes.list(Self.positions)
        routes.list(Directory.list)
        routes.list(Journal.list)
        APIPages(desk).add(to: &routes)
        AccountPages(desk).add(to: &routes)
        OrganisationPages(desk).add(to: &routes)
        JournalPages(desk, places: [:]).add(to: &routes)
        AccountAdministration(desk, places: [:]).add(to: &routes)
        UnitAdministration(desk, places: [:], afterSuccession: { _, _, _, _ in [] }).add(to: &routes)
        addresses(&routes, desk)
    }

    private func addresses(_ routes: inout DeskRoutes, _ desk: Office.Desk) {
        routes.get("/viec", .may(.addProgress)) { call in
            desk.page(
                Page("Việc") { html in html.form(to: "/viec", call.visit) { $0.text(call.address["ten"] ?? "") } }, call
            )
        }
        routes.get("/duyet", .may(.approve)) { call in desk.page(Page("Duyệt") { _ in }, call) }
        routes.get("/hong", .signedIn) { _ in throw Inside() }
        routes.post("/viec", .signedIn) { form, _ in .text(Array((form["ten"] ?? "").utf8), type: "text/plain") }
        routes.post("/tep", .signedIn, .files(1, of: 1)) { form, _ in
            .text(Array(form.files.map { "\($0.name) \($0.size)" }.joined().utf8), type: "text/plain")
        }
    }

    /// The positions of the units that may be seen, by key.
    static let positions = OfficeList(
        Listing<Position>(
            "positions", title: "token.column.position", filters: [ListingFilter("q", "token.column.name")],
            columns: [
                .whole("id", "token.column.name", inFiles: false) { $0.id.rawValue },
                .text("title", "token.column.position") { $0.title },
                .choice("role", "token.column.made", ListingChoices(Role.self, words: "role.")) { $0.role.rawValue },
            ]), path: "/vi-tri", access: .may(.read)
    ) { call, portion, db in
        try db.all(
            """
            SELECT \(Position.columns) FROM positions WHERE \(call.scope(.read).condition("organisation"))
                AND title LIKE \("\(call.address["q"] ?? "")%") ORDER BY id LIMIT \(portion.limit) OFFSET \(portion.offset)
            """
        ) { try Position(&$0) }
    }

    /// A token for the position of a role.
    func token(of role: Role, days: Int = 30) async throws -> Secret {
        let (person, act) = (try #require(people[role]), act())
        return try await store.write { db in
            let seats = try Positions.seats(of: person.account, on: act.day, try Organisations.directory(db), db)
            return try AccessTokens.make("Bảng", days: days, for: try #require(seats.first), by: act, db)
        }
    }

    func act() -> Act { Act(.system("test"), at: clock.now) }

    func browser(as role: Role? = nil) async throws -> TestBrowser {
        let browser = TestBrowser(router)
        if let role {
            let person = try #require(people[role])
            try await browser.signIn(as: person.account, for: person.position, at: clock.now, store)
        }
        return browser
    }
}

import Documents
import Hummingbird
import Office
import Plans
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

/// The pages for bringing and reviewing documents, in Hải Phòng, with a holder of each role.
struct ImportSite {
    static let migrations =
        Uploading.migrations + SessionSchema.migrations + FollowingSchema.migrations + DemonstrationMark.migrations

    private let clock = TestClock(Uploading.now)
    private let router = Router(context: VisitContext.self)
    private let people: [Role: (account: Account, position: Position)]

    init() async throws {
        try await Office31.found()
        people = try await TestStore.current.write { db in
            let directory = try Organisations.directory(db)
            let province = try #require(directory.provinces(on: Office31.today).first?.organisation)
            let unit = try #require(
                directory.suggestions(for: "so ngoai vu", on: Office31.today, within: province).first)
            return try Dictionary(
                uniqueKeysWithValues: Role.allCases.map { role in
                    let account = try Accounts.add(login: role.rawValue, name: "Lê An", by: Office31.act, db)
                    let position = try Positions.add(
                        in: unit, title: "Chuyên viên", role: role, by: Office31.act, db)
                    try Positions.appoint(account, to: position, from: Office31.today, by: Office31.act, db)
                    return (role, (account, position))
                })
        }
        let clock = clock
        let site = try Site(
            address: "http://localhost",
            catalogues: [OfficeTexts.catalogue, DocumentTexts.catalogue, PlanTexts.catalogue],
            assets: Assets(PlanAssets.all), now: { clock.now })
        let desk = try await Office.Desk(store: try TestStore.current, site: site, sections: [])
        router.middlewares.add(Reception(site))
        var routes = DeskRoutes(router, desk)
        UploadPages(desk).add(to: &routes)
        ReviewPages(desk).add(to: &routes)
    }

    func browser(as role: Role = .coordinator) async throws -> TestBrowser {
        let browser = TestBrowser(router)
        let person = try #require(people[role])
        try await browser.signIn(as: person.account, for: person.position, at: clock.now, try TestStore.current)
        return browser
    }

    /// Brings the sample paper and has it read.
    /// - Returns: The plan.
    func imported(_ browser: TestBrowser, _ text: String = SamplePaper.text) async throws -> Int {
        let sent = try await browser.post(UploadPages.path, files: [("files", "kế hoạch.txt", Array(text.utf8))])
        #expect(sent.status == 303 && sent.location == UploadPages.path)
        try await Uploading.work(try await Uploading.lease())
        return try #require(try await TestStore.current.read { try $0.value("SELECT max(id) FROM plans") })
    }
}

import ArgumentParser
import Demonstration
import Documents
import Figures
import Hummingbird
import Identity
import Logging
import Office
import Plans
import Registers
import ServiceLifecycle
import Storage
import Web
import Wording

/// The web application put together: which rooms have pages, in which order they stand in the navigation.
struct Serving {
    let site: Site
    /// All addresses, for the test of who may use them.
    let declared: [DeskRoutes.Declared]
    let router: Router<VisitContext>
    let background: Background
    private let host: String
    private let port: Int

    /// - Parameters:
    ///   - host: The address it listens at.
    ///   - port: The port; 0 for any that is free.
    ///   - provider: Of identities, that people may sign in with.
    ///   - keys: Of what is private in registers; without them it is neither written nor shown.
    /// - Throws: The exit status, after one line, where the settings cannot be understood.
    init(
        _ store: Store, host: String, port: Int, provider: Provider.Settings? = nil, keys: KeyRing? = nil
    ) async throws {
        self.host = host
        self.port = port
        site = try Site(
            address: Setting.address.value ?? "http://\(host):\(port)",
            catalogues: Self.catalogues,
            assets: Assets(OfficeAssets.all + PlanAssets.all + RegisterAssets.all),
            isBehindProxy: Setting.proxy.value != nil)
        let definitions = DefinitionKeeper(), people = PeopleMemory()
        let background = try Background(
            store, site, definitions,
            more: [DuplicateWork(keys: keys, definitions: definitions, people: people).handler])
        self.background = background
        let desk = try await Desk(
            store: store, site: site, sections: Self.sections, programs: try Self.programs, unread: Notices.unread)
        router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        router.middlewares.add(Reception(site))
        site.assets.add(to: router)
        router.get("/health") { _, _ in
            _ = try await store.read { try $0.value("SELECT 1", Int.self) }
            return "ok\n"
        }
        var routes = DeskRoutes(router, desk)
        FramePages(desk).add(to: &routes)
        WorkPages(desk, keeper: .ofSettings).add(to: &routes)
        let registers = try RegisterPages(
            desk, files: .ofSettings, keys: keys, tables: .supervised, definitions: definitions, people: people,
            followUps: FollowUps.door, nudge: { background.worker.nudge() })
        registers.add(to: &routes)
        try DefinitionPages(desk, definitions: definitions).add(to: &routes)
        try FigurePages(desk, definitions: definitions).add(to: &routes)
        TokenPages(desk).add(to: &routes)
        CalendarPages(desk).add(to: &routes)
        routes.list(Directory.list)
        routes.list(Journal.list)
        UploadPages(desk).add(to: &routes)
        ReviewPages(desk).add(to: &routes)
        SignInPages(desk, ways: provider == nil ? [] : [IdentityPages.way], guests: try Self.guests).add(to: &routes)
        if let provider { IdentityPages(desk, provider).add(to: &routes) }
        AccountPages(desk, more: Self.morePages).add(to: &routes)
        OrganisationPages(desk).add(to: &routes)
        JournalPages(desk, places: ["organisation": "/co-quan"], more: [LookPages.link]).add(to: &routes)
        LookPages(desk, definitions: definitions).add(to: &routes)
        AccountAdministration(desk, places: Self.places).add(to: &routes)
        UnitAdministration(desk, places: Self.places, afterSuccession: WorkAfterSuccession.follow).add(to: &routes)
        LetterPages(desk).add(to: &routes)
        NoticePages(desk, link: Self.address).add(to: &routes)
        APIPages(desk) { [FigurePages.operation($0)] + (try await registers.operations($0)) }.add(to: &routes)
        declared = routes.declared
    }

    /// How often each token may ask in a minute.
    private static var programs: RateLimit {
        get throws {
            guard let value = Setting.programRequests.value else { return RateLimit(600, seconds: 60) }
            guard let requests = Int(value), requests > 0 else {
                Output.complain(Setting.programRequests.rawValue, Words.text("setting.malformed-NHIPCAU_API_REQUESTS"))
                throw ExitCode(Status.failed)
            }
            return RateLimit(requests, seconds: 60)
        }
    }

    /// Whom a demonstration offers to try.
    private static var guests: [SignInPages.Guest] {
        get throws {
            let invented = try DemonstrationPeople()
            return invented.people.map { person in
                SignInPages.Guest(
                    login: person.login, password: invented.password, name: person.name,
                    position: "\(person.title), \(person.unit)")
            }
        }
    }

    /// Pages about the own account, besides its own.
    private static let morePages = [
        AccountPages.More(title: "notices.choices", text: "notices.more", address: NoticesAddress.choices),
        AccountPages.More(title: "token.title", text: "token.more", address: "/tai-khoan/truy-cap"),
    ]

    /// The words of every room.
    static var catalogues: [(Catalogue.Language) throws -> Catalogue] {
        [
            OfficeTexts.catalogue, IdentityTexts.catalogue, DocumentTexts.catalogue, PlanTexts.catalogue,
            RegisterTexts.catalogue, FigureTexts.catalogue,
        ]
    }

    /// The navigation.
    private static var sections: [Desk.Section] {
        [
            WorkPages.mineSection, WorkPages.overviewSection, UploadPages.section, WorkPages.plansSection,
            WorkPages.workSection, RegisterPages.section, FigurePages.section,
            Desk.Section("organisations", title: "unit.tree", address: "/co-quan"),
            DefinitionPages.section,
            Desk.Section("journal", title: "journal.title", address: "/nhat-ky", for: [.readJournal]),
            Desk.Section(
                "administration", title: "admin.title", address: "/quan-tri",
                for: [.manageAccounts, .manageOrganisations]),
        ]
    }

    /// Where the things that the journal speaks of have their page.
    private static let places = ["organisation": "/co-quan", "account": "/quan-tri/tai-khoan"]

    /// Where the page of a thing is that a notice is about.
    @Sendable private static func address(of subject: Journal.Subject) -> String? {
        switch subject.kind {
        case "occurrence": "/ky-thuc-hien/\(subject.id)"
        case "plan": "/ke-hoach/\(subject.id)"
        case "record": RegisterPages.address(of: subject.id)
        default: nil
        }
    }

    /// Serves until the process is told to stop; what is under way is finished first.
    func run() async throws {
        var application = Application(
            router: router, server: try Transport.server,
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "nhipcau"),
            logger: Logger(label: "nhipcau"))
        application.addServices(background)
        try await application.runService()
    }
}

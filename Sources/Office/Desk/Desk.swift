import HTTPTypes
package import Storage
package import Web

/// What all pages of the office share: the data, the site, and where its sections are.
package struct Desk: Sendable {
    /// A section of the office's pages, for those who may do one of these.
    package struct Section: Sendable {
        /// Its entry in the navigation.
        package let entry: Frame.Entry
        /// Who sees it: those whose role may do one of these; everyone who is signed in where it is empty.
        package let actions: [Action]

        /// All of its parts.
        package init(_ key: String, title: String, address: String, for actions: [Action] = []) {
            entry = Frame.Entry(key, title: title, address: address)
            self.actions = actions
        }
    }

    /// The data.
    package let store: Store
    /// Words, assets and how answers travel.
    package let site: Site
    /// The units.
    package let units = DirectoryKeeper()
    private let sections: [Section]
    /// Whether its data are invented.
    package let isDemonstration: Bool
    /// How often each token may ask.
    let programs: RateLimit
    let unread: @Sendable (AccountID, Transaction) throws -> Int

    /// - Parameters:
    ///   - sections: In the order of the navigation.
    ///   - programs: How often each token may ask.
    ///   - unread: How many notices an account has not read.
    package init(
        store: Store, site: Site, sections: [Section], programs: RateLimit = RateLimit(600, seconds: 60),
        unread: @escaping @Sendable (AccountID, Transaction) throws -> Int = { _, _ in 0 }
    ) async throws {
        self.store = store
        self.site = site
        self.sections = sections
        self.programs = programs
        self.unread = unread
        isDemonstration = try await store.read { try DemonstrationMark.isSet($0) }
    }

    /// A page in the frame of who is signed in.
    package func page(_ page: Page, _ call: Call, status: Answer.Status = .ok) -> Answer {
        .html(site.markup(page, in: frame(call), call.visit), status)
    }

    /// A page in the frame of who is not.
    package func page(_ page: Page, _ call: OpenCall, status: Answer.Status = .ok) -> Answer {
        .html(site.markup(page, in: Frame(isDemonstration: isDemonstration), call.visit), status)
    }

    /// Where the first section is that the position has work in.
    func first(_ call: Call) -> Answer {
        let first = sections.first { section in section.actions.isEmpty || section.actions.contains { call.may($0) } }
        return .redirect(first?.entry.address ?? "/tai-khoan")
    }

    func frame(_ call: Call) -> Frame {
        let entries = sections.filter { section in
            section.actions.isEmpty || section.actions.contains { call.may($0) }
        }
        return Frame(
            entries: entries.map(\.entry),
            person: Frame.Person(
                name: call.seat.account.name, position: call.seat.place,
                unread: call.unread, searches: call.may(.read)),
            isDemonstration: isDemonstration)
    }
}

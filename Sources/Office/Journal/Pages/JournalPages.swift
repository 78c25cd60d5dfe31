import Markup
import Storage
import Web
import WorkCalendar

/// The journal: everything that was changed, by whom; and whether it is intact.
package struct JournalPages: Sendable {
    static let path = "/nhat-ky"
    /// So many lines a page.
    private static let limit = 50

    let desk: Desk
    let places: [String: String]
    let more: [(title: String, address: String)]

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - places: Where things of a kind have their page: "organisation": "/co-quan".
    ///   - more: Pages of what else is written down, by the keys of their titles.
    package init(_ desk: Desk, places: [String: String], more: [(title: String, address: String)] = []) {
        self.desk = desk
        self.places = places
        self.more = more
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .may(.readJournal)) { [self] call in try await show(call) }
        routes.post("\(Self.path)/kiem-chung", .may(.readJournal)) { [self] form, call in
            let typed = form["mark"]
            let mark = typed.flatMap { Journal.Mark($0) }
            guard typed == nil || mark != nil else { throw Refusal("journal.no-mark") }
            let verification = try await desk.store.read { try Journal.verify($0, finding: mark) }
            return try await show(call, verification)
        }
    }

    private func show(_ call: Call, _ verification: Journal.Verification? = nil) async throws -> Answer {
        let (wanted, scope) = (Journal.Search(call.address), call.scope(.readJournal))
        let before = call.address["truoc"].flatMap(Int.init) ?? .max
        let view = try await desk.store.read { db in
            JournalView(
                call: call, search: wanted, accounts: try Accounts.all(db),
                entries: try Journal.entries(
                    wanted, within: scope, before: before, Portion(offset: 0, limit: Self.limit + 1), db),
                limit: Self.limit, places: places, more: more, verification: verification)
        }
        return desk.page(view.page, call)
    }
}

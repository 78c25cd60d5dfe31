package import Office
import Storage
import Web

/// Lượt xem: who looked at what, for those who watch over it. What was seen is not shown.
package struct LookPages: Sendable {
    static let path = "/nhat-ky/luot-xem"
    /// So many looks a page.
    private static let limit = 50

    let desk: Desk
    let definitions: DefinitionKeeper

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - definitions: What registers there are.
    package init(_ desk: Desk, definitions: DefinitionKeeper) {
        self.desk = desk
        self.definitions = definitions
    }

    /// From the page of the journal.
    package static let link = (title: "looks.title", address: path)

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(
            Self.path, .may(.readJournal),
            reading: { [self] call, db in
                let page = max(1, call.address["trang"].flatMap(Int.init) ?? 1)
                return LooksView(
                    call: call, search: LookSearch(call.address), definitions: try definitions.definitions(db),
                    accounts: try Accounts.all(db),
                    looks: try LookSearch(call.address).looks(
                        within: call.scope(.readJournal),
                        Portion(offset: (page - 1) * Self.limit, limit: Self.limit + 1), db),
                    limit: Self.limit, number: page)
            },
            page: { [desk] view, call in desk.page(view.page, call) })
        routes.list(Look.list(at: Self.path))
    }
}

package import Storage
package import Web
package import Wording

/// A list of the office as it is taken away: as a file from its page, as JSON by a program. What its page shows, both have.
package struct OfficeList<Row: Sendable>: Sendable {
    /// Its columns, and what can be asked.
    package let listing: Listing<Row>
    /// The address of its page, beside which its files stand: "/nhiem-vu", "/nhiem-vu.xlsx".
    package let path: String
    /// Who may have it.
    package let access: DeskRoutes.Access
    /// What of the address the journal does not keep: words that may be a name.
    let unnoted: Set<String>
    let asked: @Sendable (Call, Transaction) throws -> [Message]
    let rows: @Sendable (Call, Portion, Transaction) throws -> [Row]
    let all: @Sendable (Call, Transaction) -> ListingRows<Row>

    /// - Parameters:
    ///   - unnoted: What is asked by these names is kept in no journal: words that may be somebody's name.
    ///   - asked: What the address asks, for the head of a file: "Đơn vị: Sở Công Thương".
    ///   - rows: The rows that the address asks for, within the scope of who asks, in its order; which page the address names does not
    ///     matter here.
    ///   - all: The same from the first to the last, where something is quicker than portion after portion.
    package init(
        _ listing: Listing<Row>, path: String, access: DeskRoutes.Access, unnoted: Set<String> = [],
        asked: @escaping @Sendable (Call, Transaction) throws -> [Message] = { _, _ in [] },
        rows: @escaping @Sendable (Call, Portion, Transaction) throws -> [Row],
        all: (@Sendable (Call, Transaction) -> ListingRows<Row>)? = nil
    ) {
        self.listing = listing
        self.path = path
        self.access = access
        self.unnoted = unnoted
        self.asked = asked
        self.rows = rows
        self.all = all ?? { call, db in ListingRows(portions: { try rows(call, $0, db) }) }
    }
}

extension DeskRoutes {
    /// Declares the files of a list beside its page, and its JSON at `/api/KEY`.
    package mutating func list<Row>(_ list: OfficeList<Row>) {
        for format in ListingFormat.allCases {
            get("\(list.path).\(format.rawValue)", list.access) { [desk] call in
                try await list.file(format, call, desk)
            }
        }
        getJSON(list.listing.outline, list.access) { [desk] call in try await list.page(call, desk) }
    }
}

package import Office
package import Storage

/// A question of the list of work that an account keeps under a name (bộ lọc đã lưu).
package struct SavedFilter: Sendable, Equatable {
    /// The key of its row.
    package let id: Int
    /// What its owner calls it.
    package let name: String
    /// What it asks, as it stands in an address after the `?`.
    package let query: String
}

/// The filters that accounts keep; nobody sees another's.
package enum SavedFilters {
    /// The schema of it. The tables of accounts stand before.
    package static let migrations = [
        Migration(
            "filters.1",
            [
                """
                CREATE TABLE saved_filters (
                    id \(column: .identity),
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    name \(column: .text) NOT NULL,
                    query \(column: .text) NOT NULL,
                    UNIQUE (account, name))
                """
            ])
    ]

    /// How many an account keeps at most.
    package static let most = 50

    /// The filters of an account, by name.
    package static func all(of account: AccountID, _ db: Transaction) throws -> [SavedFilter] {
        try db.all("SELECT id, name, query FROM saved_filters WHERE account = \(account) ORDER BY name") {
            SavedFilter(id: try $0.next(), name: try $0.next(), query: try $0.next())
        }
    }

    /// Keeps a question under a name, in the place of what stood under it.
    /// - Throws: ``Refusal`` where it has no name, a long one, or there are too many.
    @discardableResult package static func save(
        _ query: String, as name: String, of account: AccountID, by act: Act, _ db: Transaction
    ) throws -> Int {
        try check(name)
        if let known = try all(of: account, db).first(where: { $0.name == name }) {
            try Journal.record(
                "filter.change", of: .account(account), before: ["name": name, "query": known.query],
                after: ["query": query], by: act, db)
            try db.run("UPDATE saved_filters SET query = \(query) WHERE id = \(known.id)")
            return known.id
        }
        if try all(of: account, db).count >= most { throw Refusal("filter.many", ["most": String(most)]) }
        try Journal.record("filter.save", of: .account(account), after: ["name": name, "query": query], by: act, db)
        return try db.insert(
            "INSERT INTO saved_filters (account, name, query) VALUES (\(account), \(name), \(query))")
    }

    /// Gives a filter another name.
    /// - Throws: ``Refusal`` where there is none of the account, or the name is missing, long or taken.
    package static func rename(
        _ id: Int, to name: String, of account: AccountID, by act: Act, _ db: Transaction
    ) throws {
        try check(name)
        let all = try all(of: account, db)
        guard let filter = all.first(where: { $0.id == id }) else { throw Refusal("filter.none") }
        if all.contains(where: { $0.name == name && $0.id != id }) { throw Refusal("filter.taken", ["name": name]) }
        try Journal.record(
            "filter.rename", of: .account(account), before: ["name": filter.name], after: ["name": name], by: act, db)
        try db.run("UPDATE saved_filters SET name = \(name) WHERE id = \(id)")
    }

    /// Keeps a filter no longer; what it asked stays in the journal.
    /// - Throws: ``Refusal`` where there is none of the account.
    package static func delete(_ id: Int, of account: AccountID, by act: Act, _ db: Transaction) throws {
        guard let filter = try all(of: account, db).first(where: { $0.id == id }) else { throw Refusal("filter.none") }
        try Journal.record(
            "filter.delete", of: .account(account), before: ["name": filter.name, "query": filter.query], by: act, db)
        try db.run("DELETE FROM saved_filters WHERE id = \(id)")
    }

    private static func check(_ name: String) throws {
        if name.isBlank { throw Refusal("filter.no-name") }
        if name.count > 80 { throw Refusal("filter.long-name", ["limit": "80"]) }
    }
}

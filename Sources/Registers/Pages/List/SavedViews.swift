import Office
import Storage

/// What an account asks of a register again and again, under a name (khung nhìn đã lưu): which records, which columns, in which order.
struct SavedView: Sendable, Equatable {
    /// The key of its row.
    let id: Int
    /// What its owner calls it.
    let name: String
    /// What it asks, as it stands in an address, with the `?`.
    let query: String
}

/// The views that accounts keep; nobody sees another's.
enum SavedViews {
    /// How many an account keeps of a register at most.
    static let most = 30

    /// The views of an account, by name.
    static func all(of account: AccountID, _ register: Key, _ db: Transaction) throws -> [SavedView] {
        try db.all(
            """
            SELECT id, name, query FROM saved_views WHERE account = \(account) AND register = \(register.text)
            ORDER BY name
            """
        ) { SavedView(id: try $0.next(), name: try $0.next(), query: try $0.next()) }
    }

    /// Keeps a question under a name, in the place of what stood under it.
    /// - Throws: ``Refusal`` where it has no name, a long one, or there are too many.
    static func save(
        _ query: String, as name: String, of account: AccountID, _ register: Key, by act: Act, _ db: Transaction
    ) throws {
        if name.allSatisfy(\.isWhitespace) { throw Refusal("register.view-no-name") }
        if name.count > 80 { throw Refusal("register.view-long", ["most": "80"]) }
        let all = try all(of: account, register, db)
        let facts: Facts = ["register": register.text, "name": name, "query": query]
        if let known = all.first(where: { $0.name == name }) {
            try Journal.record("filter.change", of: .account(account), after: facts, by: act, db)
            try db.run("UPDATE saved_views SET query = \(query) WHERE id = \(known.id)")
            return
        }
        if all.count >= most { throw Refusal("register.view-many", ["most": String(most)]) }
        try Journal.record("filter.save", of: .account(account), after: facts, by: act, db)
        try db.run(
            """
            INSERT INTO saved_views (account, register, name, query)
            VALUES (\(account), \(register.text), \(name), \(query))
            """)
    }

    /// Keeps a view no longer; what it asked stays in the journal.
    /// - Throws: ``Refusal`` where there is none of the account.
    static func delete(_ id: Int, of account: AccountID, by act: Act, _ db: Transaction) throws {
        let known = try db.first("SELECT name, query FROM saved_views WHERE id = \(id) AND account = \(account)") {
            (try $0.next(String.self), try $0.next(String.self))
        }
        guard let (name, query) = known else { throw Refusal("register.view-none") }
        try Journal.record(
            "filter.delete", of: .account(account), before: ["name": name, "query": query], by: act, db)
        try db.run("DELETE FROM saved_views WHERE id = \(id)")
    }
}

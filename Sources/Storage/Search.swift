import Vietnamese

/// What is found: a text of a thing, by its kind and key.
package struct SearchEntry: Sendable, Equatable {
    /// "document", "assignment", "organisation", …
    package var kind: String
    /// The key of the thing.
    package var subject: Int
    /// Which piece of a long text, from 0.
    package var part: Int
    /// Weighs more than the body.
    package var title: String
    package var body: String

    /// All of its parts.
    package init(kind: String, subject: Int, part: Int = 0, title: String, body: String) {
        self.kind = kind
        self.subject = subject
        self.part = part
        self.title = title
        self.body = body
    }
}

/// A full-text index over words without accents, as an engine keeps it. The words it is given are folded: small letters a to z
/// and digits, a space between two.
package protocol SearchIndex: Sendable {
    /// Statements that make it, beside the table `search_entries`.
    var schema: [Query] { get }
    /// Statements that take the words of an entry in.
    func insert(_ id: Int, title: String, body: String) -> [Query]
    /// Statements that take them out again; the words are those that were taken in.
    func remove(_ id: Int, title: String, body: String) -> [Query]
    /// `SELECT id, rank`: the entries that have all phrases; a smaller rank is a better answer.
    /// - Parameter phrases: Each of one or more folded words in this order.
    /// - Parameter isPrefix: Whether the last word may go on ("ngoai v").
    func matches(_ phrases: [[String]], isPrefix: Bool) -> Query
}

/// Finding texts by words, with or without accents, in either style of tone marks.
package enum Search {
    /// The schema of it.
    package static let migrations = [
        Migration("search.1") { dialect in
            [
                """
                CREATE TABLE search_entries (
                    id \(column: .identity),
                    kind \(column: .text) NOT NULL,
                    subject \(column: .integer) NOT NULL,
                    part \(column: .integer) NOT NULL,
                    title \(column: .text) NOT NULL,
                    body \(column: .text) NOT NULL,
                    UNIQUE (kind, subject, part))
                """
            ] + dialect.search.schema
        }
    ]

    /// Takes a text in, in the place of what stood there under the same kind, key and part.
    package static func put(_ entry: SearchEntry, _ db: Transaction) throws {
        try remove("kind = \(entry.kind) AND subject = \(entry.subject) AND part = \(entry.part)", db)
        let id = try db.insert(
            """
            INSERT INTO search_entries (kind, subject, part, title, body)
            VALUES (\(entry.kind), \(entry.subject), \(entry.part), \(entry.title), \(entry.body))
            """)
        try index(id, entry.title, entry.body, db)
    }

    /// Takes all texts of a thing out.
    package static func remove(kind: String, subject: Int, _ db: Transaction) throws {
        try remove("kind = \(kind) AND subject = \(subject)", db)
    }

    /// Makes the index anew from the texts, as after a restored backup.
    package static func rebuild(_ db: Transaction) throws {
        var last = 0
        while true {
            // Some at a time: an engine may hold all of an answer.
            let entries = try db.all(
                "SELECT id, title, body FROM search_entries WHERE id > \(last) ORDER BY id LIMIT 500"
            ) { fields in
                (try fields.next(Int.self), try fields.next(String.self), try fields.next(String.self))
            }
            guard let next = entries.last?.0 else { return }
            for (id, title, body) in entries { try index(id, title, body, db) }
            last = next
        }
    }

    /// The query `SELECT id, rank` over `search_entries`, to be joined with what the asker may see.
    /// - Parameter text: As typed. Words in quotes stand together in this order; the last word may be unfinished.
    /// - Returns: `nil` where there is no word in it.
    package static func matches(_ text: String, _ db: Transaction) -> Query? {
        let words = SearchWords(text)
        guard !words.phrases.isEmpty else { return nil }
        return db.dialect.search.matches(words.phrases, isPrefix: words.isPrefix)
    }

    private static func index(_ id: Int, _ title: String, _ body: String, _ db: Transaction) throws {
        for statement in db.dialect.search.insert(id, title: folded(title), body: folded(body)) {
            try db.run(statement)
        }
    }

    private static func remove(_ condition: Query, _ db: Transaction) throws {
        let old = try db.all("SELECT id, title, body FROM search_entries WHERE \(condition)") { fields in
            (try fields.next(Int.self), try fields.next(String.self), try fields.next(String.self))
        }
        for (id, title, body) in old {
            for statement in db.dialect.search.remove(id, title: folded(title), body: folded(body)) {
                try db.run(statement)
            }
            try db.run("DELETE FROM search_entries WHERE id = \(id)")
        }
    }

    static func folded(_ text: String) -> String {
        Tokens(text).list.lazy.filter { $0.kind != .mark }.map(\.folded).joined(separator: " ")
    }
}

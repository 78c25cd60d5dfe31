import Storage

/// What SQLite words its own way.
struct SQLiteDialect: Dialect {
    var search: any SearchIndex { SQLiteSearch() }
    var bindsNull: Bool { true }

    func sql(_ type: ColumnType) -> String {
        switch type {
        case .identity: "INTEGER PRIMARY KEY AUTOINCREMENT"
        case .text: "TEXT"
        case .integer: "INTEGER"
        case .real: "REAL"
        case .bytes: "BLOB"
        }
    }

    var tables: Query {
        """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name <> 'search_words' AND name NOT LIKE 'search\\_words\\_%' ESCAPE '\\' ORDER BY name
        """
    }

    func advanceIdentity(of table: String) -> Query? { nil }

    var absentIsLeast: Query { "" }

    func makeAppendOnly(_ table: String) -> [Query] {
        let refuse: Query = "BEGIN SELECT RAISE(ABORT, 'rows are added only'); END"
        return [
            "CREATE TRIGGER \(name: "\(table)_changes") BEFORE UPDATE ON \(name: table) \(refuse)",
            "CREATE TRIGGER \(name: "\(table)_deletions") BEFORE DELETE ON \(name: table) \(refuse)",
        ]
    }

    func columns(of table: String) -> Query {
        """
        SELECT c.name, c.pk, c.pk > 0 AND instr(s.sql, 'AUTOINCREMENT') > 0
        FROM pragma_table_info(\(table)) AS c JOIN sqlite_schema AS s ON s.name = \(table) ORDER BY c.cid
        """
    }

    // SQLite looks at them when the transaction is made final.
    var postponeReferences: [Query] { ["PRAGMA defer_foreign_keys = ON"] }
    var checkReferences: [Query] { [] }
}

/// FTS5 over folded words; the texts themselves stand in `search_entries`.
struct SQLiteSearch: SearchIndex {
    var schema: [Query] {
        [
            "CREATE VIRTUAL TABLE search_words USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 0')"
        ]
    }

    func insert(_ id: Int, title: String, body: String) -> [Query] {
        ["INSERT INTO search_words (rowid, title, body) VALUES (\(id), \(title), \(body))"]
    }

    func remove(_ id: Int, title: String, body: String) -> [Query] {
        ["INSERT INTO search_words (search_words, rowid, title, body) VALUES ('delete', \(id), \(title), \(body))"]
    }

    func matches(_ phrases: [[String]], isPrefix: Bool) -> Query {
        let quoted = phrases.map { "\"\($0.joined(separator: " "))\"" }
        let match = quoted.joined(separator: " AND ") + (isPrefix ? " *" : "")
        return
            "SELECT rowid AS id, bm25(search_words, 4.0, 1.0) AS rank FROM search_words WHERE search_words MATCH \(match)"
    }
}

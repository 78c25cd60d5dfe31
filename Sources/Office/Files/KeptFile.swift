package import Storage

/// A file that is kept for ever, under the hash of its bytes: the same content is kept once. Who kept it first, and when, its line of
/// the journal says.
package struct KeptFile: Hashable, Sendable {
    /// Where the bytes are.
    enum Place: String { case database, folder }

    /// The key of its row.
    package let id: Int
    /// Of its bytes: 64 small hexadecimal digits.
    package let sha256: String
    /// In bytes.
    package let size: Int
    /// "application/pdf"
    package let mediaType: String
    let place: Place

    static let columns: Query = "id, sha256, size, media_type, place"

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        sha256 = try fields.next()
        size = try fields.next()
        mediaType = try fields.next()
        place = try fields.next()
    }
}

extension KeptFile.Place: Storable {}

extension Journal.Subject {
    /// A kept file.
    package static func file(_ id: Int) -> Self { Self("file", id) }
}

/// The files that are kept: what the database knows of them. ``FileKeeper`` has their bytes.
package enum KeptFiles {
    /// The schema of it; the journal's stands before.
    package static let migrations = [
        Migration(
            "files.1",
            [
                """
                CREATE TABLE kept_files (
                    id \(column: .identity),
                    sha256 \(column: .text) NOT NULL UNIQUE,
                    size \(column: .integer) NOT NULL,
                    media_type \(column: .text) NOT NULL,
                    place \(column: .text) NOT NULL)
                """,
                // As they came, also of the second who brings the same content.
                """
                CREATE TABLE kept_file_names (
                    file \(column: .integer) NOT NULL REFERENCES kept_files (id),
                    name \(column: .text) NOT NULL,
                    PRIMARY KEY (file, name))
                """,
                """
                CREATE TABLE kept_file_pieces (
                    file \(column: .integer) NOT NULL REFERENCES kept_files (id),
                    number \(column: .integer) NOT NULL,
                    bytes \(column: .bytes) NOT NULL,
                    PRIMARY KEY (file, number))
                """,
            ])
    ]

    /// The file with this SHA-256, or `nil`.
    package static func find(_ sha256: String, _ db: Transaction) throws -> KeptFile? {
        try db.first("SELECT \(KeptFile.columns) FROM kept_files WHERE sha256 = \(sha256)") { try KeptFile(&$0) }
    }

    /// The file of a key.
    package static func file(_ id: Int, _ db: Transaction) throws -> KeptFile? {
        try db.first("SELECT \(KeptFile.columns) FROM kept_files WHERE id = \(id)") { try KeptFile(&$0) }
    }

    /// Forgets a file that was erased on request: its bytes and its names. Documents and evidence of the work keep theirs.
    /// - Returns: Its SHA-256 where its bytes stand in a folder, from which they go when the transaction stands.
    package static func erase(_ id: Int, _ db: Transaction) throws -> String? {
        guard let file = try file(id, db) else { return nil }
        let tables = Set(try Table.names(db))
        for (table, condition) in [
            ("documents", "file = \(id)"), ("evidence", "file = \(file.sha256)"),
        ] as [(String, Query)] where tables.contains(table) {
            let isUsed = try db.value("SELECT EXISTS (SELECT 1 FROM \(name: table) WHERE \(condition))", Bool.self)
            if isUsed ?? false { return nil }
        }
        for table in ["kept_file_pieces", "kept_file_names"] {
            try db.run("DELETE FROM \(name: table) WHERE file = \(id)")
        }
        try db.run("DELETE FROM kept_files WHERE id = \(id)")
        return file.place == .folder ? file.sha256 : nil
    }

    /// The names under which its content came, in their order.
    package static func names(of file: KeptFile, _ db: Transaction) throws -> [String] {
        try db.all("SELECT name FROM kept_file_names WHERE file = \(file.id) ORDER BY name") { try $0.next() }
    }
}

import Foundation
import Markup
package import Storage

/// Everything an office has recorded, as one object of JSON: the steps of the schema, then every table by name, every row by its
/// primary key on a line of its own. Equal content gives equal bytes, on either engine.
package enum Export {
    /// What is not written.
    package struct Omission: Hashable, Sendable {
        /// The table.
        package let table: String
        /// The column; `nil` for the whole table.
        package let column: String?
    }

    /// Secrets, which only a backup has.
    package static let secrets = [
        Omission(table: "account_passwords", column: nil),
        Omission(table: "sign_in_attempts", column: nil),
        Omission(table: "access_tokens", column: "secret_hash"),
        Omission(table: "sessions", column: nil),
        Omission(table: "second_steps", column: nil),
        Omission(table: "recovery_codes", column: nil),
        Omission(table: "reset_links", column: nil),
        Omission(table: "record_changes", column: "before"),
    ]

    /// Columns of tables that data declared, which are sealed with a key: without it nobody can read them.
    private static func sealed(_ db: Transaction) throws -> Set<Omission> {
        guard try Table.names(db).contains("shapes") else { return [] }
        return Set(
            try Shape.all(db).flatMap { shape in
                shape.columns.filter { $0.rule == .sealed }.map { Omission(table: shape.name, column: $0.name) }
            })
    }

    /// What says nothing of its own: words made from other tables, and the bytes of kept files, which the backup has and whose
    /// SHA-256 and size are written.
    package static let repetitions = [
        Omission(table: "search_entries", column: nil),
        Omission(table: "kept_file_pieces", column: nil),
        Omission(table: "document_pictures", column: nil),
        Omission(table: "upload_pieces", column: nil),
        Omission(table: "kept_files", column: "place"),
        Omission(table: "documents", column: "title_key"),
        Omission(table: "documents", column: "issuer_key"),
        Omission(table: "assignments", column: "text_key"),
        Omission(table: "record_terms", column: nil),
        Omission(table: "record_term_marks", column: nil),
    ]

    /// Writes the export into a new file, row by row, in little memory and on one unchanging picture of the data.
    /// - Throws: ``StorageError``, of kind `exists` where the file is there.
    package static func make(_ path: String, from store: Store) async throws {
        try await NewFile.make(path) { temporary in
            try await store.read { db in
                let file = try DiskFile(filling: temporary)
                try write(db) { try file.write($0) }
            }
        }
    }

    /// Writes it piece by piece.
    package static func write(_ db: Transaction, _ output: ([UInt8]) throws -> Void) throws {
        var json = JSONWriter()
        let omissions = try sealed(db).union(secrets + repetitions)
        try json.object { json in
            json.member("steps", try Migration.applied(db).sorted())
            try json.object("tables") { json in
                for table in try Table.all(db) where !omissions.contains(Omission(table: table.name, column: nil)) {
                    try json.array(table.name) { json in try write(table, without: omissions, db, &json, output) }
                }
            }
        }
        try output(json.take() + [UInt8(ascii: "\n")])
    }

    private static func write(
        _ table: Table, without omissions: Set<Omission>, _ db: Transaction, _ json: inout JSONWriter,
        _ output: ([UInt8]) throws -> Void
    ) throws {
        let isWritten = table.columns.map { !omissions.contains(Omission(table: table.name, column: $0)) }
        try table.rows(db) { row in
            json.line { json in
                for (index, value) in row.enumerated() where isWritten[index] {
                    write(value, as: table.columns[index], &json)
                }
            }
            if json.bytes.count > 1 << 16 { try output(json.take()) }
        }
    }

    private static func write(_ value: Value, as key: String, _ json: inout JSONWriter) {
        switch value {
        case .null: json.member(key, String?.none)
        case .integer(let number): json.member(key, number)
        case .real(let number): json.member(key, number)
        case .text(let text): json.member(key, text)
        case .bytes(let bytes): json.member(key, Data(bytes).base64EncodedString())
        }
    }
}

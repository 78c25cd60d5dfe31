package import Storage

/// A text that a file of definitions has or had.
package struct DefinitionVersion: Hashable, Sendable {
    /// Who wrote it.
    package enum Origin: String, Sendable {
        /// It came with the program; a newer program brings a newer one.
        case shipped
        /// An administrator of this office; the program leaves it alone.
        case edited
    }

    /// The key of its row.
    package let id: Int
    /// The file: "delegations-in.yaml".
    package let path: String
    /// 1 for the first text of the file.
    package let number: Int
    /// The text.
    package let text: String
    /// Who wrote it.
    package let origin: Origin
    /// Its line in the journal: by whom and when.
    package let entry: Int

    /// Whether the register is shown no more.
    package var isWithdrawn: Bool { text.isEmpty }
}

extension DefinitionVersion.Origin: Storable {}

extension DefinitionVersion {
    static let columns: Query = "v.id, v.path, v.number, v.text, v.origin, v.entry"

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        path = try fields.next()
        number = try fields.next()
        text = try fields.next()
        origin = try fields.next()
        entry = try fields.next()
    }

    /// The texts that hold now, by their paths.
    package static func current(_ db: Transaction) throws -> [DefinitionVersion] {
        try db.all(
            """
            SELECT \(columns) FROM definition_versions AS v
            JOIN (SELECT path, MAX(number) AS number FROM definition_versions GROUP BY path) AS last
            ON last.path = v.path AND last.number = v.number ORDER BY v.path
            """
        ) { try DefinitionVersion(&$0) }
    }

    /// All texts of a file, the newest first.
    package static func history(of path: String, _ db: Transaction) throws -> [DefinitionVersion] {
        try db.all(
            "SELECT \(columns) FROM definition_versions AS v WHERE v.path = \(path) ORDER BY v.number DESC"
        ) { try DefinitionVersion(&$0) }
    }
}

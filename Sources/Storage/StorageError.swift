/// Why the storage could not do what was asked. What was begun is undone, but for ``Kind/unknownOutcome``.
package struct StorageError: Error, Equatable {
    /// What a program or a person can act on.
    package enum Kind: String, Sendable, CaseIterable {
        /// The file or the server cannot be opened or reached.
        case unreachable
        /// The server or the file refuses who asks.
        case denied
        /// The folder or file may only be read.
        case readOnly
        case diskFull
        /// What stands in the file is no database, or is damaged.
        case damaged
        /// Written by a newer program.
        case newer
        /// Written by an older program: `migrate` helps.
        case older
        /// Without any table yet: `init` helps.
        case empty
        /// The tables in it are another program's.
        case foreign
        /// Something stands where a new file, or a new database, should come.
        case exists
        /// A rule of the schema forbids it (unique, reference, check, not null).
        case constraint
        /// Another was faster, again and again.
        case busy
        /// The connection broke while the write was being made final: it may stand or not.
        case unknownOutcome
        /// A fault of the program: wrong SQL, wrong type.
        case fault
    }

    /// What happened.
    package let kind: Kind
    /// The engine's own words, for the log and the person who keeps the system.
    package let detail: String
    /// The engine's own code, where it gave one: SQLite's extended result code or PostgreSQL's SQLSTATE.
    package let code: String?

    /// All of its parts.
    package init(_ kind: Kind, _ detail: String, code: String? = nil) {
        self.kind = kind
        self.detail = detail
        self.code = code
    }

    static func unexpected(_ value: Value, _ type: Any.Type) -> Self { Self(.fault, "\(value) is no \(type)") }
    static func tooFewColumns(_ count: Int) -> Self { Self(.fault, "the row has \(count) columns only") }
}

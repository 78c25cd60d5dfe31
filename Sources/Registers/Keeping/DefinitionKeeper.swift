package import Storage
import Synchronization

/// The definitions of an office, read once and kept until another text holds: every page of a register needs them.
package final class DefinitionKeeper: Sendable {
    private struct Kept {
        let definitions: Definitions
        /// The last version that it knows of.
        let version: Int
    }

    private let kept = Mutex<Kept?>(nil)

    /// One that has read nothing yet.
    package init() {}

    /// The definitions as they stand in this transaction.
    package func definitions(_ db: Transaction) throws -> Definitions {
        let version = try db.value("SELECT COALESCE(MAX(id), 0) FROM definition_versions", Int.self) ?? 0
        if let kept = kept.withLock({ $0 }), kept.version == version { return kept.definitions }
        let definitions = try Definitions.current(db)
        // A reader of an older picture of the data does not take the place of a newer one.
        kept.withLock {
            if $0.map({ $0.version <= version }) ?? true { $0 = Kept(definitions: definitions, version: version) }
        }
        return definitions
    }
}

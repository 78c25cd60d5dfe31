import CPostgres

/// The statements that one connection has prepared: those asked for more than once, the least recently used forgotten.
struct PostgresStatements {
    /// A statement is its text and the types of its values.
    struct Key: Hashable {
        let sql: String
        let types: [Oid]
    }

    /// How a statement is to be run.
    struct Use: Equatable {
        /// The name under which it is prepared; `nil` where it is sent as text.
        var name: String?
        /// Whether it must be prepared first.
        var isNew = false
        /// One that made room for it and must be deallocated.
        var forgotten: String?
    }

    private struct Entry {
        var name: String?
        var lastUse: Int
    }

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var uses = 0

    init(limit: Int) { self.limit = limit }

    mutating func use(_ key: Key) -> Use {
        // Long lists of values hardly come twice with the same length.
        guard key.types.count <= 64 else { return Use() }
        uses += 1
        guard let entry = entries[key] else {
            let forgotten = entries.count < limit ? nil : removeOldest()
            entries[key] = Entry(name: nil, lastUse: uses)
            return Use(forgotten: forgotten)
        }
        let name = entry.name ?? "s\(uses)"
        entries[key] = Entry(name: name, lastUse: uses)
        return Use(name: name, isNew: entry.name == nil)
    }

    /// After it could not be prepared.
    mutating func forget(_ key: Key) { entries[key] = nil }

    private mutating func removeOldest() -> String? {
        entries.min { $0.value.lastUse < $1.value.lastUse }.flatMap { entries.removeValue(forKey: $0.key)?.name }
    }
}

import Office
import Storage
import Vietnamese

/// Private names are found by their words though they are sealed: for each word of a name, without accents, stands a keyed hash beside
/// the record. Whoever types "nguyen van an" finds those who have all three words, in any order; a part of a word finds nothing.
extension RecordBook {
    /// The query finding private names too, for who may read them.
    package func findingNames(_ query: RecordQuery) -> RecordQuery {
        guard let keys, definition.hasPrivateNames else { return query }
        var query = query
        query.nameWords = query.text.nameWords.map { word in
            RecordQuery.NameWord(hashes: keys.blinds(word, of: definition.tableOfNames))
        }
        return query
    }

    /// Writes the words of a record's private names in the place of those that are there; none of one that was removed.
    func indexNames(of record: Record, _ content: StoredContent, _ db: Transaction) throws {
        guard definition.hasPrivateNames, let keys else { return }
        let table = definition.tableOfNames
        try db.run("DELETE FROM \(name: table) WHERE record = \(record.id)")
        guard !record.isRemoved else { return }
        var words: Set<String> = []
        func add(_ cells: [Key: Cells], _ fields: [FieldDefinition], in table: String) throws {
            for field in fields where field.isPrivateName {
                guard let cells = cells[field.key],
                    case .text(let name)? = try opened(cells, of: field, in: table, record.id)
                else { continue }
                words.formUnion(name.nameWords)
            }
        }
        try add(content.fields, definition.fields, in: definition.table)
        for lines in definition.lines {
            for line in content.lines[lines.key] ?? [] {
                try add(line.fields, lines.fields, in: definition.table(of: lines))
            }
        }
        try db.insert(
            "INSERT INTO \(name: table) (word, record)",
            rows: words.sorted().map { [.bytes(try keys.blind($0, of: table)), record.id.stored] })
    }
}

extension RecordQuery {
    /// A word of a name that is sought: what it is found by under each key.
    package struct NameWord: Hashable, Sendable {
        let hashes: [[UInt8]]
    }
}

extension Definition {
    /// Whether there are names that are sealed.
    var hasPrivateNames: Bool {
        fields.contains(where: \.isPrivateName) || lines.contains { $0.fields.contains(where: \.isPrivateName) }
    }

    /// `SELECT record`: those whose private names have all of the words; `nil` where none is sought.
    func recordsNamed(_ words: [RecordQuery.NameWord], _ db: Transaction) throws -> Query? {
        let table = tableOfNames
        func having(_ word: RecordQuery.NameWord) -> Query { "word IN (\(list: word.hashes.map { Value.bytes($0) }))" }
        // A third of all are named Nguyễn: the rarest word leads, and the others are asked of its bearers only.
        let byRarity = try words.map { word in
            let limited: Query = "SELECT 1 FROM \(name: table) WHERE \(having(word)) LIMIT \(2_000)"
            return (word: word, count: try db.value("SELECT COUNT(*) FROM (\(limited)) AS bearers", Int.self) ?? 0)
        }.sorted { $0.count < $1.count }.map(\.word)
        guard let first = byRarity.first else { return nil }
        let others = byRarity.dropFirst().map { word -> Query in
            "EXISTS (SELECT 1 FROM \(name: table) AS o WHERE o.record = n.record AND o.\(having(word)))"
        }
        return
            "SELECT n.record FROM \(name: table) AS n WHERE \(Query(joining: ["n.\(having(first))"] + others, " AND "))"
    }
}

extension FieldDefinition {
    fileprivate var isPrivateName: Bool { isPrivate && kind == .person }
}

extension String {
    /// Its words without accents.
    fileprivate var nameWords: [String] { soughtWords.split(separator: " ").map(String.init) }
}

import Foundation
package import Office
package import Storage

/// Sealing again under the newest key what older ones sealed, a few records a transaction: it can be broken off and begun again at any
/// time, for what is sealed anew says so itself.
package enum Resealing {
    /// So many records a transaction: others write between.
    private static let atOnce = 100

    /// Seals everything anew.
    /// - Parameter progress: Told after each transaction how many records were sealed anew so far.
    /// - Returns: How many records there were with anything of an older key.
    /// - Throws: ``Refusal`` where a key is missing; what is done by then is done.
    package static func run(
        _ store: Store, _ keys: KeyRing, by act: Act, progress: (Int) -> Void = { _ in }
    ) async throws -> Int {
        let definitions = try await store.read { try Definitions.current($0) }
        var sealed = 0
        for definition in definitions.all where definition.keepsPrivate {
            let book = RecordBook(definition, keys: keys)
            var last = 0
            while true {
                let (next, count) = try await store.write { [last] in try book.reseal(after: last, atOnce, $0) }
                sealed += count
                if count > 0 { progress(sealed) }
                guard let next else { break }
                last = next
            }
        }
        let files = try await runFiles(store, keys, definitions)
        if sealed > 0 || files > 0 {
            try await store.write { [sealed] db in
                try Journal.record(
                    "definition.reseal", of: .sealingKey(keys.newest), after: ["records": sealed, "files": files],
                    by: act, db)
            }
        }
        return sealed
    }

    /// Files with records are sealed too, one a transaction.
    private static func runFiles(_ store: Store, _ keys: KeyRing, _ definitions: Definitions) async throws -> Int {
        guard let definition = definitions.all.first else { return 0 }
        let imports = Imports(book: RecordBook(definition, keys: keys))
        var (last, sealed) = (0, 0)
        while true {
            let found = try await store.write { [last] db -> (id: Int, isOld: Bool)? in
                let found = try Imports.next(after: last, keys, db)
                if let found, found.isOld { try imports.reseal(found.id, db) }
                return found
            }
            guard let found else { return sealed }
            last = found.id
            if found.isOld { sealed += 1 }
        }
    }

    /// Whether anything is still sealed with another than the newest key.
    package static func isComplete(_ store: Store, _ keys: KeyRing) async throws -> Bool {
        let definitions = try await store.read { try Definitions.current($0) }
        for definition in definitions.all where definition.keepsPrivate {
            let book = RecordBook(definition, keys: keys)
            var last = 0
            while true {
                let (next, isOld) = try await store.read { [last] in try book.hasOld(after: last, 1_000, $0) }
                if isOld { return false }
                guard let next else { break }
                last = next
            }
        }
        var last = 0
        while let file = try await store.read({ [last] in try Imports.next(after: last, keys, $0) }) {
            if file.isOld { return false }
            last = file.id
        }
        return true
    }
}

extension Definition {
    /// Whether anything of it is private.
    package var keepsPrivate: Bool { (fields + lines.flatMap(\.fields)).contains(where: \.isPrivate) }
}

extension Journal.Subject {
    /// A key of private fields, by its number.
    static func sealingKey(_ id: Int) -> Self { Self("key", id) }
}

extension RecordBook {
    private func ids(after last: Int, _ limit: Int, _ db: Transaction) throws -> [RecordID] {
        try db.all("SELECT id FROM \(name: definition.table) WHERE id > \(last) ORDER BY id LIMIT \(limit)") {
            try $0.next()
        }
    }

    /// Seals some records anew, and what their changes replaced.
    /// - Returns: Where to go on; `nil` at the end.
    fileprivate func reseal(after last: Int, _ limit: Int, _ db: Transaction) throws -> (next: Int?, sealed: Int) {
        let ids = try ids(after: last, limit, db)
        var sealed = 0
        for id in ids {
            guard let (_, content) = try stored(id, db) else { continue }
            let renewed = try renewed(content, id)
            if let renewed {
                try updateRow(id, [:], renewed, db)
                try writeTables(StoredContent(lines: renewed.lines), of: id, db)
                // The words of its names are found under the new key from now on.
                try index(id, db)
            }
            let isBeforeRenewed = try renewChanges(of: id, db)
            if renewed != nil || isBeforeRenewed { sealed += 1 }
        }
        return (ids.count < limit ? nil : ids.last?.rawValue, sealed)
    }

    fileprivate func hasOld(after last: Int, _ limit: Int, _ db: Transaction) throws -> (next: Int?, isOld: Bool) {
        let ids = try ids(after: last, limit, db)
        for id in ids {
            if let (_, content) = try stored(id, db), try isOld(content) { return (nil, true) }
            for (_, before) in try befores(of: id, db) where try isOld(before) { return (nil, true) }
        }
        return (ids.count < limit ? nil : ids.last?.rawValue, false)
    }

    private func befores(of id: RecordID, _ db: Transaction) throws -> [(id: Int, content: StoredContent)] {
        try db.all("SELECT id, before FROM record_changes WHERE record = \(id) AND before IS NOT NULL ORDER BY id") {
            (try $0.next(), try StoredContent(json: $0.next()))
        }
    }

    private func renewChanges(of id: RecordID, _ db: Transaction) throws -> Bool {
        var isRenewed = false
        for (change, before) in try befores(of: id, db) {
            guard let content = try renewed(before, id) else { continue }
            // What is private is put among what else the change replaced.
            var whole = before
            whole.fields.merge(content.fields) { $1 }
            whole.lines.merge(content.lines) { $1 }
            try db.run("UPDATE record_changes SET before = \(whole.json()) WHERE id = \(change)")
            isRenewed = true
        }
        return isRenewed
    }

    private func isOld(_ content: StoredContent) throws -> Bool {
        let keys = try requiredKeys()
        func isOld(_ cells: [Key: Cells], _ fields: [FieldDefinition]) -> Bool {
            fields.contains { field in
                guard field.isPrivate, case .bytes(let bytes)? = cells[field.key]?.first else { return false }
                return keys.isOld(bytes)
            }
        }
        return isOld(content.fields, definition.fields)
            || definition.lines.contains { lines in
                (content.lines[lines.key] ?? []).contains { isOld($0.fields, lines.fields) }
            }
    }

    /// What has to be put in the place of what an older key sealed; `nil` where there is nothing.
    private func renewed(_ content: StoredContent, _ id: RecordID) throws -> StoredContent? {
        guard try isOld(content) else { return nil }
        func renewed(_ cells: [Key: Cells], _ fields: [FieldDefinition], _ table: String) throws -> [Key: Cells] {
            try fields.filter(\.isPrivate).reduce(into: [:]) { found, field in
                guard let old = cells[field.key], old.isFilled else { return }
                found[field.key] = try self.cells(opened(old, of: field, in: table, id), of: field, in: table, id)
            }
        }
        var new = StoredContent(fields: try renewed(content.fields, definition.fields, definition.table))
        for lines in definition.lines where lines.fields.contains(where: \.isPrivate) {
            guard let rows = content.lines[lines.key] else { continue }
            new.lines[lines.key] = try rows.map { row in
                var row = row
                row.fields.merge(try renewed(row.fields, lines.fields, definition.table(of: lines))) { $1 }
                return row
            }
        }
        return new
    }
}

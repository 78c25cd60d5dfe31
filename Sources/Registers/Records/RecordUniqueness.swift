import Storage
import Wording

extension Definition {
    /// Fields that are, alone or together, not the same in two records.
    var fieldsThereOnce: [FieldDefinition] {
        let together = Set(unique.joined())
        return fields.filter { $0.isUnique || together.contains($0.key) }
    }
}

extension RecordChecks {
    /// That no other record has the same where it must be there once. Records that were removed do not count. Whose record it is is not
    /// told: it may be another unit's.
    /// - Parameter cells: As they will be stored, of all fields.
    mutating func checkUnique(_ cells: [Key: Cells], changed: Set<Key>) throws {
        for field in definition.fields where field.isUnique && changed.contains(field.key) {
            if try isTaken([field], cells) { add(field.key, Message("record.taken")) }
        }
        for keys in definition.unique where !changed.isDisjoint(with: keys) {
            let fields = keys.compactMap { definition[$0] }
            if let last = keys.last, try isTaken(fields, cells) { add(last, Message("record.taken-together")) }
        }
    }

    private func isTaken(_ fields: [FieldDefinition], _ cells: [Key: Cells]) throws -> Bool {
        guard let condition = definition.sameCondition(fields, cells) else { return false }
        let others: Query = id.map { "AND id <> \($0)" } ?? ""
        return try db.value(
            "SELECT EXISTS (SELECT 1 FROM \(name: definition.table) WHERE \(condition) \(others))", Bool.self) ?? false
    }
}

extension Definition {
    /// The condition that a record that was not removed has the same in all of these fields; `nil` where one is not filled, or equal
    /// values of it cannot be found.
    func sameCondition(_ fields: [FieldDefinition], _ cells: [Key: Cells]) -> Query? {
        var conditions: [Query] = ["removed IS NULL"]
        for field in fields {
            guard let column = field.equalityColumn, let own = cells[field.key], own.isFilled,
                let index = field.columns.firstIndex(where: { $0.name == column })
            else { return nil }
            conditions.append("\(name: column) = \(own[index])")
        }
        return Query(joining: conditions, " AND ")
    }
}

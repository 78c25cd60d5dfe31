/// What a new text of a definition changes: shown before it is taken in.
package struct DefinitionDifference: Hashable, Sendable {
    /// One change.
    package enum Change: Hashable, Sendable {
        /// The register is new.
        case register
        /// A field, or lines, are new.
        case added(Key)
        /// A field, or lines, are shown no more; what they hold stays.
        case hidden(Key)
        /// A field has another key.
        case renamed(Key, to: Key)
        /// A field says something else of itself: its names, its choices, whether it is required.
        case altered(Key)
        /// Something else of the register is not as before.
        case rest
    }

    /// In the order of the definition.
    package let changes: [Change]

    /// What comes of putting the new definition in the place of the old.
    package init(from old: Definition?, to new: Definition) {
        guard let old else {
            changes = [.register]
            return
        }
        var changes = Self.changes(from: old.fields, to: new.fields)
        for lines in new.lines {
            guard let before = old.lines(lines.key) else {
                changes.append(.added(lines.key))
                continue
            }
            changes += Self.changes(from: before.fields, to: lines.fields)
        }
        changes += old.lines.filter { new.lines($0.key) == nil }.map { .hidden($0.key) }
        if changes.isEmpty, old.yaml != new.yaml { changes = [.rest] }
        self.changes = changes
    }

    private static func changes(from old: [FieldDefinition], to new: [FieldDefinition]) -> [Change] {
        var known: Set<Key> = []
        var changes: [Change] = []
        for field in new {
            let isRenamed = old.contains { $0.key == field.was } && !old.contains { $0.key == field.key }
            let before = isRenamed ? field.was : field.key
            guard let before, let there = old.first(where: { $0.key == before }) else {
                changes.append(.added(field.key))
                continue
            }
            known.insert(before)
            if isRenamed {
                changes.append(.renamed(before, to: field.key))
            } else if there != field {
                changes.append(.altered(field.key))
            }
        }
        return changes + old.filter { !known.contains($0.key) }.map { .hidden($0.key) }
    }
}

/// What a new text of a definition changes: told before it is taken in.
package struct DefinitionDifference: Sendable {
    /// What a change is of.
    package enum Part: Hashable, Sendable {
        /// A field of the records, or of lines.
        case field(Key, of: Key?)
        /// Lines.
        case lines(Key)
        /// A state.
        case state(Key)
        /// A step between states.
        case move(Key)
        /// A figure.
        case figure(String)
        /// A behaviour, by its name.
        case behaviour(String)
        /// The register's names and group.
        case general
        /// How it is shown: columns, facets, chart, calendar.
        case display
        /// How long records are kept, what is there once, what everybody sees.
        case rules
    }

    /// One change.
    package enum Change: Hashable, Sendable {
        /// The register is new.
        case register
        /// The register is shown no more; what it holds stays.
        case withdrawal
        /// This is new.
        case added(Part)
        /// This is shown no more, or asked no more; what was recorded stays.
        case hidden(Part)
        /// A field has another key.
        case renamed(Key, to: Key)
        /// This says something else of itself.
        case altered(Part)
        /// Fields, of the records or of lines, stand in another order.
        case reordered(Key?)
        /// The text is another, and means the same.
        case rest
    }

    /// In the order of the definition.
    package let changes: [Change]
    /// What stood before; `nil` where the register is new.
    package let old: Definition?
    /// What would stand; `nil` where the register goes.
    package let new: Definition?

    /// What comes of putting the new definition in the place of the old.
    package init(from old: Definition?, to new: Definition?) {
        self.old = old
        self.new = new
        guard let old, let new else {
            changes = new != nil ? [.register] : old != nil ? [.withdrawal] : []
            return
        }
        let found = Self.general(old, new) + Self.contents(old, new) + Self.ways(old, new)
        changes = found.isEmpty && old.yaml != new.yaml ? [.rest] : found
    }

    private static func general(_ old: Definition, _ new: Definition) -> [Change] {
        let isSame =
            old.names == new.names && old.record == new.record && old.about == new.about && old.group == new.group
        return (isSame ? [] : [.altered(.general)]) + (old.display == new.display ? [] : [.altered(.display)])
    }

    private static func contents(_ old: Definition, _ new: Definition) -> [Change] {
        var changes = fields(from: old.fields, to: new.fields, of: nil)
        for lines in new.lines {
            guard let before = old.lines(lines.key) else {
                changes.append(.added(.lines(lines.key)))
                continue
            }
            if before.names != lines.names || before.record != lines.record || before.title != lines.title
                || before.day != lines.day
            {
                changes.append(.altered(.lines(lines.key)))
            }
            changes += fields(from: before.fields, to: lines.fields, of: lines.key)
        }
        return changes + old.lines.filter { new.lines($0.key) == nil }.map { .hidden(.lines($0.key)) }
    }

    private static func fields(
        from old: [FieldDefinition], to new: [FieldDefinition], of lines: Key?
    ) -> [Change] {
        var known: [Key] = []
        var changes: [Change] = []
        for field in new {
            let isRenamed = old.contains { $0.key == field.was } && !old.contains { $0.key == field.key }
            let before = isRenamed ? field.was : field.key
            guard let before, let there = old.first(where: { $0.key == before }) else {
                changes.append(.added(.field(field.key, of: lines)))
                continue
            }
            known.append(before)
            if isRenamed {
                changes.append(.renamed(before, to: field.key))
            } else if there != field {
                changes.append(.altered(.field(field.key, of: lines)))
            }
        }
        if known != old.map(\.key).filter(known.contains) { changes.append(.reordered(lines)) }
        return changes + old.filter { !known.contains($0.key) }.map { .hidden(.field($0.key, of: lines)) }
    }

    /// What is not of fields: states, steps, behaviours, figures, rules.
    private static func ways(_ old: Definition, _ new: Definition) -> [Change] {
        let isSame =
            old.unique == new.unique && old.retention == new.retention && old.publicFace == new.publicFace
        return changes(old.states, new.states, by: \.key, { .state($0) })
            + changes(old.moves, new.moves, by: \.key, { .move($0) })
            + changes(
                old.behaviours.map(Named.init), new.behaviours.map(Named.init), by: \.name, { .behaviour($0) })
            + changes(old.figures, new.figures, by: \.name, { .figure($0) })
            + (isSame ? [] : [.altered(.rules)])
    }

    private static func changes<Element: Equatable, Name: Hashable>(
        _ old: [Element], _ new: [Element], by name: (Element) -> Name, _ part: (Name) -> Part
    ) -> [Change] {
        let changed = new.compactMap { element -> Change? in
            guard let before = old.first(where: { name($0) == name(element) }) else {
                return .added(part(name(element)))
            }
            return before == element ? nil : .altered(part(name(element)))
        }
        let names = Set(new.map(name))
        return changed + old.filter { !names.contains(name($0)) }.map { .hidden(part(name($0))) }
    }
}

/// A behaviour with its settings, to be compared.
private struct Named: Equatable {
    let name: String
    let settings: AnyHashable

    init(_ behaviour: any Behaviour) {
        name = type(of: behaviour).name
        settings = AnyHashable(behaviour)
    }
}

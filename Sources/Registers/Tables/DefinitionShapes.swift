package import Storage

extension Definition {
    /// The tables of the register: of its records, of their lines, and of each field of several values.
    package var shapes: [Shape] {
        var shapes = [recordShape] + fields.filter(\.hasTable).map { valueShape(of: $0, in: table) }
        for lines in lines {
            let name = table(of: lines)
            shapes.append(lineShape(lines, name))
            shapes += lines.fields.filter(\.hasTable).map { valueShape(of: $0, in: name) }
        }
        return hasPrivateNames ? shapes + [nameShape] : shapes
    }

    private var recordShape: Shape {
        let own: [Shape.Column] = [
            Shape.Column(EngineColumn.id.rawValue, .integer, .refers("records")),
            Shape.Column(EngineColumn.unit.rawValue, .integer, .refers("organisations")),
            Shape.Column(EngineColumn.recordedBy.rawValue, .integer),
            Shape.Column(EngineColumn.recordedAt.rawValue, .text, .required),
            Shape.Column(EngineColumn.state.rawValue, .text, .required),
            Shape.Column(EngineColumn.version.rawValue, .integer, .required),
            Shape.Column(EngineColumn.origin.rawValue, .text, .required),
            Shape.Column(EngineColumn.removed.rawValue, .text),
        ]
        return Shape(table, own + fields.flatMap(\.shapeColumns), key: [EngineColumn.id.rawValue], indices: indices)
    }

    private func lineShape(_ lines: Lines, _ name: String) -> Shape {
        let own: [Shape.Column] = [
            Shape.Column(LineColumn.id.rawValue, .identity),
            Shape.Column(LineColumn.record.rawValue, .integer, .refers(table)),
            Shape.Column(LineColumn.place.rawValue, .integer, .required),
        ]
        var indices = [Shape.Index("\(name)_r", [LineColumn.record.rawValue, LineColumn.place.rawValue])]
        if let day = lines.day.flatMap({ lines[$0] })?.dayColumn {
            indices.append(Shape.Index("\(name)_d", [day, LineColumn.record.rawValue]))
        }
        return Shape(name, own + lines.fields.flatMap(\.shapeColumns), indices: indices)
    }

    private func valueShape(of field: FieldDefinition, in table: String) -> Shape {
        let name = Self.table(of: field, in: table)
        return Shape(
            name,
            [
                Shape.Column("record", .integer, .refers(table)),
                Shape.Column("value", field.kind == .file ? .integer : .text, .required),
                Shape.Column("place", .integer, .required),
            ], key: ["record", "value"], indices: [Shape.Index("\(name)_v", ["value", "record"])])
    }

    private var nameShape: Shape {
        Shape(
            tableOfNames,
            [Shape.Column("word", .bytes, .sealed), Shape.Column("record", .integer, .refers(table))],
            key: ["word", "record"], indices: [Shape.Index("\(tableOfNames)_r", ["record"])])
    }

    /// Records are looked for by unit and day, by state, by facet, in the order of their titles, by what refers to others, and by what
    /// must be there once; those that were removed are left out. What is chosen beside a list stands in one index with all else that can
    /// be: to count them, no row is looked up.
    private var indices: [Shape.Index] {
        let id = EngineColumn.id.rawValue
        let last = [display.day.flatMap { self[$0] }?.dayColumn, id].compactMap(\.self)
        let facets = display.facets.compactMap { self[$0] }.filter { !$0.hasTable }
        // SQLite looks a row up for a column that the condition names, though an index has no other value of it.
        let removed = EngineColumn.removed.rawValue
        let chosen =
            [EngineColumn.unit.rawValue, EngineColumn.state.rawValue] + facets.compactMap(\.equalityColumn) + [removed]
        func withOthers(_ column: String) -> [String] {
            let own = [column] + last
            return own + chosen.filter { !own.contains($0) }
        }
        var wanted: [(String, [String])] = [
            ("unit", withOthers(EngineColumn.unit.rawValue)), ("state", withOthers(EngineColumn.state.rawValue)),
        ]
        if last.count > 1 { wanted.append(("day", last + chosen)) }
        if let title = self[display.title]?.sortColumn { wanted.append(("title", [title, id])) }
        for field in fields where !field.hasTable {
            guard let column = field.equalityColumn else { continue }
            if display.facets.contains(field.key) {
                wanted.append((field.key.column, withOthers(column)))
            } else if field.kind == .record || field.isUnique {
                wanted.append((field.key.column, [column] + last))
            }
        }
        for (number, keys) in unique.enumerated() {
            wanted.append(("u\(number + 1)", keys.compactMap { self[$0]?.equalityColumn }))
        }
        var known: Set<[String]> = []
        return wanted.filter { known.insert($0.1).inserted }.map { name, columns in
            Shape.Index("\(table)_by_\(name)", columns, whereEmpty: removed)
        }
    }
}

extension FieldDefinition {
    fileprivate var shapeColumns: [Shape.Column] {
        columns.map { Shape.Column($0.name, $0.type, isPrivate ? .sealed : .none) }
    }

    /// The column by which a window of days finds records: the first day of the field's date.
    package var dayColumn: String? {
        guard !isPrivate else { return nil }
        return switch kind {
        case .day: key.column
        case .partialDate: "\(key.column)_first"
        case .period: "\(key.column)_from"
        default: nil
        }
    }

    /// The column by which lists are sorted; `nil` where there is no order.
    package var sortColumn: String? {
        if isPrivate || hasTable || kind == .longText { return nil }
        if let day = dayColumn { return day }
        return columns.first { $0.name == "\(key.column)_sort" }?.name ?? columns.first?.name
    }

    /// The column by which equal values are found.
    package var equalityColumn: String? {
        if isPrivate { return hasBlindIndex ? "\(key.column)_blind" : nil }
        return kind == .period ? "\(key.column)_from" : columns.first?.name
    }
}

extension Shape {
    /// A column that changed what it holds: its values would be lost.
    package struct Conflict: Error, Hashable {
        /// The table.
        package let table: String
        /// The column.
        package let column: String
    }

    /// All tables that data declared, each after those that it refers to.
    package static func all(_ db: Transaction) throws -> [Shape] {
        try db.all("SELECT id, name FROM shapes ORDER BY id") { (try $0.next(Int.self), try $0.next(String.self)) }
            .map { try Shape($0.0, $0.1, db) }
    }

    /// The table of a name, as it was last declared; `nil` where none was.
    package static func named(_ name: String, _ db: Transaction) throws -> Shape? {
        try db.value("SELECT id FROM shapes WHERE name = \(name)", Int.self).map { try Shape($0, name, db) }
    }

    /// Makes the table as it is declared, or brings it there: columns are added and none is taken away; indices come and go.
    /// - Parameter renamed: Old names of columns to their new ones, which have their values from then on.
    /// - Returns: Whether anything had to be done.
    /// - Throws: ``Conflict`` where a column would hold something else.
    @discardableResult
    package func establish(renamed: [String: String] = [:], _ db: Transaction) throws -> Bool {
        guard let old = try Shape.named(name, db) else {
            try create(db)
            try keep(db)
            return true
        }
        var columns = old.columns
        for (index, column) in columns.enumerated() {
            guard let new = renamed[column.name], !columns.contains(where: { $0.name == new }) else { continue }
            try db.run("ALTER TABLE \(name: name) RENAME COLUMN \(name: column.name) TO \(name: new)")
            columns[index] = Column(new, column.type, column.rule)
        }
        for column in self.columns {
            if let there = columns.first(where: { $0.name == column.name }) {
                guard there.type == column.type else { throw Conflict(table: name, column: column.name) }
            } else {
                try db.run("ALTER TABLE \(name: name) ADD COLUMN \(name: column.name) \(column: column.type)")
                columns.append(column)
            }
        }
        var grown = self
        grown.columns = columns
        guard grown != old else { return false }
        for index in old.indices where !indices.contains(index) { try db.run("DROP INDEX \(name: index.name)") }
        for index in indices where !old.indices.contains(index) { try create(index, db) }
        try grown.keep(db)
        return true
    }

    /// Gives a table another name, under which it is declared from then on.
    package static func rename(_ old: String, to new: String, _ db: Transaction) throws {
        try db.run("ALTER TABLE \(name: old) RENAME TO \(name: new)")
        try db.run("UPDATE shapes SET name = \(new) WHERE name = \(old)")
    }

    /// Columns that were declared and are not in the database, as "table.column".
    package static func missing(_ db: Transaction) throws -> [String] {
        let tables = Dictionary(uniqueKeysWithValues: try Table.all(db).map { ($0.name, Set($0.columns)) })
        return try all(db).flatMap { shape in
            shape.columns.map(\.name).filter { tables[shape.name]?.contains($0) != true }.map { "\(shape.name).\($0)" }
        }
    }

    // MARK: Rows

    private init(_ id: Int, _ name: String, _ db: Transaction) throws {
        var key: [(place: Int, name: String)] = []
        let columns = try db.all(
            "SELECT name, type, rule, key_place FROM shape_columns WHERE shape = \(id) ORDER BY place"
        ) { fields in
            let column = Column(try fields.next(), try fields.next(), Column.Rule(try fields.next()))
            if let place: Int = try fields.next() { key.append((place, column.name)) }
            return column
        }
        let indices = try db.all(
            "SELECT name, columns, where_empty FROM shape_indices WHERE shape = \(id) ORDER BY name"
        ) { fields in
            Index(
                try fields.next(), try fields.next(String.self).split(separator: " ").map(String.init),
                whereEmpty: try fields.next())
        }
        self.init(name, columns, key: key.sorted { $0.place < $1.place }.map(\.name), indices: indices)
    }

    private func keep(_ db: Transaction) throws {
        let known: Int? = try db.value("SELECT id FROM shapes WHERE name = \(name)")
        let id = try known ?? db.insert("INSERT INTO shapes (name) VALUES (\(name))")
        try db.run("DELETE FROM shape_columns WHERE shape = \(id)")
        try db.run("DELETE FROM shape_indices WHERE shape = \(id)")
        try db.insert(
            "INSERT INTO shape_columns (shape, place, name, type, key_place, rule)",
            rows: columns.enumerated().map { place, column in
                [
                    .integer(id), .integer(place), .text(column.name), column.type.stored,
                    key.firstIndex(of: column.name).stored, column.rule.text.stored,
                ]
            })
        try db.insert(
            "INSERT INTO shape_indices (shape, name, columns, where_empty)",
            rows: indices.map { index in
                [
                    .integer(id), .text(index.name), .text(index.columns.joined(separator: " ")),
                    index.whereEmpty.stored,
                ]
            })
    }
}

extension Shape.Column.Rule {
    fileprivate init(_ text: String?) {
        switch text {
        case nil: self = .none
        case "required": self = .required
        case "sealed": self = .sealed
        case let table?: self = .refers(String(table.dropFirst("refers ".count)))
        }
    }

    fileprivate var text: String? {
        switch self {
        case .none: nil
        case .required: "required"
        case .sealed: "sealed"
        case .refers(let table): "refers \(table)"
        }
    }
}

extension ColumnType: Storable {}

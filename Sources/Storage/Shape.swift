/// A table that data declare, not a step of the schema: the tables of registers. What it is like is kept in rows, so that a copy of
/// the database can make it anew, and what is new about it can be told from what is there.
///
/// It only grows: a column that is no longer declared stays with what it holds.
package struct Shape: Hashable, Sendable {
    /// A column.
    package struct Column: Hashable, Sendable {
        /// What else it is.
        package enum Rule: Hashable, Sendable {
            /// It may be empty.
            case none
            /// It is never empty.
            case required
            /// It has the `id` of a row of this table; it is never empty.
            case refers(String)
            /// It may be empty, and what it holds is sealed: it is left out of exports.
            case sealed
        }

        /// Its name.
        package let name: String
        /// What it holds.
        package let type: ColumnType
        /// What else it is.
        package let rule: Rule

        /// All of its parts.
        package init(_ name: String, _ type: ColumnType, _ rule: Rule = .none) {
            self.name = name
            self.type = type
            self.rule = rule
        }
    }

    /// An index.
    package struct Index: Hashable, Sendable {
        /// Its name, of the whole database.
        package let name: String
        /// Its columns in their order.
        package let columns: [String]
        /// A column that is empty in every row it has, where it has not all.
        package let whereEmpty: String?

        /// All of its parts.
        package init(_ name: String, _ columns: [String], whereEmpty: String? = nil) {
            self.name = name
            self.columns = columns
            self.whereEmpty = whereEmpty
        }
    }

    /// The table's name.
    package let name: String
    /// Its columns; one of the type ``ColumnType/identity`` is its key.
    package internal(set) var columns: [Column]
    /// The columns of its key, where no one is.
    package let key: [String]
    /// Its indices.
    package let indices: [Index]

    /// All of its parts.
    package init(_ name: String, _ columns: [Column], key: [String] = [], indices: [Index] = []) {
        self.name = name
        self.columns = columns
        self.key = key
        self.indices = indices
    }

    /// Where the shapes are kept.
    package static let migrations = [
        Migration(
            "shapes.1",
            [
                "CREATE TABLE shapes (id \(column: .identity), name \(column: .text) NOT NULL UNIQUE)",
                """
                CREATE TABLE shape_columns (
                    shape \(column: .integer) NOT NULL REFERENCES shapes (id),
                    place \(column: .integer) NOT NULL,
                    name \(column: .text) NOT NULL,
                    type \(column: .text) NOT NULL,
                    key_place \(column: .integer),
                    rule \(column: .text),
                    PRIMARY KEY (shape, place))
                """,
                """
                CREATE TABLE shape_indices (
                    shape \(column: .integer) NOT NULL REFERENCES shapes (id),
                    name \(column: .text) NOT NULL,
                    columns \(column: .text) NOT NULL,
                    where_empty \(column: .text),
                    PRIMARY KEY (shape, name))
                """,
            ])
    ]
}

extension Shape {
    /// Makes the table.
    func create(_ db: Transaction) throws {
        var parts = columns.map { column -> Query in
            let name: Query = "\(name: column.name) \(column: column.type)"
            return switch column.rule {
            case .none, .sealed: name
            case .required: "\(name) NOT NULL"
            case .refers(let table): "\(name) NOT NULL REFERENCES \(name: table) (id)"
            }
        }
        if !key.isEmpty { parts.append("PRIMARY KEY (\(Query(names: key)))") }
        try db.run("CREATE TABLE \(name: name) (\(Query(joining: parts, ", ")))")
        for index in indices { try create(index, db) }
    }

    func create(_ index: Index, _ db: Transaction) throws {
        let condition: Query = index.whereEmpty.map { "WHERE \(name: $0) IS NULL" } ?? ""
        let columns = index.columns.map { "\(name: $0) \(db.dialect.absentIsLeast)" as Query }
        try db.run(
            "CREATE INDEX \(name: index.name) ON \(name: name) (\(Query(joining: columns, ", "))) \(condition)")
    }
}

extension Query {
    /// Queries with something between them.
    package init(joining queries: some Sequence<Query>, _ separator: Query) {
        var parts: [Part] = []
        for query in queries { parts += parts.isEmpty ? query.parts : separator.parts + query.parts }
        self.init(parts: parts)
    }

    /// Names of columns, quoted, between commas.
    package init(names: some Sequence<String>) {
        self.init(joining: names.map { "\(name: $0)" }, ", ")
    }
}

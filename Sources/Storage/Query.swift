/// SQL in the common subset of the engines, whose values are bound, never written into the text:
///
///     let query: Query = "SELECT name FROM organisations WHERE id = \(id)"
///
/// A query can stand inside another one; its values keep their order.
package struct Query: Sendable, Hashable {
    enum Part: Hashable {
        case text(String)
        case value(Value)
        case type(ColumnType)
    }

    var parts: [Part]

    /// The text for an engine, with `$1`, `$2`, … where its values go, and these values.
    /// - Throws: ``StorageError`` of kind `constraint` where a text has a NUL character, which PostgreSQL does not keep.
    package func statement(_ dialect: some Dialect) throws -> (sql: String, values: [Value]) {
        var sql = ""
        var values: [Value] = []
        for part in parts {
            switch part {
            case .text(let text): sql += text
            case .type(let type): sql += dialect.sql(type)
            case .value(.null) where !dialect.bindsNull: sql += "NULL"
            case .value(let value):
                if case .text(let text) = value, text.utf8.contains(0) {
                    throw StorageError(.constraint, "text with a NUL character")
                }
                values.append(value)
                sql += "$\(values.count)"
            }
        }
        return (sql, values)
    }
}

extension Query: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { parts = [.text(text)] }
    package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

    /// What can stand in a query.
    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.text(literal)) }
        }

        /// A value, bound.
        package mutating func appendInterpolation(_ value: some Storable) { parts.append(.value(value.stored)) }

        /// A value that may be absent, bound.
        package mutating func appendInterpolation(_ value: (some Storable)?) { parts.append(.value(value.stored)) }

        /// A part of the text that is a query itself.
        package mutating func appendInterpolation(_ query: Query) { parts += query.parts }

        /// Values between commas, bound: `IN (\(list: ids))`. An empty list is `NULL`, which nothing equals.
        package mutating func appendInterpolation(list values: some Sequence<some Storable>) {
            let start = parts.count
            for value in values {
                if parts.count > start { parts.append(.text(", ")) }
                parts.append(.value(value.stored))
            }
            if parts.count == start { parts.append(.text("NULL")) }
        }

        /// The name of a table or a column, quoted.
        package mutating func appendInterpolation(name: String) {
            parts.append(.text("\"\(name.replacing("\"", with: "\"\""))\""))
        }

        /// The type of a column, which each engine words its own way.
        package mutating func appendInterpolation(column type: ColumnType) { parts.append(.type(type)) }
    }
}

/// One row's values, read from the first column to the last:
///
///     init(_ fields: inout Fields) throws {
///         id = try fields.next()
///         name = try fields.next()
///     }
package struct Fields: ~Copyable {
    private let source: any FieldSource
    private var index = 0

    /// - Parameter source: Where the engine stands.
    package init(_ source: any FieldSource) { self.source = source }

    /// The next column's value.
    /// - Throws: ``StorageError`` where it is of another type, or there is none left.
    package mutating func next<T: Storable>(_ type: T.Type = T.self) throws -> T {
        guard index < source.count else { throw StorageError.tooFewColumns(source.count) }
        defer { index += 1 }
        return try T(stored: source.value(at: index))
    }

    /// Names of the columns, for rows of tables that only the data know.
    package var names: [String] { source.names }
}

/// An engine's place in its rows.
package protocol FieldSource {
    var count: Int { get }
    var names: [String] { get }
    /// The column's value; 0 is the first.
    func value(at index: Int) -> Value
}

/// A database as this house needs one. Both engines let one writer work at a time: official numbers and the journal are chains,
/// and a lock taken first costs less than an abort at the end.
package protocol Engine: Sendable {
    /// What it words its own way.
    var dialect: any Dialect { get }

    /// Runs the body on one unchanging picture of the data, off the cooperative threads.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// Runs the body as the only writer; what it throws undoes it. A body may run more than once: where the engine asks for it
    /// (a lost connection, a serialization failure), all that the first run did is undone before the second begins.
    @discardableResult func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T

    /// Ends it, after what is under way. Nothing can be asked afterwards.
    func close() async throws
}

/// One connection with a transaction under way; used by one thread at a time.
package protocol Session: AnyObject {
    var dialect: any Dialect { get }

    /// Runs one statement. After one that failed, this throws the same error again, and the transaction cannot be made final.
    /// - Parameters:
    ///   - sql: With `$1`, `$2`, … where the values go.
    ///   - row: Called for each row; `false` ends the reading.
    /// - Returns: How many rows were changed.
    @discardableResult
    func run(_ sql: String, _ values: [Value], row: (any FieldSource) throws -> Bool) throws -> Int
}

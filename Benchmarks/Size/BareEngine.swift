/// The engine's own C interface, as the reference: the same SQL, every column of every row taken, nothing built from them.
protocol BareEngine {
    /// - Returns: Something of each row, so that nothing is left out.
    func run(_ statements: [RecordedStatement]) throws -> Int
}

/// Why the reference could not be measured.
struct BareFailure: Error {
    let message: String
}

import Storage

/// A statement as the product sent it, to be run again on the bare engine.
struct RecordedStatement: Sendable {
    let sql: String
    let values: [Value]
}

/// Passes everything on and notes what it was.
final class RecordingSession: Session {
    private let session: any Session
    private(set) var statements: [RecordedStatement] = []

    var dialect: any Dialect { session.dialect }

    init(_ session: any Session) { self.session = session }

    func run(_ sql: String, _ values: [Value], row: (any FieldSource) throws -> Bool) throws -> Int {
        statements.append(RecordedStatement(sql: sql, values: values))
        return try session.run(sql, values, row: row)
    }
}

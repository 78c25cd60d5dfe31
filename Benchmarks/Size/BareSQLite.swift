import GRDBSQLite
import Storage

/// SQLite through its own C interface.
final class BareSQLite: BareEngine {
    private var database: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]

    init(path: String) throws {
        guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else { throw failed }
        sqlite3_exec(database, "PRAGMA cache_size = -32000; PRAGMA mmap_size = 1073741824", nil, nil, nil)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(database)
    }

    func run(_ statements: [RecordedStatement]) throws -> Int {
        // In a transaction, as the product reads.
        sqlite3_exec(database, "BEGIN", nil, nil, nil)
        defer { sqlite3_exec(database, "COMMIT", nil, nil, nil) }
        return try statements.reduce(0) { try $0 &+ run($1) }
    }

    private func run(_ recorded: RecordedStatement) throws -> Int {
        let statement = try prepared(recorded.sql)
        defer { sqlite3_reset(statement) }
        for (index, value) in recorded.values.enumerated() { bind(value, statement, Int32(index + 1)) }
        var sum = 0
        while sqlite3_step(statement) == SQLITE_ROW {
            for column in 0..<sqlite3_column_count(statement) {
                switch sqlite3_column_type(statement, column) {
                case SQLITE_INTEGER: sum &+= Int(sqlite3_column_int64(statement, column))
                case SQLITE_FLOAT: sum &+= Int(sqlite3_column_double(statement, column))
                case SQLITE_NULL: break
                default:
                    if let text = sqlite3_column_text(statement, column) { sum &+= Int(text[0]) }
                    sum &+= Int(sqlite3_column_bytes(statement, column))
                }
            }
        }
        return sum
    }

    private func prepared(_ sql: String) throws -> OpaquePointer? {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK
        else { throw failed }
        statements[sql] = statement
        return statement
    }

    private func bind(_ value: Value, _ statement: OpaquePointer?, _ index: Int32) {
        // SQLITE_TRANSIENT, which C writes as a cast.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(let text): sqlite3_bind_text(statement, index, text, -1, copied)
        case .bytes(let bytes): sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
        }
    }

    private var failed: BareFailure { BareFailure(message: sqlite3_errmsg(database).map { String(cString: $0) } ?? "") }
}

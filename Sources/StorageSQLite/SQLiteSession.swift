import Foundation
import GRDB
import GRDBSQLite
import Storage

/// A connection of GRDB with a transaction under way. Rows are read and written through GRDB's statements, values through
/// SQLite's own interface: half the time of GRDB's rows, which we do not keep.
final class SQLiteSession: Session {
    private let database: Database
    /// What went wrong in the transaction under way.
    private(set) var failure: StorageError?

    var dialect: any Dialect { SQLiteDialect() }

    init(_ database: Database) { self.database = database }

    func run(_ sql: String, _ values: [Value], row: (any FieldSource) throws -> Bool) throws -> Int {
        // SQLite would go on after a statement that failed, PostgreSQL does not.
        if let failure { throw failure }
        let before = database.totalChangesCount
        do {
            let statement = try statement(sql, values.count)
            if statement.isReadonly {
                try read(statement, values, row)
            } else {
                try write(statement, values, row)
            }
        } catch let error as DatabaseError {
            let translated = SQLiteFailure.translated(error, on: database)
            failure = translated
            throw translated
        }
        return database.totalChangesCount - before
    }

    /// Runs the body on one unchanging picture of the data.
    func inReadTransaction<T>(_ body: () throws -> T) throws -> T {
        try step("BEGIN DEFERRED TRANSACTION")
        let result = Result { try body() }
        // Nothing was written: whatever happened, this ends it.
        if sqlite3_get_autocommit(database.sqliteConnection) == 0 { try step("COMMIT TRANSACTION") }
        return try result.get()
    }

    private func step(_ sql: String) throws {
        try read(try database.cachedStatement(sql: sql), []) { _ in true }
    }

    private func statement(_ sql: String, _ count: Int) throws -> Statement {
        // Very long lists of values hardly come twice with the same length, and the cache has no limit.
        guard count <= 512 else { return try database.makeStatement(sql: sql) }
        let statement = try database.cachedStatement(sql: sql)
        // The same question may be asked inside its own rows.
        return sqlite3_stmt_busy(statement.sqliteStatement) == 0 ? statement : try database.makeStatement(sql: sql)
    }

    private func read(_ statement: Statement, _ values: [Value], _ row: (any FieldSource) throws -> Bool) throws {
        let rows = statement.sqliteStatement
        sqlite3_reset(rows)
        defer { sqlite3_reset(rows) }
        for (index, value) in values.enumerated() { value.bind(to: rows, at: Int32(index + 1)) }
        let source = StatementSource(rows)
        while true {
            let result = sqlite3_step(rows)
            guard result == SQLITE_ROW else {
                guard result == SQLITE_DONE else { throw failure(result, statement.sql) }
                return
            }
            guard try row(source) else { return }
        }
    }

    /// Through GRDB, which has to know what was written.
    private func write(_ statement: Statement, _ values: [Value], _ row: (any FieldSource) throws -> Bool) throws {
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values.map(\.databaseValue)))
        let source = StatementSource(statement.sqliteStatement)
        // All of it, also where no more rows are wanted: a statement that is left half-way writes only half.
        var wanted = true
        while try cursor.next() != nil { if wanted { wanted = try row(source) } }
    }

    private func failure(_ code: Int32, _ sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: database.sqliteConnection.flatMap { String(cString: sqlite3_errmsg($0)) }, sql: sql)
    }
}

/// The row on which a statement stands.
private final class StatementSource: FieldSource {
    private let statement: SQLiteStatement
    let count: Int

    init(_ statement: SQLiteStatement) {
        self.statement = statement
        count = Int(sqlite3_column_count(statement))
    }

    var names: [String] { (0..<count).map { String(cString: sqlite3_column_name(statement, Int32($0))) } }

    func value(at index: Int) -> Value {
        let column = Int32(index)
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            // The length is asked after the text: SQLite may have to make it first.
            let start = sqlite3_column_text(statement, column)
            let length = Int(sqlite3_column_bytes(statement, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            let length = Int(sqlite3_column_bytes(statement, column))
            return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: length)))
        default: return .null
        }
    }
}

extension Value {
    fileprivate func bind(to statement: SQLiteStatement, at index: Int32) {
        // SQLITE_TRANSIENT, which C writes as a cast: SQLite takes a copy.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(var text):
            _ = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    // Without an address it would be NULL.
                    guard let start = text.baseAddress else {
                        return sqlite3_bind_text(statement, index, "", 0, copied)
                    }
                    return sqlite3_bind_text(statement, index, start, Int32(text.count), copied)
                }
            }
        case .bytes(let bytes):
            _ =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}

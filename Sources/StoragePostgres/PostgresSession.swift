import CPostgres
import Storage

/// One connection, used by one thread at a time.
final class PostgresSession: Session {
    private let handle: OpaquePointer
    private var statements = PostgresStatements(limit: 200)
    /// The lock that every writer of this schema takes.
    private var lockKey = ""
    /// Which run of the server this is: another one after a crash, where numbers of transactions may come again.
    private(set) var serverRun = ""

    /// What went wrong in the transaction under way; nothing more can be done in it.
    private(set) var failure: StorageError?
    /// Whether the connection is gone.
    private(set) var isLost = false
    /// Whether the transaction is worth another try on the same server.
    private(set) var isPassing = false

    var dialect: any Dialect { PostgresDialect() }

    /// - Parameter handle: A connection that stands; it is closed with this object, also where this throws.
    init(handle: OpaquePointer, schema: String?) throws {
        self.handle = handle
        let path = schema.map { "SET search_path TO \"\($0.replacing("\"", with: "\"\""))\";" } ?? ""
        let row = try ask(
            """
            SET bytea_output TO hex; SET extra_float_digits TO 1; SET jit TO off; SET cursor_tuple_fraction TO 1;
            SET statement_timeout TO '300s'; SET lock_timeout TO '30s'; SET idle_in_transaction_session_timeout TO '120s';
            \(path)
            SELECT hashtextextended('nhipcau.' || current_schema(), 0),
                   concat_ws(' ', pg_postmaster_start_time(), (SELECT stats_reset FROM pg_stat_wal))
            """)
        guard let key = row.first ?? nil, let run = row.last ?? nil else {
            throw StorageError(.unreachable, "no schema \"\(schema ?? "")\"", code: "3F000")
        }
        lockKey = key
        serverRun = run
    }

    deinit { PQfinish(handle) }

    // MARK: Transactions

    func beginReading() throws {
        startAnew()
        try ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    /// Begins, waits until no other writer is left, and only then looks at the data.
    /// - Returns: The number of the transaction.
    func beginWriting() throws -> String {
        startAnew()
        let row = try ask(
            """
            BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(\(lockKey)); SELECT pg_current_xact_id()
            """)
        return (row.first ?? nil) ?? ""
    }

    func commit() throws { try ask("COMMIT") }

    /// After a failure; it does not matter whether the server still hears it.
    func rollback() { _ = try? ask("ROLLBACK") }

    /// Whether a transaction whose connection broke while it was made final stands. When this asks, it is over: its lock is free.
    func hasCommitted(_ transaction: String) throws -> Bool {
        _ = try beginWriting()
        defer { rollback() }
        do {
            let row = try ask("SELECT pg_xact_status('\(transaction)')")
            guard let status = row.first ?? nil else { throw StorageError(.unknownOutcome, "too long ago") }
            return status == "committed"
        } catch let error as StorageError where error.code == "22023" {
            // "in the future": a server that crashed does not know of it any more.
            return false
        }
    }

    private func startAnew() {
        failure = nil
        isPassing = false
    }

    // MARK: Statements

    func run(_ sql: String, _ values: [Value], row: (any FieldSource) throws -> Bool) throws -> Int {
        // The server would answer so too; SQLite would go on.
        if let failure { throw failure }
        let result = try send(sql, PostgresParameters(values))
        defer { PQclear(result) }
        for index in 0..<PQntuples(result) {
            guard try row(PostgresRow(result: result, row: index)) else { break }
        }
        return String(cString: PQcmdStatus(result)).hasPrefix("SELECT")
            ? 0 : Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    private func send(_ sql: String, _ parameters: PostgresParameters) throws -> OpaquePointer {
        let key = PostgresStatements.Key(sql: sql, types: parameters.types)
        let use = statements.use(key)
        if let forgotten = use.forgotten { try ask("DEALLOCATE \(forgotten)") }
        guard let name = use.name else {
            let result = parameters.withPointers { count, places, lengths, formats in
                PQexecParams(handle, sql, count, key.types, places, lengths, formats, 0)
            }
            return try checked(result)
        }
        if use.isNew {
            do { PQclear(try checked(PQprepare(handle, name, sql, Int32(key.types.count), key.types))) } catch {
                statements.forget(key)
                throw error
            }
        }
        let result = parameters.withPointers { count, places, lengths, formats in
            PQexecPrepared(handle, name, count, places, lengths, formats, 0)
        }
        return try checked(result, isPrepared: true)
    }

    /// Runs statements without values.
    /// - Returns: The first row of the last one, as text.
    @discardableResult private func ask(_ sql: String) throws -> [String?] {
        let result = try checked(PQexec(handle, sql))
        defer { PQclear(result) }
        // "ROLLBACK" is the answer where the transaction had failed.
        guard sql != "COMMIT" || String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StorageError(.fault, "the transaction had failed")
        }
        guard PQntuples(result) > 0 else { return [] }
        return (0..<PQnfields(result)).map { column in
            PQgetisnull(result, 0, column) == 1 ? nil : String(cString: PQgetvalue(result, 0, column))
        }
    }

    private func checked(_ result: OpaquePointer?, isPrepared: Bool = false) throws -> OpaquePointer {
        let status = PQresultStatus(result)
        if let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
        let error = PostgresFailure.statement(result, handle)
        PQclear(result)
        failure = failure ?? error
        isLost = PQstatus(handle) == CONNECTION_BAD || PostgresFailure.isLoss(error.code)
        // A prepared statement is out of date after the schema was changed; a new connection has none.
        if isPrepared, error.code == "0A000" || error.code == "26000" { isLost = true }
        isPassing = error.code == "40001" || error.code == "40P01"
        throw error
    }
}

import CPostgres
import Glibc
import Storage

/// PostgreSQL through libpq alone: prepared statements, values as text.
final class BarePostgres: BareEngine {
    /// The schema that the benchmark fills.
    static let schema = "nhipcau_size"

    private let connection: OpaquePointer?
    private var statements: [String: String] = [:]

    init(address: String) throws {
        connection = PQconnectdb(address)
        guard PQstatus(connection) == CONNECTION_OK else { throw failure }
        PQclear(PQexec(connection, "SET search_path TO \(Self.schema); SET jit TO off"))
    }

    /// An empty schema, whatever stood there.
    func makeSchemaAnew() throws {
        let result = PQexec(
            connection,
            """
            SET client_min_messages TO warning; DROP SCHEMA IF EXISTS \(Self.schema) CASCADE; CREATE SCHEMA \(Self.schema)
            """)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure }
    }

    deinit { PQfinish(connection) }

    func run(_ statements: [RecordedStatement]) throws -> Int {
        // In a transaction, as the product reads.
        PQclear(PQexec(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        defer { PQclear(PQexec(connection, "COMMIT")) }
        return try statements.reduce(0) { try $0 &+ run($1) }
    }

    private func run(_ recorded: RecordedStatement) throws -> Int {
        let name = try prepared(recorded)
        var values = recorded.values.map { value -> UnsafePointer<CChar>? in
            switch value {
            case .null, .bytes: nil
            case .integer(let number): UnsafePointer(strdup(String(number)))
            case .real(let number): UnsafePointer(strdup(String(number)))
            case .text(let text): UnsafePointer(strdup(text))
            }
        }
        defer { for value in values { free(UnsafeMutablePointer(mutating: value)) } }
        let result = PQexecPrepared(connection, name, Int32(values.count), &values, nil, nil, 0)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw failure }
        var sum = 0
        for row in 0..<PQntuples(result) {
            for column in 0..<PQnfields(result) {
                if let field = PQgetvalue(result, row, column) { sum &+= Int(field[0]) }
                sum &+= Int(PQgetlength(result, row, column))
            }
        }
        return sum
    }

    private func prepared(_ recorded: RecordedStatement) throws -> String {
        if let name = statements[recorded.sql] { return name }
        let name = "s\(statements.count)"
        // As the product declares them: int8, float8 and, for text, whatever the place asks for.
        let types: [Oid] = recorded.values.map { value in
            switch value {
            case .integer: 20
            case .real: 701
            default: 0
            }
        }
        let result = PQprepare(connection, name, recorded.sql, Int32(types.count), types)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure }
        statements[recorded.sql] = name
        return name
    }

    private var failure: BareFailure { BareFailure(message: String(cString: PQerrorMessage(connection))) }
}

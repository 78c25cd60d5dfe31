import GRDB
import Glibc
import Storage

/// The errors of SQLite in the words of ``StorageError``.
enum SQLiteFailure {
    static func translating<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError { throw translated(error) }
    }

    static func translating<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as DatabaseError { throw translated(error) }
    }

    /// - Throws: where there is no such file: SQLite would make one.
    static func requireFile(_ path: String) throws {
        guard access(path, F_OK) == 0 else { throw StorageError(.unreachable, path) }
    }

    private static func translated(_ error: DatabaseError) -> StorageError {
        let kind: StorageError.Kind =
            switch error.resultCode {
            case .SQLITE_CANTOPEN: .unreachable
            case .SQLITE_PERM, .SQLITE_AUTH: .denied
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_FULL: .diskFull
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_CONSTRAINT: .constraint
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            // A full disk may show first where the shared memory of the journal grows.
            case .SQLITE_IOERR: errno == ENOSPC ? .diskFull : .damaged
            default: .fault
            }
        return StorageError(kind, error.message ?? "", code: String(error.extendedResultCode.rawValue))
    }
}

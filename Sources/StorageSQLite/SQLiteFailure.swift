import GRDB
import GRDBSQLite
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

    /// - Throws: where there is no such file, which SQLite would make, or where it or its folder, in which the journal stands,
    ///   may not be written.
    static func requireFile(_ path: String) throws {
        try requireReadable(path)
        guard access(path, W_OK) == 0, access(NewFile.folder(of: path), W_OK | X_OK) == 0 else {
            throw StorageError(.readOnly, path)
        }
    }

    /// - Throws: where there is no such file, or it may not be read.
    static func requireReadable(_ path: String) throws {
        guard access(path, R_OK) == 0 else { throw StorageError(system: errno, path) }
    }

    /// - Parameter database: Where it happened: it knows what the system said.
    static func translated(_ error: DatabaseError, on database: Database? = nil) -> StorageError {
        let kind: StorageError.Kind =
            switch error.resultCode {
            case .SQLITE_CANTOPEN: .unreachable
            case .SQLITE_PERM, .SQLITE_AUTH: .denied
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_FULL: .diskFull
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_CONSTRAINT: .constraint
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            // A full disk may show first where the shared memory of the journal grows, a limit of a file wherever it is written.
            case .SQLITE_IOERR:
                [ENOSPC, EDQUOT, EFBIG].contains(systemError(of: database)) ? .diskFull : .damaged
            default: .fault
            }
        return StorageError(kind, error.message ?? "", code: String(error.extendedResultCode.rawValue))
    }

    private static func systemError(of database: Database?) -> Int32 {
        database?.sqliteConnection.map(sqlite3_system_errno) ?? errno
    }
}

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

    /// - Throws: where there is no such file, which SQLite would make, or where it or its folder, in which the journal stands,
    ///   may not be written.
    static func requireFile(_ path: String) throws {
        guard access(path, F_OK) == 0 else { throw system(errno, path) }
        guard access(path, R_OK) == 0 else { throw StorageError(.denied, path) }
        guard access(path, W_OK) == 0, access(folder(of: path), W_OK | X_OK) == 0 else {
            throw StorageError(.readOnly, path)
        }
    }

    /// A call of the system that failed, by its `errno`.
    static func system(_ code: Int32, _ path: String) -> StorageError {
        let kind: StorageError.Kind =
            switch code {
            case EACCES, EPERM: .denied
            case EROFS: .readOnly
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EEXIST: .exists
            default: .unreachable
            }
        return StorageError(kind, "\(path): \(String(cString: strerror(code)))", code: String(code))
    }

    /// The folder that a file stands in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func translated(_ error: DatabaseError) -> StorageError {
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

import Glibc
import Storage

/// A database file as a whole.
package enum SQLiteFile {
    /// Makes a new database. It appears under its name when all of it stands on the disk and was found whole; where something fails,
    /// nothing is left of it. Only its owner may read it.
    /// - Parameters:
    ///   - path: Where nothing stands yet, or an empty file.
    ///   - isWorking: Whether people will work in it at once: then readers and a writer do not wait for each other. Else it is one
    ///     plain file that can be carried away, also to a disk that is only read.
    ///   - body: Fills it.
    /// - Throws: ``StorageError`` of kind `exists` where something has the name; what the body throws.
    package static func make<T: Sendable>(
        _ path: String, isWorking: Bool, _ body: (SQLiteEngine) async throws -> T
    ) async throws -> T {
        try await NewFile.make(path) { temporary in
            defer { for ending in ["-journal", "-wal", "-shm"] { unlink(temporary + ending) } }
            let result = try await closing(try SQLiteEngine.making(path: temporary)) { try await body($0) }
            try await closing(try SQLiteEngine.single(path: temporary)) { engine in
                try await engine.checkIntegrity()
                if isWorking { try await engine.turnToWAL() }
            }
            return result
        }
    }

    private static func closing<T>(_ engine: SQLiteEngine, _ body: (SQLiteEngine) async throws -> T) async throws -> T {
        let result: Result<T, any Error>
        do { result = .success(try await body(engine)) } catch { result = .failure(error) }
        try await engine.close()
        return try result.get()
    }
}

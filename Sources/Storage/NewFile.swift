import Glibc

/// A file that appears under its name only when it is whole, and never in the place of another.
package enum NewFile {
    /// Makes it. Only its owner may read it.
    /// - Parameters:
    ///   - path: Where nothing stands yet, or an empty file.
    ///   - body: Writes it under another name in the same folder, where an empty file stands already.
    /// - Throws: ``StorageError`` of kind `exists` where something has the name, and what the body throws; then nothing is left.
    package static func make<T>(_ path: String, _ body: (_ temporary: String) async throws -> T) async throws -> T {
        guard isFree(path) else { throw StorageError(.exists, path) }
        let temporary = "\(path).new-\(getpid())"
        let descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StorageError(system: errno, temporary) }
        defer { close(descriptor) }
        do {
            let result = try await body(temporary)
            guard fsync(descriptor) == 0 else { throw StorageError(system: errno, path) }
            try name(temporary, path)
            syncFolder(of: path)
            return result
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Others may have made the same file meanwhile: a second name cannot be given where something has it, but a new name can.
    private static func name(_ temporary: String, _ path: String) throws {
        guard link(temporary, path) != 0 else { return _ = unlink(temporary) }
        // An empty file may go; and there are disks on which a file has one name only.
        guard isFree(path) else { throw StorageError(.exists, path) }
        guard rename(temporary, path) == 0 else { throw StorageError(system: errno, path) }
    }

    /// Whether nothing stands there, or an empty file.
    package static func isFree(_ path: String) -> Bool {
        var status = stat()
        // What is wrong with the path is told where the file is made.
        guard lstat(path, &status) == 0 else { return true }
        return status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    private static func syncFolder(of path: String) {
        let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// The folder that a file stands in.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension StorageError {
    /// A call of the system that failed.
    /// - Parameters:
    ///   - code: Its `errno`.
    ///   - path: On which file.
    package init(system code: Int32, _ path: String) {
        let kind: Kind =
            switch code {
            case EACCES, EPERM: .denied
            case EROFS: .readOnly
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EEXIST: .exists
            case EIO: .damaged
            default: .unreachable
            }
        self.init(kind, "\(path): \(String(cString: strerror(code)))")
    }
}

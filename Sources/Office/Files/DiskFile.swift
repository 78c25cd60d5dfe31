import Glibc
import Storage

/// A file of the disk, open to be read or to be written for the first time; what the system refuses is a ``StorageError``.
struct DiskFile: ~Copyable {
    private let descriptor: Int32
    private let path: String

    /// Opens a file that is there.
    init(reading path: String) throws { try self.init(path, O_RDONLY) }

    /// Makes a file that only its owner may read.
    init(creating path: String) throws { try self.init(path, O_WRONLY | O_CREAT | O_EXCL) }

    /// Opens an empty file that is there.
    init(filling path: String) throws { try self.init(path, O_WRONLY) }

    private init(_ path: String, _ flags: Int32) throws {
        self.path = path
        descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit { close(descriptor) }

    /// The next bytes, fewer only at the end; none after it.
    func read(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if read < 0 && errno == EINTR { continue }
                guard read >= 0 else { throw Self.failure(path) }
                guard read > 0 else { break }
                filled += read
            }
        }
    }

    /// Writes all of the bytes.
    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until what was written, or the names in a folder, stand on the disk.
    func sync() throws {
        guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    }

    /// What the system just refused.
    static func failure(_ path: String) -> StorageError { StorageError(system: errno, path) }
}

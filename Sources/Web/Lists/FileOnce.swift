import Glibc
package import HummingbirdCore
import NIOCore
import NIOPosix

/// A file that was written for one answer: it has no name any more, and is gone when it was sent or nobody wants it.
package final class FileOnce: Sendable {
    private let descriptor: Int32
    /// In bytes.
    package let size: Int

    private static let piece = 1 << 17

    /// Takes a file away from its folder.
    /// - Throws: ``Missing``.
    package init(taking path: String) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Missing() }
        unlink(path)
        size = Int(lseek(descriptor, 0, SEEK_END))
    }

    /// The file is not there.
    package struct Missing: Error {}

    deinit { close(descriptor) }

    /// The body of an answer that sends it, piece by piece, as fast as the other side takes it.
    package var body: ResponseBody {
        ResponseBody(contentLength: size) { [self] writer in
            var offset = 0
            while offset < size {
                let start = offset
                let bytes = try await NIOThreadPool.singleton.runIfActive { [self] in read(from: start) }
                guard !bytes.isEmpty else { throw Missing() }
                try await writer.write(ByteBuffer(bytes: bytes))
                offset += bytes.count
            }
            try await writer.finish(nil)
        }
    }

    private func read(from offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, Self.piece, offset))
        }
    }
}

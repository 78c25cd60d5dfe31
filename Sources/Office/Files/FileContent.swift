import Crypto
import Web

/// Where the bytes of a file that arrives come from.
package enum FileContent: Sendable {
    /// A file of the disk.
    case path(String)
    /// What is in memory already.
    case bytes([UInt8])

    /// The longest piece that is held in memory, and the longest row that keeps one.
    static let pieceLength = 512 * 1024

    /// Its bytes, piece by piece; every piece but the last is ``pieceLength`` long.
    package func pieces(_ body: ([UInt8]) throws -> Void) throws {
        switch self {
        case .path(let path):
            let file = try DiskFile(reading: path)
            while case let piece = try file.read(Self.pieceLength), !piece.isEmpty { try body(piece) }
        case .bytes(let bytes):
            for start in stride(from: 0, to: bytes.count, by: Self.pieceLength) {
                try body(Array(bytes[start..<min(start + Self.pieceLength, bytes.count)]))
            }
        }
    }

    /// The SHA-256 (64 small hexadecimal digits) and the length of its bytes. It blocks the thread.
    /// - Parameter body: Sees each piece as well.
    package func sum(_ body: ([UInt8]) throws -> Void = { _ in }) throws -> (sha256: String, size: Int) {
        var sum = FileSum()
        try pieces { piece in
            sum.add(piece)
            try body(piece)
        }
        return (sum.sha256, sum.size)
    }
}

/// The SHA-256 and the length of a file, taken piece by piece.
struct FileSum {
    private var hash = SHA256()
    private(set) var size = 0

    mutating func add(_ piece: [UInt8]) {
        hash.update(data: piece)
        size += piece.count
    }

    /// 64 small hexadecimal digits.
    var sha256: String { Hexadecimal.text(hash.finalize()) }
}

import Crypto
import Storage

/// The hash that binds an entry to all before it: SHA-256 over the hash of the one before and every column, each with its type
/// and length, so that no two entries are written alike (docs/journal.md).
struct Seal {
    /// What stands before the first entry.
    static let none = [UInt8](repeating: 0, count: 32)

    private var buffer: [UInt8] = []

    mutating func hash(_ columns: some Sequence<Value>, after previous: [UInt8]) -> [UInt8] {
        buffer.removeAll(keepingCapacity: true)
        buffer += previous
        for column in columns { append(column) }
        return Array(SHA256.hash(data: buffer))
    }

    private mutating func append(_ value: Value) {
        switch value {
        case .null: buffer.append(0)
        case .integer(let number): append(1, String(number).utf8)
        case .text(let text): append(2, text.utf8)
        case .real(let number): append(3, String(number).utf8)
        case .bytes(let bytes): append(4, bytes)
        }
    }

    private mutating func append(_ type: UInt8, _ bytes: some Collection<UInt8>) {
        buffer.append(type)
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { buffer += $0 }
        buffer += bytes
    }
}

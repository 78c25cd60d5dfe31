import CPostgres
import Glibc
import Storage

/// Values as a statement carries them: numbers and text as text, bytes as they are, each with its type, so that the server
/// need not guess it from the place where it stands.
struct PostgresParameters {
    let types: [Oid]
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private var starts: [Int?] = []
    private var buffer: [UInt8] = []

    init(_ values: [Value]) {
        types = values.map(PostgresType.of)
        for value in values {
            starts.append(value == .null ? nil : buffer.count)
            let start = buffer.count
            var isBinary = false
            switch value {
            case .null: break
            case .integer(let number): buffer += number.description.utf8
            case .real(let number): buffer += number.description.utf8
            case .text(let text): buffer += text.utf8
            case .bytes(let bytes):
                buffer += bytes
                isBinary = true
            }
            lengths.append(Int32(buffer.count - start))
            formats.append(isBinary ? 1 : 0)
            buffer.append(0)
        }
    }

    /// Hands over what `PQexecParams` and `PQexecPrepared` take: how many, and their places, lengths and formats.
    func withPointers<T>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        buffer.withUnsafeBytes { bytes in
            let base = bytes.baseAddress
            let places = starts.map { start in
                start.flatMap { base?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return body(Int32(places.count), places, lengths, formats)
        }
    }
}

/// The types that cross the line, by the numbers that PostgreSQL gives them for ever.
enum PostgresType {
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let integer: Oid = 20
    static let integers: Set<Oid> = [20, 21, 23, 26]
    static let text: Oid = 25
    static let real: Oid = 701
    static let reals: Set<Oid> = [700, 701]
    static let numeric: Oid = 1700

    static func of(_ value: Value) -> Oid {
        switch value {
        case .null: 0
        case .integer: integer
        case .real: real
        case .text: text
        case .bytes: bytes
        }
    }
}

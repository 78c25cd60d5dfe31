import Crypto
import Foundation
import Office

/// The keys under which private fields are sealed: 32 random bytes each, from a file that is no part of the database or its backups.
/// The last one seals; the others still open what was sealed before it came.
///
///     # Nhịp Cầu, keys of private fields
///     1 9vW…=
///     2 Qm0…=
package struct KeyRing: Sendable {
    private let keys: [UInt32: SymmetricKey]
    private let current: UInt32

    /// Reads a file of keys.
    /// - Throws: ``Refusal`` where it is none.
    package init(_ text: String) throws {
        var keys: [UInt32: SymmetricKey] = [:]
        var current: UInt32?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(separator: " ")
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard words.count == 2, let id = UInt32(first), keys[id] == nil,
                let bytes = Data(base64Encoded: String(words[1])),
                bytes.count == 32
            else { throw Refusal("keys.malformed", ["line": "\(number + 1)"]) }
            keys[id] = SymmetricKey(data: bytes)
            current = id
        }
        guard let current else { throw Refusal("keys.none") }
        self.keys = keys
        self.current = current
    }

    /// The text of a file with one new key.
    package static func newFile() -> String {
        let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }
        return "# Nhịp Cầu: khóa của các trường riêng tư. Giữ riêng, không để cùng bản sao lưu.\n1 \(key)\n"
    }

    /// The number of the key that seals.
    var newest: Int { Int(current) }

    /// The numbers of all keys.
    var numbers: [Int] { keys.keys.map(Int.init).sorted() }

    // MARK: Sealing

    /// A text that nobody reads without the key: 4 bytes of the key's number, then nonce, ciphertext and tag of AES-256-GCM. It opens
    /// in its own place only.
    /// - Parameter place: What it is of: table, field and record.
    func seal(_ text: String, at place: String) throws -> [UInt8] { try seal(Array(text.utf8), at: place) }

    /// The same of bytes.
    func seal(_ bytes: [UInt8], at place: String) throws -> [UInt8] {
        let key = try key(current)
        let box = try AES.GCM.seal(Data(bytes), using: key, authenticating: Data(place.utf8))
        guard let combined = box.combined else { throw Refusal("keys.none") }
        return withUnsafeBytes(of: current.bigEndian) { Array($0) } + combined
    }

    /// The text that was sealed at a place.
    /// - Throws: ``Refusal`` where its key is not there, or it was sealed elsewhere or changed.
    func open(_ bytes: [UInt8], at place: String) throws -> String {
        String(decoding: try open(bytes: bytes, at: place), as: UTF8.self)
    }

    /// The same of bytes.
    func open(bytes: [UInt8], at place: String) throws -> [UInt8] {
        guard bytes.count > 4 else { throw Refusal("keys.damaged") }
        let key = try key(bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
        guard let box = try? AES.GCM.SealedBox(combined: Data(bytes.dropFirst(4))),
            let text = try? AES.GCM.open(box, using: key, authenticating: Data(place.utf8))
        else { throw Refusal("keys.damaged") }
        return Array(text)
    }

    /// Whether something was sealed with a key before the last.
    func isOld(_ bytes: [UInt8]) -> Bool { bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } != current }

    private func key(_ id: UInt32) throws -> SymmetricKey {
        guard let key = keys[id] else { throw Refusal("keys.missing", ["number": "\(id)"]) }
        return key
    }

    // MARK: Finding

    /// What a text is found by without being opened: a keyed hash, under the last key.
    /// - Parameter field: Table and field: the same text hashes otherwise elsewhere.
    func blind(_ text: String, of field: String) throws -> [UInt8] { Self.blind(text, field, try key(current)) }

    /// The same under every key, for what was not sealed anew yet.
    func blinds(_ text: String, of field: String) -> [[UInt8]] { keys.values.map { Self.blind(text, field, $0) } }

    /// A mark of each key, in the order of their numbers.
    var marks: [KeyMark] {
        keys.sorted { $0.key < $1.key }.map { KeyMark(number: Int($0.key), mark: Self.blind("", "mark", $0.value)) }
    }

    private static func blind(_ text: String, _ field: String, _ key: SymmetricKey) -> [UInt8] {
        let own = HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("blind index".utf8), outputByteCount: 32)
        return Array(HMAC<SHA256>.authenticationCode(for: Data("\(field)\n\(text)".utf8), using: own).prefix(16))
    }
}

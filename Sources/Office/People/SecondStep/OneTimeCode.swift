import Crypto
import WorkCalendar

/// A code of six digits that changes every thirty seconds (TOTP, RFC 6238 with HMAC-SHA-1, as every program on telephones has it).
enum OneTimeCode {
    /// The code of a step.
    static func code(of secret: [UInt8], step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The number of the half minute in which a moment lies.
    static func step(at: Instant) -> Int { at.milliseconds / 30_000 }

    /// The step whose code was typed: of now, or the one before or after, for clocks go wrong; never one that was used.
    static func step(of typed: String, _ secret: [UInt8], at: Instant, after last: Int) -> Int? {
        let now = step(at: at)
        return (now - 1...now + 1).first { $0 > last && code(of: secret, step: $0) == typed }
    }
}

/// Letters and digits that are not taken for one another (RFC 4648, base 32), without signs to fill up.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var (text, pending, width): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for byte in bytes {
            pending = (pending << 8 | UInt32(byte)) & 0xfff
            width += 8
            while width >= 5 {
                width -= 5
                text.append(alphabet[Int(pending >> width & 31)])
            }
        }
        if width > 0 { text.append(alphabet[Int(pending << (5 - width) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text; `nil` where it has another sign.
    static func bytes(_ text: String) -> [UInt8]? {
        var (bytes, pending, width): ([UInt8], UInt32, UInt32) = ([], 0, 0)
        for letter in text.utf8 {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            pending = (pending << 5 | UInt32(value)) & 0xfff
            width += 5
            if width >= 8 {
                width -= 8
                bytes.append(UInt8(truncatingIfNeeded: pending >> width))
            }
        }
        return bytes
    }

    /// So many random bytes.
    static func random(bytes: Int) -> String {
        text(SymmetricKey(size: SymmetricKeySize(bitCount: bytes * 8)).withUnsafeBytes { Array($0) })
    }
}

extension String {
    /// In groups of four signs, to be read and typed.
    func grouped(by separator: String) -> String {
        var rest = self[...]
        var groups: [Substring] = []
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: separator)
    }
}

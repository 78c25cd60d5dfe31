import Crypto

/// A random secret of 256 bits: the key of a session, of a link, of an access from a program. Who has it may; so we keep its hash alone.
package struct Secret: Hashable, Sendable {
    /// As it travels: 64 hexadecimal digits.
    package let text: String

    /// A new one, from the system's source of randomness.
    package init() { text = Hexadecimal.text(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }) }

    /// One that came with a request; `nil` where it cannot be ours.
    package init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy(Self.isDigit) else { return nil }
        self.text = text
    }

    /// What is kept of it. It needs no salt: there is nothing to guess.
    package var hash: String { Hexadecimal.text(SHA256.hash(data: Array(text.utf8))) }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

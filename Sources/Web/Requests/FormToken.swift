import Crypto

/// Shows that a form was written by us for this browser: the hash of the secret that the browser holds in its cookie. Another site can
/// make the browser send the cookie, but cannot know the hash. Nothing is kept of it.
package struct FormToken: Hashable, Sendable {
    /// As it stands in the form.
    package let text: String

    /// The token of the secret in a cookie.
    package init(of secret: String) {
        text = Hexadecimal.text(SHA256.hash(data: Array("form of \(secret)".utf8)))
    }

    /// Whether a form's token is this one; takes the same time whatever it is.
    package func matches(_ sent: String) -> Bool {
        let (a, b) = (Array(text.utf8), Array(sent.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The name of the field, and of the header that scripts send it in.
    package static let field = "form-token"
}

/// Bytes in digits of base sixteen.
package enum Hexadecimal {
    /// Two small digits a byte.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }
}

import Foundation

/// `application/x-www-form-urlencoded` (WHATWG URL, section 5), and the same after the `?` of an address.
package enum URLEncoding {
    /// The fields of a text, in NFC; bytes that are no UTF-8 become the sign for that.
    /// - Throws: ``WebFailure`` where there are more than the limit.
    package static func fields(
        of bytes: some Collection<UInt8>, limit: Int = 200
    ) throws -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < limit else { throw WebFailure.malformed }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : ""))
        }
        return fields
    }

    /// What an encoded text says.
    package static func decoded(_ text: String) -> String { decoded(Array(text.utf8)) }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                result.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(digit),
                let low = rest.dropFirst().first.flatMap(digit)
            {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return SafeText.cleaned(String(decoding: result, as: UTF8.self))
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// A text as it stands in an address.
    package static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                result.append(Character(Unicode.Scalar(byte)))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                result += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return result
    }
}

/// Text that people typed, as it is kept.
enum SafeText {
    /// In NFC, lines ended by a newline alone, without other control characters (PostgreSQL keeps no NUL).
    static func cleaned(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 && $0 >= 0x20 && $0 != 0x7f }) { return text }
        let lines = text.split(separator: /\r\n|\r|\n/, omittingEmptySubsequences: false)
        // Line by line: on Linux the normalisation of a long text takes the square of its length.
        return lines.map { line in
            let kept = line.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7f || $0 == "\t" }
            return String(String.UnicodeScalarView(kept)).precomposedStringWithCanonicalMapping
        }.joined(separator: "\n")
    }
}

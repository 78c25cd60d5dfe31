import Vietnamese

/// The number, letter or sign that opens a list item or heading: `II.`, `3.1.`, `a)`, `(1)`, `-`, `+`, `Điều 2.`
package struct ListMark: Sendable, Equatable {
    /// How a mark is written, which tells its level.
    package enum Kind: Sendable, Hashable {
        /// Phần, Chương, Mục with its number.
        case part
        case roman
        /// Điều 1.
        case article
        /// `1.`, `1.2.`; the value is how many numbers stand in a row.
        case arabic(depth: Int)
        /// `a)`, `đ.`
        case letter
        /// `(1)`, `(i)`, `(a)`
        case bracketed
        case dash
        case plus
    }
    /// How it is written.
    package let kind: Kind
    /// As written, without the space after it.
    package let label: String
    /// UTF-8 offset of the text that follows.
    package let textOffset: Int

    /// The mark in front of `text`, which must not begin with white space; `nil` where it has none.
    package init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(40))
        guard let first = bytes.first else { return nil }
        if let (kind, length) = Self.sign(bytes) {
            self.init(kind, text, length, bytes)
        } else if first == UInt8(ascii: "("), let length = Self.bracketed(bytes) {
            self.init(.bracketed, text, length, bytes)
        } else if Self.isDigit(first), let (depth, length) = Self.arabic(bytes) {
            self.init(.arabic(depth: depth), text, length, bytes)
        } else if let length = Self.roman(bytes) {
            self.init(.roman, text, length, bytes)
        } else if let length = Self.letter(text) {
            self.init(.letter, text, length, bytes)
        } else if let (kind, length) = Self.named(text) {
            self.init(kind, text, length, bytes)
        } else {
            return nil
        }
    }

    private init(_ kind: Kind, _ text: String, _ length: Int, _ bytes: [UInt8]) {
        self.kind = kind
        label = String(text[utf8: 0..<length]).trimmed
        var offset = length
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
        textOffset = offset
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func endsMark(_ bytes: [UInt8], _ index: Int) -> Bool {
        index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0xC2
    }

    /// `-`, `–`, `•`, `*`, `+` and the private-use bullets of symbol fonts.
    private static func sign(_ bytes: [UInt8]) -> (Kind, Int)? {
        switch bytes[0] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"):
            if bytes.count > 1, bytes[1] == bytes[0] || isDigit(bytes[1]) { return nil }
            return (.dash, 1)
        case UInt8(ascii: "+"):
            return bytes.count > 1 && isDigit(bytes[1]) ? nil : (.plus, 1)
        case 0xE2:
            guard bytes.count > 2 else { return nil }
            let dash = bytes[1] == 0x80 && [0x90, 0x91, 0x93, 0x94, 0xA2].contains(bytes[2])
            let square = bytes[1] == 0x96 && [0xA0, 0xAA].contains(bytes[2])
            let circle = bytes[1] == 0x97 && [0x8B, 0x8F, 0xA6].contains(bytes[2])
            return dash || square || circle ? (.dash, 3) : nil
        case 0xEF:
            return bytes.count > 2 && bytes[1] == 0x82 ? (.dash, 3) : nil
        default: return nil
        }
    }

    /// `1.`, `1.2`, `1.2.`, `1)`, `1-`; not `18/2/2019`, `1.300 đại biểu` or `2026`.
    private static func arabic(_ bytes: [UInt8]) -> (Int, Int)? {
        var depth = 0
        var index = 0
        while true {
            let start = index
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            guard index > start, index - start <= 2 else { return nil }
            depth += 1
            guard index < bytes.count else { return nil }
            switch bytes[index] {
            case UInt8(ascii: "."):
                index += 1
                if index < bytes.count, isDigit(bytes[index]) { continue }
                // "1.Tồn tại" is a slip seen often; "1.000" is not a mark and has failed above.
                return depth > 0 && (endsMark(bytes, index) || bytes[index] >= 0x41) ? (depth, index) : nil
            case UInt8(ascii: ")"): return (depth, index + 1)
            case UInt8(ascii: "-"):
                index += 1
                return endsMark(bytes, index) && depth == 1 ? (depth, index) : nil
            case 0x20, 0x09: return depth > 1 ? (depth, index) : nil
            default: return nil
            }
        }
    }

    /// `IV.`, `I-`, `I1.` as recognisers of scans write it.
    private static func roman(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count, "IVX".utf8.contains(bytes[index]) || (index > 0 && bytes[index] == 0x31) {
            index += 1
        }
        guard index > 0, index <= 6, index < bytes.count, ".-)/".utf8.contains(bytes[index]) else { return nil }
        guard bytes[index] != UInt8(ascii: "/") else { return nil }
        // "V.v" and names such as "I.Lê-nin" are no marks; "I.MỤC TIÊU" is.
        return endsMark(bytes, index + 1)
            || (bytes[index] == 0x2E && index + 1 < bytes.count && bytes[index + 1] < 0x5B)
            ? index + 1 : nil
    }

    private static func letter(_ text: String) -> Int? {
        let scalars = text.unicodeScalars.prefix(3)
        guard scalars.count >= 2, let letter = scalars.first, letter.properties.isLowercase else { return nil }
        let sign = scalars[scalars.index(after: scalars.startIndex)]
        let after = scalars.dropFirst(2).first
        switch sign {
        case ")": return UTF8.width(letter) + 1
        case ".", "/": return after == " " || after == "\t" ? UTF8.width(letter) + 1 : nil
        default: return nil
        }
    }

    private static func bracketed(_ bytes: [UInt8]) -> Int? {
        guard let close = bytes.prefix(6).firstIndex(of: UInt8(ascii: ")")), close > 1 else { return nil }
        let inner = bytes[1..<close]
        return inner.allSatisfy(isDigit) || inner.allSatisfy("ivx".utf8.contains) || inner.count == 1 ? close + 1 : nil
    }

    /// `Điều 1.`, `Phần I`, `Chương II`, `Mục 3`.
    private static func named(_ text: String) -> (Kind, Int)? {
        guard let word = text.split(separator: " ", maxSplits: 1).first, word.utf8.count <= 9 else { return nil }
        let kind: Kind
        switch String(word).folded {
        case "dieu": kind = .article
        case "phan", "chuong": kind = .part
        default: return nil
        }
        guard word.unicodeScalars.first?.properties.isUppercase == true else { return nil }
        let rest = Array(text.utf8.dropFirst(word.utf8.count + 1).prefix(8))
        var index = 0
        while index < rest.count, isDigit(rest[index]) || "IVX".utf8.contains(rest[index]) { index += 1 }
        guard index > 0 else { return nil }
        if index < rest.count, rest[index] == UInt8(ascii: ".") || rest[index] == UInt8(ascii: ":") { index += 1 }
        return endsMark(rest, index) ? (kind, word.utf8.count + 1 + index) : nil
    }
}

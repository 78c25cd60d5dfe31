/// Finds out a plain text's encoding and turns it into Unicode.
enum TextDecoding {
    /// Text with what had to be mended on the way.
    struct Decoded {
        var text: String
        var repairs: [Repair] = []
    }

    /// Decodes by byte order mark, else as UTF-16 or UTF-8 where it is that, else by a Vietnamese code page.
    /// - Throws: ``PaperError/unknownFormat`` where the bytes are no text; ``PaperError/tooLarge(bytes:limit:)``.
    static func decode(_ bytes: [UInt8], limits: Limits) throws -> Decoded {
        guard bytes.count <= limits.textBytes * 2 else {
            throw PaperError.tooLarge(bytes: bytes.count, limit: limits.textBytes * 2)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes[2...], bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes[2...], bigEndian: true) }
        if let bigEndian = utf16WithoutMark(bytes) { return try utf16(bytes[...], bigEndian: bigEndian) }
        guard !isBinary(bytes[...]) else { throw PaperError.unknownFormat }
        if let text = String(validating: bytes, as: UTF8.self) { return Decoded(text: text) }
        let broken = brokenSequences(bytes)
        // A few broken bytes in a text of UTF-8 are damage; a text of a code page breaks at nearly every accent.
        if broken.count * 10 < broken.sound { return try utf8(bytes[...]) }
        return CodePages.decode(bytes)
    }

    /// Decodes a web page, which may name its encoding; text of a code page stays in the letters of that page, for fonts
    /// may tell more.
    static func decodePage(_ bytes: [UInt8], limits: Limits) throws -> Decoded {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        let named = head.utf8.firstRange(of: "charset=".utf8).map {
            head[$0.upperBound...].drop { $0 == "\"" || $0 == "'" }
        }
        let broken = String(validating: bytes, as: UTF8.self) == nil ? brokenSequences(bytes) : (count: 0, sound: 0)
        let isUnicode = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0)
        guard !isUnicode, broken.count > 0, broken.count * 10 >= broken.sound, !isBinary(bytes[...]),
            bytes.count <= limits.textBytes * 2
        else { return try decode(bytes, limits: limits) }
        let isVietnamese = named.map { $0.hasPrefix("windows-1258") || $0.hasPrefix("cp1258") } ?? false
        return CodePages.decode(bytes, with: isVietnamese ? CodePages.windows1258 : CodePages.windows1252)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) throws -> Decoded {
        guard !isBinary(bytes) else { throw PaperError.unknownFormat }
        return marked(String(decoding: bytes, as: UTF8.self))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) throws -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            at += 2
        }
        let text = String(decoding: units, as: UTF16.self)
        guard !isBinary(Array(text.utf8)[...]) else { throw PaperError.unknownFormat }
        return marked(text)
    }

    private static func marked(_ text: String) -> Decoded {
        let count = text.unicodeScalars.reduce(into: 0) { if $1 == "\u{FFFD}" { $0 += 1 } }
        return Decoded(text: text, repairs: count > 0 ? [.undecodable(count: count)] : [])
    }

    /// In UTF-16 of Latin letters every second byte is small; `nil` if it is not so.
    private static func utf16WithoutMark(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(4096)
        guard head.count >= 8, bytes.count % 2 == 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let enough = head.count / 4
        if zeros.odd > enough, zeros.even * 20 < zeros.odd { return false }
        if zeros.even > enough, zeros.odd * 20 < zeros.even { return true }
        return nil
    }

    /// Text has no control characters but white space; a stray one in a thousand is forgiven, zero is not.
    private static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
        var controls = 0
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            if byte == 0 { return true }
            if !(0x08...0x0D).contains(byte), byte != 0x1A, byte != 0x1B { controls += 1 }
        }
        return controls > bytes.count / 1000 + 1
    }

    /// How many sequences above ASCII are no UTF-8, and how many are.
    private static func brokenSequences(_ bytes: [UInt8]) -> (count: Int, sound: Int) {
        var (broken, sound) = (0, 0)
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let sequence): if sequence.count > 1 { sound += 1 }
            case .error: broken += 1
            case .emptyInput: return (broken, sound)
            }
        }
    }
}

/// The code pages that Vietnamese texts without Unicode are found in.
enum CodePages {
    /// Decodes bytes of windows-1258, windows-1252, TCVN3 or VNI, whichever reads most like Vietnamese.
    static func decode(_ bytes: [UInt8]) -> TextDecoding.Decoded {
        let western = decode(bytes, with: windows1252)
        if let encoding = LegacyText.guess(western.text) {
            let text = LegacyText.convert(western.text, from: encoding)
            return TextDecoding.Decoded(text: text, repairs: [.legacyFont(encoding)])
        }
        let vietnamese = decode(bytes, with: windows1258)
        return LegacyText.looksDecomposed(vietnamese.text) ? vietnamese : western
    }

    static func decode(_ bytes: [UInt8], with page: [Unicode.Scalar]) -> TextDecoding.Decoded {
        var scalars = String.UnicodeScalarView()
        var undefined = 0
        for byte in bytes {
            let scalar = byte < 0x80 ? Unicode.Scalar(byte) : page[Int(byte) - 0x80]
            if scalar == "\u{FFFD}" { undefined += 1 }
            scalars.append(scalar)
        }
        return TextDecoding.Decoded(
            text: String(scalars), repairs: undefined > 0 ? [.undecodable(count: undefined)] : [])
    }

    /// Bytes 0x80 to 0xFF of windows-1252.
    static let windows1252: [Unicode.Scalar] = {
        let c1: [UInt32] = [
            0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
            0xFFFD,
            0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
            0x203A,
            0x0153, 0xFFFD, 0x017E, 0x0178,
        ]
        return (c1 + Array(0xA0...0xFF)).map { Unicode.Scalar($0) ?? "\u{FFFD}" }
    }()

    /// Bytes 0x80 to 0xFF of windows-1258: as 1252 but for the Vietnamese letters and the tones, which follow the vowel.
    static let windows1258: [Unicode.Scalar] = {
        var page = windows1252
        let differing: [Int: UInt32] = [
            0x8A: 0xFFFD, 0x8E: 0xFFFD, 0x9A: 0xFFFD, 0x9E: 0xFFFD, 0xC3: 0x0102, 0xCC: 0x0300, 0xD0: 0x0110,
            0xD2: 0x0309,
            0xD5: 0x01A0, 0xDD: 0x01AF, 0xDE: 0x0303, 0xE3: 0x0103, 0xEC: 0x0301, 0xF0: 0x0111, 0xF2: 0x0323,
            0xF5: 0x01A1,
            0xFD: 0x01B0, 0xFE: 0x20AB,
        ]
        for (byte, value) in differing { page[byte - 0x80] = Unicode.Scalar(value) ?? "\u{FFFD}" }
        return page
    }()
}

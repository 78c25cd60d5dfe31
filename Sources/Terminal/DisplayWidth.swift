extension StringProtocol {
    /// Columns that the text takes on a terminal: two for a wide character (Chinese, Japanese, Korean, emoji), none for a
    /// mark that stands on the letter before it, one for any other.
    package var displayWidth: Int {
        // Latin text without marks of its own, which is nearly everything, need not be looked up.
        unicodeScalars.reduce(0) { $0 + ($1.value < 0x300 ? 1 : $1.displayWidth) }
    }

    /// The text without what would act on a terminal instead of standing on it: control characters, and signs that turn the
    /// direction of writing. Line breaks stay; a tab becomes a space.
    package var printable: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A: result.append(scalar)
            case 0x09: result.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Columns on a terminal, as `wcwidth` counts them.
    var displayWidth: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: Self.wide.contains { $0.contains(value) } ? 2 : 1
        }
    }

    /// Blocks of Unicode 15 whose East Asian Width is W or F (EastAsianWidth.txt), joined where they adjoin.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}

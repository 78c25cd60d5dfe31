import Vietnamese

/// Tells a Vietnamese text that lost its accents on the way.
package enum AccentCheck {
    /// Whether lines are Vietnamese that came without its accents. In correct prose every fourth letter or so has a
    /// diacritic, in text recognised without a model of Vietnamese one in twenty; other languages are told by their
    /// words, few of which can be Vietnamese syllables. A short text is not judged.
    package static func accentsMissing(in lines: [String]) -> Bool {
        var sample = ""
        for line in lines where line.utf8.count > 20 {
            sample += line
            sample += "\n"
            if sample.utf8.count > 12_000 { break }
        }
        guard sample.utf8.count > 400, VietnameseText.accentShare(sample) < 0.14 else { return false }
        return VietnameseText.syllableShare(sample) > 0.45
    }
}

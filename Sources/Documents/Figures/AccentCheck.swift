import Vietnamese

/// Tells a Vietnamese text that lost its accents on the way.
package enum AccentCheck {
    /// Whether the text of a transcript came without its accents: correct prose has a diacritic on every fourth letter or so,
    /// text recognised without a model of Vietnamese on every tenth at best.
    package static func accentsMissing(in lines: [String]) -> Bool {
        var share = 0.0
        var letters = 0.0
        for line in lines.prefix(400) where line.utf8.count > 20 {
            let weight = Double(line.utf8.count)
            share += VietnameseText.accentShare(line) * weight
            letters += weight
        }
        guard letters > 400 else { return false }
        return share / letters < 0.14
    }
}

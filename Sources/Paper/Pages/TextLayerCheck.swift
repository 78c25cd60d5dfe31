import Vietnamese

/// Judges whether the text layer of a page can be trusted.
enum TextLayerCheck {
    enum Verdict: Sendable, Equatable {
        case good
        /// Nothing, or no more than the stamps of signatures.
        case missing
        /// The accents of Vietnamese are gone, or the letters make no words.
        case spoilt
    }

    /// Words that signature stamps and page numbers may amount to.
    private static let stamps = 60
    /// Share of accented letters below which Vietnamese is not as written, and share of possible syllables.
    private static let leastAccents = 0.14
    private static let leastSyllables = 0.6

    /// The verdict on a page, as far as its words tell; whether a picture lies under them must be asked on its own.
    static func verdict(on page: PageContent) -> Verdict {
        let text = page.words.map(\.text).joined(separator: " ")
        let letters = text.unicodeScalars.reduce(0) { $0 + ($1.properties.isAlphabetic ? 1 : 0) }
        if page.words.isEmpty || letters < 8 { return .missing }
        if letters > 80, VietnameseText.accentShare(text) < leastAccents { return .spoilt }
        if letters > 80, VietnameseText.syllableShare(text) < leastSyllables { return .spoilt }
        return page.words.count < stamps ? .missing : .good
    }
}

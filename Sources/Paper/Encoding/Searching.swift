extension Collection where Element: Equatable {
    /// Whether `pattern` stands in it.
    func contains(_ pattern: some Collection<Element>) -> Bool { firstRange(of: pattern) != nil }

    /// Where `pattern` stands first.
    func firstRange(of pattern: some Collection<Element>) -> Range<Index>? {
        guard let first = pattern.first else { return nil }
        var at = startIndex
        while let start = self[at...].firstIndex(of: first) {
            if self[start...].starts(with: pattern) { return start..<index(start, offsetBy: pattern.count) }
            at = index(after: start)
        }
        return nil
    }
}

/// Every name that a unit ever had, by its words without accents.
struct NameIndex: Sendable {
    /// One name of one version.
    struct Entry: Sendable {
        let version: OrganisationVersion
        let name: String
        /// The words that names are compared by.
        let words: NameWords
        let isShort: Bool
    }

    private var entries: [String: [Entry]] = [:]

    init(_ versions: [OrganisationVersion]) {
        entries.reserveCapacity(versions.count * 3)
        for version in versions {
            add(version.name, of: version, isShort: false)
            for name in version.shortNames { add(name, of: version, isShort: true) }
        }
    }

    private mutating func add(_ name: String, of version: OrganisationVersion, isShort: Bool) {
        var words = NameWords(name)
        // "Công an thành phố" is found by "công an": whose it is, the words around say.
        if version.level == .department || version.level == .body, let whose = ScopeWords(words), !whose.rest.isEmpty {
            words = whose.rest
        }
        entries[words.key, default: []].append(Entry(version: version, name: name, words: words, isShort: isShort))
    }

    /// The names of these words.
    func entries(_ words: NameWords) -> [Entry] { entries[words.key] ?? [] }
}

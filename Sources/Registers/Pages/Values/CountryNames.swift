import Wording

/// Countries by what people call them, with or without accents.
package struct CountryNames: Sendable {
    private let countries: Countries
    private let byName: [String: String]
    private let folded: [(words: String, code: String)]

    /// The names that the product comes with.
    package init(_ countries: Countries) {
        self.countries = countries
        var names: [(words: String, code: String)] = []
        for country in countries.all {
            let all = [country.vietnamese] + country.also + Array(country.foreign.values) + [country.code]
            names += all.map { ($0.soughtWords, country.code) }
        }
        folded = names.filter { !$0.words.isEmpty }
        byName = Dictionary(folded.map { ($0.words, $0.code) }) { first, _ in first }
    }

    /// What it is called; the code where there is none of it.
    func name(_ code: String, _ language: Catalogue.Language) -> String {
        countries[code]?.name(language) ?? code
    }

    /// The code of a name; `nil` where nothing is called so.
    func code(_ typed: String) -> String? { byName[typed.soughtWords] }

    /// Names that begin with what is typed, then those with a word that does.
    func suggestions(_ typed: String, _ language: Catalogue.Language, limit: Int = 8) -> [String] {
        let sought = typed.soughtWords
        guard !sought.isEmpty else { return [] }
        let first = folded.filter { $0.words.hasPrefix(sought) }
        let later = folded.filter { $0.words.contains(" \(sought)") }
        var known: Set<String> = []
        let codes = (first + later).map(\.code).filter { known.insert($0).inserted }
        return codes.prefix(limit).map { name($0, language) }
    }
}

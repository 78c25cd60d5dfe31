package import Wording

/// The words that this room shows, by language.
package enum DocumentTexts {
    /// - Throws: where an embedded catalogue is not a flat mapping, which a test forbids.
    package static func catalogue(_ language: Catalogue.Language) throws -> Catalogue {
        try Catalogue(
            yaml: language == .vi ? PackageResources.vi_yaml : PackageResources.en_yaml)
    }
}

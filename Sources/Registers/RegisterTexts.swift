package import Wording

/// The words of this room.
package enum RegisterTexts {
    /// The catalogue of a language.
    /// - Throws: where its file is malformed, which a test forbids.
    package static func catalogue(_ language: Catalogue.Language) throws -> Catalogue {
        try Catalogue(yaml: language == .vi ? PackageResources.vi_yaml : PackageResources.en_yaml)
    }
}

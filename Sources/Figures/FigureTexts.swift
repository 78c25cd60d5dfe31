package import Wording

/// The sentences that the pages of figures show.
package enum FigureTexts {
    /// The catalogue of one language.
    package static func catalogue(_ language: Catalogue.Language) throws -> Catalogue {
        switch language {
        case .vi: try Catalogue(yaml: PackageResources.vi_yaml)
        case .en: try Catalogue(yaml: PackageResources.en_yaml)
        }
    }
}

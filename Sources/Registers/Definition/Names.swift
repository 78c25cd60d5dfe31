package import Wording

/// What something is called, in each language of the office.
package struct Names: Hashable, Sendable {
    /// In Vietnamese.
    package let vi: String
    /// In English.
    package let en: String

    /// Both of them.
    package init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    /// In one language.
    package subscript(language: Catalogue.Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

package import Wording
package import WorkCalendar

/// What every page of one server shares.
package struct Site: Sendable {
    /// Where people reach it, without a slash at the end: "https://nhipcau.haiphong.gov.vn".
    package let address: String
    /// Style sheets, scripts and pictures.
    package let assets: Assets
    /// The present; tests hand another in.
    package let now: @Sendable () -> Instant
    /// Whether a proxy stands before the server and tells whose requests it passes on.
    package let isBehindProxy: Bool
    /// How answers travel.
    package let delivery: Delivery
    private let words: [Catalogue.Language: Words]

    /// - Parameters:
    ///   - catalogues: Of every room, for each language.
    ///   - assets: Of every room.
    /// - Throws: where a catalogue is malformed, which a test forbids.
    package init(
        address: String, catalogues: [(Catalogue.Language) throws -> Catalogue], assets: Assets,
        isBehindProxy: Bool = false, now: @escaping @Sendable () -> Instant = { .now }
    ) throws {
        self.address = address
        self.assets = assets
        self.isBehindProxy = isBehindProxy
        self.now = now
        delivery = Delivery(isSecure: address.hasPrefix("https://"))
        words = try Dictionary(
            uniqueKeysWithValues: Catalogue.Language.allCases.map { language in
                let all = try ([WebTexts.catalogue] + catalogues).map { try $0(language) }
                return (language, Words(language, Catalogue(joining: all)))
            })
    }

    /// Whether browsers reach it over TLS, so that cookies travel over nothing else.
    package var isSecure: Bool { address.hasPrefix("https://") }

    /// The words of a language.
    package func words(_ language: Catalogue.Language) -> Words { words[language] ?? Words(language, .none) }

    /// The words of a request's language.
    package func words(_ visit: Visit) -> Words { words(visit.language) }
}

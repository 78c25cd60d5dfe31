/// A part of what is known of a person, compared as a whole.
package enum ComparedPart: Int, Sendable, CaseIterable {
    case given, family, middle, birth, place, country, contact, document
}

/// How a part of two people compares. What can be compared at all falls in groups: within one the chances of its
/// outcomes sum to 1, for the same person and for two; where a part is missing nothing follows.
package enum Outcome: UInt8, Sendable, CaseIterable {
    // Names, both written with accents.
    case same, otherAccents, slip, foreign, different
    // Names, at least one written without accents: folded words are compared.
    case samePlain, slipPlain, foreignPlain, differentPlain
    // A word of which only the first letter is written.
    case sameInitial, differentInitial
    // Middle names.
    case sameWords, fewerWords, slipOfWord, someWords, differentWords, sameInitials, differentInitials
    // Birth: the day known of both; or the year.
    case sameDay, slipOfDay, sameDayOtherYear, sameYearOtherDay, nextYearOtherDay, otherDay
    case sameYear, nextYear, otherYear
    // Origin: the commune known of both; or the province.
    case sameCommune, otherCommune, otherCommuneAndProvince, sameProvince, otherProvince
    case sameCountry, otherCountry
    // Contact: e-mail and telephone of both; or one of them.
    case bothSame, oneSame, sameMailbox, noneSame, theOneSame, theOneSameMailbox, theOneOther
    case sameDocument, otherDocument

    /// The outcomes of a part, a group each, with the chance of each for the same person and for two different ones,
    /// before data is seen; where the table of frequencies says how likely a coincidence is, the second is not used.
    static func groups(of part: ComparedPart) -> [[(outcome: Outcome, same: Double, two: Double)]] {
        switch part {
        case .given:
            [
                [
                    (.same, 0.92, 0.01), (.otherAccents, 0.02, 0.01), (.slip, 0.03, 0.05), (.foreign, 0.02, 0.03),
                    (.different, 0.01, 0.90),
                ],
                [
                    (.samePlain, 0.93, 0.01), (.slipPlain, 0.03, 0.06), (.foreignPlain, 0.03, 0.03),
                    (.differentPlain, 0.01, 0.90),
                ],
                [(.sameInitial, 0.97, 0.08), (.differentInitial, 0.03, 0.92)],
            ]
        case .family:
            [
                [
                    (.same, 0.88, 0.15), (.otherAccents, 0.01, 0.01), (.slip, 0.02, 0.03), (.foreign, 0.06, 0.06),
                    (.different, 0.03, 0.75),
                ],
                [
                    (.samePlain, 0.86, 0.15), (.slipPlain, 0.03, 0.03), (.foreignPlain, 0.08, 0.06),
                    (.differentPlain, 0.03, 0.76),
                ],
                [(.sameInitial, 0.95, 0.35), (.differentInitial, 0.05, 0.65)],
            ]
        case .middle:
            [
                [
                    (.sameWords, 0.82, 0.1), (.fewerWords, 0.08, 0.05), (.slipOfWord, 0.03, 0.02),
                    (.someWords, 0.03, 0.08),
                    (.differentWords, 0.04, 0.75),
                ],
                [(.sameInitials, 0.95, 0.25), (.differentInitials, 0.05, 0.75)],
            ]
        case .birth:
            [
                [
                    (.sameDay, 0.88, 0.0001), (.slipOfDay, 0.04, 0.001), (.sameDayOtherYear, 0.01, 0.003),
                    (.sameYearOtherDay, 0.03, 0.02), (.nextYearOtherDay, 0.01, 0.04), (.otherDay, 0.03, 0.93),
                ],
                [(.sameYear, 0.93, 0.02), (.nextYear, 0.04, 0.04), (.otherYear, 0.03, 0.94)],
            ]
        case .place:
            [
                [(.sameCommune, 0.88, 0.01), (.otherCommune, 0.09, 0.60), (.otherCommuneAndProvince, 0.03, 0.39)],
                [(.sameProvince, 0.95, 0.50), (.otherProvince, 0.05, 0.50)],
            ]
        case .country: [[(.sameCountry, 0.88, 0.15), (.otherCountry, 0.12, 0.85)]]
        case .contact:
            [
                [(.bothSame, 0.45, 1e-6), (.oneSame, 0.40, 1e-5), (.sameMailbox, 0.03, 1e-4), (.noneSame, 0.12, 1)],
                [(.theOneSame, 0.70, 1e-5), (.theOneSameMailbox, 0.04, 1e-4), (.theOneOther, 0.26, 1)],
            ]
        case .document: [[(.sameDocument, 0.75, 1e-6), (.otherDocument, 0.25, 1)]]
        }
    }
}

/// How two people compare in all parts.
struct Comparison {
    /// Stands for an outcome where a part is missing.
    static let missing = UInt8.max

    /// By ``ComparedPart``.
    var outcomes = SIMD8<UInt8>(repeating: missing)
    /// The logarithm (base 2) of the chance that two different people agree so, where the frequency of the value itself
    /// tells it; 0 where it is the same for all values.
    var coincidence = SIMD8<Float>()

    /// How likely the names are to be read so, as a logarithm (base 2).
    var reading: Float = 0

    mutating func set(_ part: ComparedPart, _ outcome: Outcome, _ coincidence: Float = 0) {
        outcomes[part.rawValue] = outcome.rawValue
        self.coincidence[part.rawValue] = coincidence
    }
}

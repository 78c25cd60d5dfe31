import Foundation
import Vietnamese

/// What stands for a text when people are compared: a number made of it. Equal texts have equal numbers and nothing else
/// can be told from them; with a key nobody can try texts out either.
package struct Blinding: Sendable {
    private let keyed: (@Sendable ([UInt8]) -> UInt64)?

    /// Without a key, for a unit's own people.
    package static let none = Blinding(keyed: nil)

    /// With a keyed function, such as the first eight bytes of an HMAC under a key that stands outside the database.
    package init(_ keyed: @escaping @Sendable ([UInt8]) -> UInt64) { self.init(keyed: keyed) }

    private init(keyed: (@Sendable ([UInt8]) -> UInt64)?) { self.keyed = keyed }

    /// - Parameter kind: So that a year and the end of a telephone number are not the same.
    /// - Parameter skipped: The place of a byte that is left out.
    func token(_ kind: Kind, _ bytes: [UInt8], without skipped: Int = -1) -> UInt64 {
        if let keyed {
            var text = bytes
            if skipped >= 0 { text.remove(at: skipped) }
            return max(1, keyed([kind.rawValue] + text))
        }
        // FNV-1a, its bits mixed once more.
        var hash: UInt64 = (0xcbf2_9ce4_8422_2325 ^ UInt64(kind.rawValue)) &* 0x100_0000_01b3
        for (place, byte) in bytes.enumerated() where place != skipped {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return max(1, hash ^ hash >> 29)
    }

    func token(_ kind: Kind, _ text: String) -> UInt64 { token(kind, Array(text.utf8)) }

    /// What a text is.
    enum Kind: UInt8 {
        case word, folded, slip, initial, year, monthDay, month, day, commune, province, country, email, mailbox
        case telephone, document
    }
}

/// A person as the comparison sees one: tokens in place of every text. Made once for each entry.
package struct PersonTokens: Sendable, Equatable {
    /// A word of a name.
    struct Word: Sendable, Equatable {
        /// With its accents.
        var whole: UInt64
        var folded: UInt64
        var initial: UInt64
        /// The folded word and what remains of it without one letter: words that share one differ by a slip.
        var slips: [UInt64]
        var isInitial: Bool
        var isForeign: Bool
    }

    /// A way to take the name apart; words by their place in ``words``.
    struct Reading: Sendable, Equatable {
        var given: Int?
        var families: [Int]
        var middles: [Int]
        var isPlain: Bool
        /// How likely it is, as a logarithm (base 2).
        var logShare: Float
    }

    /// The day of birth: years beside it and its parts, so that slips are seen without seeing the day. 0: not known.
    struct Birth: Sendable, Equatable {
        var year: UInt64 = 0
        var before: UInt64 = 0
        var after: UInt64 = 0
        var monthDay: UInt64 = 0
        /// Month and day exchanged.
        var exchanged: UInt64 = 0
        var month: UInt64 = 0
        var day: UInt64 = 0
    }

    /// An address: the whole, and what stands before the @.
    struct Email: Sendable, Equatable {
        var whole: UInt64
        var mailbox: UInt64
    }

    var words: [Word] = []
    var readings: [Reading] = []
    var birth = Birth()
    /// At most two: the name of today and the one of before.
    var communes: [UInt64] = []
    var province: UInt64 = 0
    var country: UInt64 = 0
    var emails: [Email] = []
    var telephones: [UInt64] = []
    var documents: [UInt64] = []

    init() {}

    package init(_ traits: PersonTraits, _ blinding: Blinding = .none) {
        for name in [traits.name] + traits.otherNames.prefix(3) {
            for reading in NameReading.all(of: name) { add(reading, blinding) }
        }
        if let born = traits.born { birth = Birth(born, blinding) }
        communes = [traits.origin?.commune, traits.origin?.communeAlso].compactMap { $0.flatMap(Spelling.commune) }
            .map { blinding.token(.commune, $0) }
        province = traits.origin?.province.flatMap(Spelling.province).map { blinding.token(.province, $0) } ?? 0
        country = traits.country.flatMap(Spelling.plain).map { blinding.token(.country, $0) } ?? 0
        emails = traits.emails.compactMap(Spelling.email).prefix(2).map { email in
            Email(whole: blinding.token(.email, email.whole), mailbox: blinding.token(.mailbox, email.mailbox))
        }
        telephones = traits.telephones.compactMap(Spelling.telephone).prefix(2).map { blinding.token(.telephone, $0) }
        documents = traits.documents.compactMap(Spelling.document).prefix(2).map { blinding.token(.document, $0) }
    }

    private mutating func add(_ reading: NameReading, _ blinding: Blinding) {
        let places = { (self: inout PersonTokens, words: ArraySlice<NameWord>) in
            words.map { word in
                let token = Word(word, blinding)
                if let place = self.words.firstIndex(of: token) { return place }
                self.words.append(token)
                return self.words.count - 1
            }
        }
        readings.append(
            Reading(
                given: reading.given.flatMap { places(&self, [$0]).first },
                families: places(&self, reading.families.prefix(2)), middles: places(&self, reading.middles.prefix(4)),
                isPlain: reading.isPlain, logShare: Float(log2(reading.share))))
    }
}

extension PersonTokens.Word {
    init(_ word: NameWord, _ blinding: Blinding) {
        let bytes = Array(word.folded.utf8)
        whole = blinding.token(.word, word.text)
        folded = blinding.token(.folded, bytes)
        initial = blinding.token(.initial, Array(bytes.prefix(1)))
        // Without a letter, words of one or two are all alike.
        slips = [blinding.token(.slip, bytes)]
        if bytes.count > 2 { slips += bytes.indices.map { blinding.token(.slip, bytes, without: $0) } }
        isInitial = word.isInitial
        isForeign = word.isForeign
    }
}

extension PersonTokens.Birth {
    init(_ born: PersonTraits.Birth, _ blinding: Blinding) {
        let number = { (kind: Blinding.Kind, value: Int) in blinding.token(kind, String(value)) }
        year = number(.year, born.year)
        before = number(.year, born.year - 1)
        after = number(.year, born.year + 1)
        // The first of January is written where the day is not known.
        guard let month = born.month, let day = born.day, month != 1 || day != 1 else { return }
        monthDay = number(.monthDay, month * 100 + day)
        exchanged = number(.monthDay, day * 100 + month)
        self.month = number(.month, month)
        self.day = number(.day, day)
    }
}

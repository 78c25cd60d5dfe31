/// A person whom another unit has recorded, as tokens under a key: it can be told whether one's own person is the same,
/// and nothing of the other can be read. Both sides must have been blinded with the same key.
///
/// Whoever holds many of them and knows how often names are borne can guess common names from common tokens, so that they
/// are not for publication; whoever holds the key as well can try texts out.
package struct BlindedPerson: Sendable, Equatable {
    /// What is compared.
    package let tokens: PersonTokens

    /// - Parameter blinding: With a key that units share and that stands outside the database.
    package init(_ traits: PersonTraits, _ blinding: Blinding) { tokens = PersonTokens(traits, blinding) }

    /// For keeping: about 500 bytes.
    package var bytes: [UInt8] {
        var writer = TokenWriter()
        writer.byte(Self.version)
        writer.list(tokens.words) { writer, word in
            writer.tokens([word.whole, word.folded, word.initial])
            writer.tokens(word.slips)
            writer.byte((word.isInitial ? 1 : 0) | (word.isForeign ? 2 : 0))
        }
        writer.list(tokens.readings) { writer, reading in
            writer.byte(reading.given.map { UInt8($0 + 1) } ?? 0)
            writer.list(reading.families) { $0.byte(UInt8($1)) }
            writer.list(reading.middles) { $0.byte(UInt8($1)) }
            writer.byte(reading.isPlain ? 1 : 0)
            writer.tokens([UInt64(reading.logShare.bitPattern)])
        }
        let birth = tokens.birth
        writer.tokens([
            birth.year, birth.before, birth.after, birth.monthDay, birth.exchanged, birth.month, birth.day,
        ])
        writer.tokens(tokens.communes)
        writer.tokens([tokens.province, tokens.country])
        writer.tokens(tokens.emails.flatMap { [$0.whole, $0.mailbox] })
        writer.tokens(tokens.telephones)
        writer.tokens(tokens.documents)
        return writer.bytes
    }

    /// What ``bytes`` gave; `nil` for anything else.
    package init?(_ bytes: [UInt8]) {
        var reader = TokenReader(bytes)
        guard reader.byte() == Self.version else { return nil }
        var tokens = PersonTokens()
        tokens.words = reader.list { reader in
            let names = reader.tokens(3)
            let slips = reader.tokens()
            let marks = reader.byte()
            return PersonTokens.Word(
                whole: names[0], folded: names[1], initial: names[2], slips: slips, isInitial: marks & 1 != 0,
                isForeign: marks & 2 != 0)
        }
        let count = tokens.words.count
        tokens.readings = reader.list { reader in
            let given = Int(reader.byte())
            let families = reader.list { Int($0.byte()) }
            let middles = reader.list { Int($0.byte()) }
            let isPlain = reader.byte() != 0
            if given > count || (families + middles).contains(where: { $0 >= count }) { reader.fail() }
            return PersonTokens.Reading(
                given: given == 0 ? nil : given - 1, families: families, middles: middles, isPlain: isPlain,
                logShare: Float(bitPattern: UInt32(truncatingIfNeeded: reader.tokens(1)[0])))
        }
        let birth = reader.tokens(7)
        tokens.birth = PersonTokens.Birth(
            year: birth[0], before: birth[1], after: birth[2], monthDay: birth[3], exchanged: birth[4], month: birth[5],
            day: birth[6])
        tokens.communes = reader.tokens()
        let places = reader.tokens(2)
        tokens.province = places[0]
        tokens.country = places[1]
        let emails = reader.tokens()
        tokens.emails = stride(from: 0, to: emails.count - 1, by: 2).map {
            PersonTokens.Email(whole: emails[$0], mailbox: emails[$0 + 1])
        }
        tokens.telephones = reader.tokens()
        tokens.documents = reader.tokens()
        guard reader.isAtEnd else { return nil }
        self.tokens = tokens
    }

    private static let version: UInt8 = 1
}

private struct TokenWriter {
    var bytes: [UInt8] = []

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func list<Element>(_ list: [Element], _ write: (inout TokenWriter, Element) -> Void) {
        byte(UInt8(min(255, list.count)))
        for element in list.prefix(255) { write(&self, element) }
    }

    mutating func tokens(_ tokens: [UInt64]) {
        list(tokens) { writer, token in
            for shift in stride(from: 0, to: 64, by: 8) {
                writer.byte(UInt8(truncatingIfNeeded: token >> UInt64(shift)))
            }
        }
    }
}

/// Reads zeros where the bytes end too early, and says so at the end.
private struct TokenReader {
    private let bytes: [UInt8]
    private var at = 0
    private var hasFailed = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count && !hasFailed }

    mutating func fail() { hasFailed = true }

    mutating func byte() -> UInt8 {
        guard at < bytes.count else {
            fail()
            return 0
        }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func list<Element>(_ read: (inout TokenReader) -> Element) -> [Element] {
        (0..<byte()).map { _ in read(&self) }
    }

    mutating func tokens() -> [UInt64] {
        list { reader in (0..<8).reduce(0) { $0 | UInt64(reader.byte()) << UInt64($1 * 8) } }
    }

    /// So many, no more and no fewer.
    mutating func tokens(_ count: Int) -> [UInt64] {
        let tokens = tokens()
        if tokens.count == count { return tokens }
        fail()
        return [UInt64](repeating: 0, count: count)
    }
}

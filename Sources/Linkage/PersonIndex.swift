import Foundation

/// The people of a register, ready to be compared with each other or with one more: numbers in place of all texts.
/// About 300 bytes a person; grows with ``add(_:record:)``, and what is taken out is no longer found.
package struct PersonIndex: Sendable {
    /// A person; values by their number in ``values``, 0: not known.
    struct Subject: Sendable {
        var record: Int64
        /// Where the ways to read the name stand in ``readings``.
        var firstReading: Int32 = 0
        var readingCount: Int32 = 0
        /// year, before, after, month and day, exchanged, month, day.
        var birth = SIMD8<Int32>()
        var communes = SIMD2<Int32>()
        var province: Int32 = 0
        var country: Int32 = 0
        var emails = SIMD2<Int32>()
        var mailboxes = SIMD2<Int32>()
        var telephones = SIMD2<Int32>()
        var documents = SIMD2<Int32>()

        var readings: Range<Int> { Int(firstReading)..<Int(firstReading + readingCount) }
        var year: Int32 { birth[0] }
        var monthDay: Int32 { birth[3] }
    }

    /// A way to read a name; words by their number in ``words``, 0: none.
    struct Reading: Sendable {
        var given: Int32 = 0
        var families = SIMD2<Int32>()
        var middles = SIMD4<Int32>()
        var isPlain = false
        /// How likely the reading is, as a logarithm (base 2).
        var logShare: Float = 0
    }

    private(set) var words = WordTable()
    private(set) var values = ValueTable()
    private(set) var subjects: [Subject] = []
    private(set) var readings: [Reading] = []
    /// The places in ``subjects`` of those who are still there.
    private var places: [Int64: Int32] = [:]
    /// Who bears a given name (folded), who has a contact or a year of birth: for comparing one more person with all.
    private(set) var byGiven: [Int32: [Int32]] = [:]
    private(set) var byValue: [Int32: [Int32]] = [:]

    package init() {}

    /// How many people are in it.
    package var count: Int { places.count }

    /// Enters a person under a number of the caller's; in place of the one of that number, if there is one.
    package mutating func add(_ person: PersonTokens, record: Int64) {
        remove(record: record)
        var subject = Subject(person, record: record) { values.enter($0, $1) }
        let numbers = person.words.map { words.enter($0) }
        subject.firstReading = Int32(readings.count)
        subject.readingCount = Int32(person.readings.count)
        for reading in person.readings { readings.append(Reading(reading, numbers)) }
        let place = Int32(subjects.count)
        places[record] = place
        subjects.append(subject)
        count(subject, 1)
        for given in givens(subject) { byGiven[given, default: []].append(place) }
        for value in subject.lookups { byValue[value, default: []].append(place) }
    }

    /// Takes a person out; nothing happens where there is none of that number.
    package mutating func remove(record: Int64) {
        guard let place = places.removeValue(forKey: record) else { return }
        let subject = subjects[Int(place)]
        count(subject, -1)
        for given in givens(subject) { byGiven[given]?.removeAll { $0 == place } }
        for value in subject.lookups { byValue[value]?.removeAll { $0 == place } }
        // An empty place is compared with nobody: it shares no value and no name.
        subjects[Int(place)] = Subject(record: record)
    }

    /// Where the person of that number stands in ``subjects``.
    func place(of record: Int64) -> Int? { places[record].map(Int.init) }

    /// A person who is not in it, in its numbers; what never occurred gets numbers below 0 that equal no other.
    func stranger(_ person: PersonTokens) -> Stranger {
        var stranger = Stranger()
        let numbers = person.words.map { token in
            if let number = words.number(token) { return number }
            stranger.words.append(
                WordTable.Word(
                    folded: words.foldedNumber(token) ?? -Int32(stranger.words.count + 1), initial: token.initial,
                    isInitial: token.isInitial, isForeign: token.isForeign))
            stranger.near.append(words.neighbours(token))
            return -Int32(stranger.words.count)
        }
        stranger.readings = person.readings.map { Reading($0, numbers) }
        stranger.subject = Subject(person, record: 0) { token, _ in values.number(token) }
        return stranger
    }

    /// The folded given names in all readings.
    private func givens(_ subject: Subject) -> Set<Int32> {
        Set(readings[subject.readings].map { words.words[Int($0.given)].folded }.filter { $0 > 0 })
    }

    private mutating func count(_ subject: Subject, _ amount: Float) {
        for reading in readings[subject.readings] {
            let part = amount * exp2(reading.logShare)
            let enter = { (words: inout WordTable, word: Int32, role: WordTable.Role) in
                if word > 0 { words.count(word, as: role, isPlain: reading.isPlain, part) }
            }
            enter(&words, reading.given, .given)
            for at in 0..<2 { enter(&words, reading.families[at], .family) }
            for at in 0..<4 { enter(&words, reading.middles[at], .middle) }
        }
        for value in [subject.year, subject.monthDay, subject.province, subject.country] { values.count(value, amount) }
        for pair in [subject.communes, subject.emails, subject.mailboxes, subject.telephones, subject.documents] {
            for at in 0..<2 { values.count(pair[at], amount) }
        }
    }
}

/// One who is compared with the people of an index and is not among them.
struct Stranger {
    var subject = PersonIndex.Subject(record: 0)
    var readings: [PersonIndex.Reading] = []
    /// The words that the index does not know: -1 is the first.
    var words: [WordTable.Word] = []
    var near: [[Int32]] = []
}

extension PersonIndex.Subject {
    /// - Parameter number: Gives a token its number.
    init(_ person: PersonTokens, record: Int64, number: (UInt64, Blinding.Kind) -> Int32) {
        self.record = record
        let day = person.birth
        let births: [(UInt64, Blinding.Kind)] = [
            (day.year, .year), (day.before, .year), (day.after, .year), (day.monthDay, .monthDay),
            (day.exchanged, .monthDay), (day.month, .month), (day.day, .day),
        ]
        for (at, (token, kind)) in births.enumerated() { birth[at] = number(token, kind) }
        province = number(person.province, .province)
        country = number(person.country, .country)
        for (at, token) in person.communes.prefix(2).enumerated() { communes[at] = number(token, .commune) }
        for (at, email) in person.emails.prefix(2).enumerated() {
            emails[at] = number(email.whole, .email)
            mailboxes[at] = number(email.mailbox, .mailbox)
        }
        for (at, token) in person.telephones.prefix(2).enumerated() { telephones[at] = number(token, .telephone) }
        for (at, token) in person.documents.prefix(2).enumerated() { documents[at] = number(token, .document) }
    }

    /// What is hardly anybody else's.
    var contacts: [Int32] {
        Set([emails, mailboxes, telephones, documents].flatMap { [$0[0], $0[1]] }).filter { $0 > 0 }.sorted()
    }

    /// The values by which one more person is looked up.
    var lookups: [Int32] { year > 0 ? contacts + [year] : contacts }

    /// Whether both come from one commune.
    func sharesCommune(with other: Self) -> Bool { Self.common(communes, other.communes) != 0 }

    /// A value that stands in both; 0 for none.
    static func common(_ a: SIMD2<Int32>, _ b: SIMD2<Int32>) -> Int32 {
        if a[0] > 0, a[0] == b[0] || a[0] == b[1] { return a[0] }
        if a[1] > 0, a[1] == b[0] || a[1] == b[1] { return a[1] }
        return 0
    }
}

extension PersonIndex.Reading {
    init(_ reading: PersonTokens.Reading, _ numbers: [Int32]) {
        given = reading.given.map { numbers[$0] } ?? 0
        for (at, word) in reading.families.prefix(2).enumerated() { families[at] = numbers[word] }
        for (at, word) in reading.middles.prefix(4).enumerated() { middles[at] = numbers[word] }
        isPlain = reading.isPlain
        logShare = reading.logShare
    }
}

/// The ways in which pairs that may be one person are found without comparing everybody with everybody: those who share
/// what a pass asks for stand in one block.
enum Pass: CaseIterable {
    case document, contact, nameAndYear, middleAndYear, givenAndPlace, placeAndYear, birthday, wholeName, rareName

    /// The parts in which the pairs of a pass agree because they were chosen so: nothing is learnt of them there.
    var chosenBy: [ComparedPart] {
        switch self {
        case .document: [.document]
        case .contact: [.contact]
        case .nameAndYear: [.given, .family, .birth]
        case .middleAndYear: [.given, .middle, .birth]
        case .givenAndPlace: [.given, .place]
        case .placeAndYear: [.place, .birth]
        case .birthday: [.birth]
        case .wholeName: [.given, .family, .middle]
        case .rareName: [.given, .family]
        }
    }

    /// Who shares a telephone is often a relative, who shares much else too: that would be learnt as if it were one person.
    var teaches: Bool { self != .contact }

    /// Blocks of more people than this tell nothing and cost much.
    var largest: Int { self == .rareName ? 40 : 3000 }
}

/// The people of an index sorted into the blocks of a pass.
struct Blocks {
    private struct Entry {
        var key: UInt64
        var place: Int32
    }

    private var entries: [Entry] = []
    /// Where each block of two or more begins and ends.
    private(set) var ranges: [Range<Int>] = []

    init(_ index: PersonIndex, _ pass: Pass) {
        entries.reserveCapacity(index.subjects.count * 2)
        for (place, subject) in index.subjects.enumerated() {
            Self.keys(index, subject, pass) { entries.append(Entry(key: $0, place: Int32(place))) }
        }
        entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        var start = 0
        guard !entries.isEmpty else { return }
        for end in 1...entries.count where end == entries.count || entries[end].key != entries[start].key {
            if 2...pass.largest ~= end - start { ranges.append(start..<end) }
            start = end
        }
    }

    /// How many pairs there are in all blocks.
    var pairCount: Int { ranges.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 } }

    /// Every pair of a block, by their places.
    func pairs(_ range: Range<Int>, _ body: (Int, Int) -> Void) {
        for left in range {
            for right in (left + 1)..<max(left + 1, range.upperBound) where entries[left].place != entries[right].place
            {
                body(Int(entries[left].place), Int(entries[right].place))
            }
        }
    }

    private static func keys(
        _ index: PersonIndex, _ subject: PersonIndex.Subject, _ pass: Pass, _ emit: (UInt64) -> Void
    ) {
        /// The year and the one before it: people of neighbouring years share one of them.
        func years(_ body: (Int32) -> Void) {
            if subject.year != 0 { body(subject.year) }
            if subject.birth[1] != 0 { body(subject.birth[1]) }
        }
        func folded(_ word: Int32) -> Int32 { index.words.words[Int(word)].folded }
        func each(_ values: SIMD2<Int32>, _ body: (Int32) -> Void) {
            if values[0] != 0 { body(values[0]) }
            if values[1] != 0 { body(values[1]) }
        }
        let readings = index.readings[subject.readings]
        switch pass {
        case .document: each(subject.documents) { emit(mixed($0)) }
        case .contact:
            each(subject.emails) { emit(mixed($0)) }
            each(subject.mailboxes) { emit(mixed($0)) }
            each(subject.telephones) { emit(mixed($0)) }
        case .nameAndYear:
            for reading in readings where reading.given != 0 {
                each(reading.families) { family in
                    years { emit(mixed(folded(reading.given), folded(family), $0)) }
                }
            }
        case .middleAndYear:
            for reading in readings where reading.given != 0 {
                for at in 0..<4 where reading.middles[at] != 0 {
                    years { emit(mixed(folded(reading.given), folded(reading.middles[at]), $0)) }
                }
            }
        case .givenAndPlace:
            for reading in readings where reading.given != 0 {
                each(subject.communes) { emit(mixed(folded(reading.given), $0)) }
            }
        case .placeAndYear:
            if subject.year != 0 { each(subject.communes) { emit(mixed(subject.year, $0)) } }
        case .birthday:
            guard subject.monthDay != 0 else { return }
            emit(mixed(subject.year, subject.monthDay))
            if subject.birth[4] != subject.monthDay { emit(mixed(subject.year, subject.birth[4])) }
        case .wholeName:
            // Whatever their order; pairs with both years are in the blocks of names and years.
            guard let reading = readings.first else { return }
            let words = [reading.given, reading.families[0], reading.families[1]] + (0..<4).map { reading.middles[$0] }
            emit(words.filter { $0 != 0 }.map(folded).sorted().reduce(0) { mixed(Int32(truncatingIfNeeded: $0), $1) })
        case .rareName:
            for reading in readings where reading.given != 0 {
                each(reading.families) { emit(mixed(folded(reading.given), folded($0))) }
            }
        }
    }

    private static func mixed(_ parts: Int32...) -> UInt64 {
        parts.reduce(0x9E37_79B9_7F4A_7C15) { sum, part in
            let product = (sum ^ UInt64(UInt32(bitPattern: part))) &* 0xFF51_AFD7_ED55_8CCD
            return product ^ product >> 32
        }
    }
}

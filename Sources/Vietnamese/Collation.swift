/// The order of Vietnamese dictionaries: a ă â b c d đ e ê … o ô ơ … u ư … first; among equal letters the tones, ngang
/// huyền hỏi ngã sắc nặng; lower case before upper last. Numbers go by value, white space and signs before them.
package enum Collation {
    /// A key whose plain byte order is the order of the texts: for a database column or for sorting many texts.
    /// Equal for texts that differ only in composition, style of tone marks or the amount of white space.
    package static func key(_ text: String) -> String {
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        var cases: [UInt8] = []
        var digits: [UInt8] = []
        func flushNumber() {
            guard !digits.isEmpty else { return }
            let significant = digits.drop { $0 == UInt8(ascii: "0") }
            letters.append(Weight.number + UInt8(min(significant.count, 15)))
            letters += significant
            digits = []
        }
        for scalar in text.toneNormalised.unicodeScalars {
            if let letter = Letter(scalar) {
                flushNumber()
                letters.append(Weight.letter + letter.place)
                tones.append(Weight.low + letter.tone.rawValue)
                cases.append(Weight.low + (letter.isUppercase ? 1 : 0))
            } else if 0x30...0x39 ~= scalar.value {
                digits.append(UInt8(scalar.value))
            } else if scalar.properties.isWhitespace {
                flushNumber()
                if letters.last != Weight.space { letters.append(Weight.space) }
            } else if scalar.isASCII {
                flushNumber()
                letters += [Weight.sign, UInt8(max(scalar.value, 2))]
            } else {
                flushNumber()
                letters.append(Weight.other)
                letters += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        flushNumber()
        while letters.last == Weight.space { letters.removeLast() }
        let key =
            letters.drop { $0 == Weight.space } + [Weight.separator] + trimmed(tones) + [Weight.separator]
            + trimmed(cases)
        return String(decoding: key, as: UTF8.self)
    }

    /// Whether `left` stands before `right`; for more than a few texts sort by ``key(_:)``.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        key(left) < key(right)
    }

    private static func trimmed(_ weights: [UInt8]) -> [UInt8] {
        Array(weights[...(weights.lastIndex { $0 != Weight.low } ?? -1)])
    }

    private enum Weight {
        static let separator: UInt8 = 1
        static let low: UInt8 = 2
        static let space: UInt8 = 2
        static let sign: UInt8 = 3
        static let number: UInt8 = 4
        static let letter: UInt8 = 0x40
        static let other: UInt8 = 0x7F
    }
}

extension Sequence {
    /// The elements in the order of Vietnamese dictionaries by a text of theirs; equal ones keep their order.
    package func sortedInVietnamese(by text: (Element) -> String) -> [Element] {
        map { (Collation.key(text($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

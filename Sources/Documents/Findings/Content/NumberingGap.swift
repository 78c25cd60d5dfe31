import Paper

extension FindingRule {
    /// A number that stands twice or is left out: 3.2 twice, section III followed by V.
    static let numberingGap = FindingRule("numbering-gap", .warning, needsExactText: true) { review in
        var walk = NumberingWalk()
        for line in review.parts.lines { walk.step(line) }
        return walk.slips.map { slip in
            switch slip {
            case .twice(let label, let places): return Hit("twice", ["number": label.text], at: places)
            case .skipped(let label, let expected, let place):
                let values = ["number": label.text, "expected": expected]
                // Lists that know no đ are a habit of word processors.
                let isHabit = label.kind == .letter && label.text.hasPrefix("e") && expected.hasPrefix("đ")
                return Hit("skipped", values, at: [place], severity: isHabit ? .note : nil)
            }
        }
    }
}

/// Follows the numbers of a document and says where one does not follow the last of its list.
private struct NumberingWalk {
    enum Slip {
        case twice(NumberLabel, [Place])
        case skipped(NumberLabel, expected: String, Place)
    }
    private(set) var slips: [Slip] = []
    /// Lists that are open, the innermost last, each with its last number.
    private var open: [(label: NumberLabel, place: Place)] = []
    /// Inside words quoted from another document, whose numbers are its own.
    private var isQuoted = false

    mutating func step(_ line: ReviewLine) {
        let scalars = line.text.unicodeScalars
        if isQuoted {
            isQuoted = !scalars.suffix(3).contains { $0 == "”" || $0 == "\"" }
            return
        }
        if scalars.first == "“" {
            isQuoted = !scalars.contains("”")
            return
        }
        if scalars.first == "\"" {
            isQuoted = scalars.count(where: { $0 == "\"" }) % 2 == 1
            return
        }
        guard let label = NumberLabel(line.text), label.value > 0 else { return }
        if let index = open.lastIndex(where: { $0.label.kind == label.kind && $0.label.value + 1 == label.value }) {
            replace(index, with: label, line.place)
            return
        }
        // A list of the same kind begins anew; under a number of its own ("3.") it cannot.
        let isRestart = label.value == 1 && !(open.last?.label == label && label.isDotted)
        guard !isRestart, let index = open.lastIndex(where: { $0.label.kind == label.kind }) else {
            open.append((label, line.place))
            return
        }
        let before = open[index]
        replace(index, with: label, line.place)
        if label.value != before.label.value {
            slips.append(.skipped(label, expected: Self.name(before.label.value + 1, like: label), line.place))
        } else if case .skipped(label, _, before.place) = slips.last {
            // What seemed left out was a number used too early.
            slips[slips.count - 1] = .twice(label, [before.place, line.place])
        } else {
            slips.append(.twice(label, [before.place, line.place]))
        }
    }

    private mutating func replace(_ index: Int, with label: NumberLabel, _ place: Place) {
        open.removeSubrange((index + 1)...)
        open[index] = (label, place)
    }

    private static func name(_ value: Int, like label: NumberLabel) -> String {
        switch label.kind {
        case .letter:
            value <= NumberLabel.letters.count ? "\(NumberLabel.letters[value - 1])\(label.text.suffix(1))" : "?"
        case .roman: "\(roman(value))."
        case .article: "Điều \(value)"
        case .arabic: "\(value)"
        case .dotted(let prefix): (prefix + [value]).map(String.init).joined(separator: ".")
        }
    }

    private static func roman(_ value: Int) -> String {
        var rest = value
        return [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")].reduce(into: "") { text, step in
            while rest >= step.0 {
                text += step.1
                rest -= step.0
            }
        }
    }
}

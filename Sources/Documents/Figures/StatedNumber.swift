/// A number as Vietnamese offices write it: `3904`, `3.904`, `15,6`, `04`, `130/204`.
struct StatedNumber: Sendable, Equatable {
    let value: Double
    /// The whole of which it is a part: 204 in `130/204`.
    var whole: Double?
    /// `04`: the leading zero of a count, which a year or a label never has.
    var hasLeadingZero = false
    /// `1.300`: points between thousands.
    var hasThousands = false
    /// Four digits in a row that may be a year.
    var mayBeYear = false

    init(value: Double) { self.value = value }

    /// Reads a word that begins with a digit; `nil` where it is no single number (a date, a range, a document number).
    init?(_ word: String) {
        if let slash = word.firstIndex(of: "/") {
            guard let part = StatedNumber(String(word[..<slash])),
                let whole = StatedNumber(String(word[word.index(after: slash)...])),
                part.whole == nil, whole.whole == nil, part.value <= whole.value, !whole.mayBeYear
            else { return nil }
            self = part
            self.whole = whole.value
            return
        }
        let groups = word.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        let signs = word.filter { $0 == "." || $0 == "," }
        let first = String(groups[0])
        hasLeadingZero = first.count > 1 && first.hasPrefix("0")
        var text = first
        switch signs.count {
        case 0:
            mayBeYear = first.count == 4 && (1900...2100).contains(Int(first) ?? 0)
        case 1 where signs == "," || groups[1].count != 3 || first.count > 3 || hasLeadingZero:
            text += "." + groups[1]
        default:
            // Thousands stand in threes; a different sign at the end begins the decimals.
            let hasDecimals = signs.count > 1 && signs.last != signs.first
            let thousands = hasDecimals ? groups.dropFirst().dropLast() : groups.dropFirst()
            guard first.count <= 3, thousands.allSatisfy({ $0.count == 3 }), Set(signs.dropLast()).count <= 1 else {
                return nil
            }
            hasThousands = true
            text += thousands.joined()
            if hasDecimals, let decimals = groups.last { text += "." + decimals }
        }
        guard let value = Double(text) else { return nil }
        self.value = value
    }
}

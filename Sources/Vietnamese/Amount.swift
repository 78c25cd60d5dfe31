/// One amount of a numeral with its scale.
struct Amount {
    /// Scale included.
    var value: Double
    /// What the last scale word multiplied by; 1 without one.
    var scale: Double
    var isRepaired: Bool
    var isInWords: Bool
    /// The token after it.
    var end: Int

    /// `3.904`, `15,6 tỷ`, `1 tỷ 200 triệu`, `5 nghìn tỷ`, `2 triệu rưỡi`.
    static func inFigures(_ words: NumeralTokens, at index: Int) -> Amount? {
        guard let figures = Figures(words, at: index) else { return nil }
        var amount = Amount(
            value: figures.value(isScaled: Scale.at(words, figures.end) != nil), scale: 1,
            isRepaired: figures.isRepaired(isScaled: Scale.at(words, figures.end) != nil), isInWords: false,
            end: figures.end)
        amount.readScales(words)
        guard amount.scale > 1 else { return amount }
        // A smaller part may follow: `1 tỷ 200 triệu`.
        while let next = Figures(words, at: amount.end), next.isPlain, let scale = Scale.at(words, next.end),
            scale < amount.scale, next.whole * scale < amount.scale
        {
            amount.value += next.whole * scale
            amount.scale = scale
            amount.end = next.end + 1
        }
        return amount
    }

    /// Multiplies by the scale words that follow, `nghìn tỷ`, and adds `rưỡi`.
    mutating func readScales(_ words: NumeralTokens) {
        while let factor = Scale.at(words, end) {
            value *= factor
            scale *= factor
            end += 1
        }
        if scale > 1, words.word(at: end) == "rưỡi" {
            value += scale / 2
            end += 1
        }
    }
}

/// Trăm, nghìn, vạn, triệu, tỷ.
enum Scale {
    /// The scale word at `index`. After figures it may have lost its accents (`15,6 ty`).
    static func at(_ words: NumeralTokens, _ index: Int) -> Double? {
        words.word(at: index).flatMap { table[$0] }
    }

    private static let table: [String: Double] = [
        "trăm": 100, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tr": 1e6, "tỷ": 1e9, "tỉ": 1e9,
        "tram": 100, "nghin": 1e3, "ngan": 1e3, "trieu": 1e6, "ty": 1e9, "triéu": 1e6, "tý": 1e9,
    ]
}

/// Digits with separators, as written.
struct Figures {
    /// The runs of digits.
    private var groups: [String]
    /// What stands between them.
    private var separators: [Character] = []
    /// The token after the figures.
    private(set) var end: Int

    init?(_ words: NumeralTokens, at index: Int) {
        guard let first = words.digits(at: index), first.utf8.count <= 15 else { return nil }
        groups = [first]
        end = index + 1
        while words.isMark(".", at: end) || words.isMark(",", at: end), words.isGlued(end), words.isGlued(end + 1),
            let next = words.digits(at: end + 1), next.utf8.count <= 15, groups.count < 8
        {
            separators.append(words.isMark(".", at: end) ? "." : ",")
            groups.append(next)
            end += 2
        }
    }

    /// Whether there is no separator.
    var isPlain: Bool { separators.isEmpty }

    /// The first group as a number.
    var whole: Double { Double(groups[0]) ?? 0 }

    /// The number; whether a scale word follows decides what `3,904` is.
    func value(isScaled: Bool) -> Double {
        let decimals = decimalGroup(isScaled: isScaled)
        let whole = groups.dropLast(decimals ? 1 : 0).joined()
        return Double(decimals ? whole + "." + groups[groups.count - 1] : whole) ?? 0
    }

    /// Whether the separators were used otherwise than Vietnamese does.
    func isRepaired(isScaled: Bool) -> Bool {
        guard let last = separators.last else { return false }
        let decimals = decimalGroup(isScaled: isScaled)
        let thousands = separators.dropLast(decimals ? 1 : 0)
        return thousands.contains(",") || decimals && last == "."
    }

    /// Whether the last group is a fraction. A point before three digits parts thousands, any other is a decimal point;
    /// a comma parts decimals, but thousands where it occurs twice, or before three digits without a scale word.
    private func decimalGroup(isScaled: Bool) -> Bool {
        guard let last = separators.last else { return false }
        let isThreeDigits = groups[groups.count - 1].utf8.count == 3 && whole > 0 && groups[0].utf8.count <= 3
        if separators.count > 1 {
            return separators.dropLast().allSatisfy { $0 != last } || !isThreeDigits
        }
        return last == "." ? !isThreeDigits : isScaled || !isThreeDigits
    }
}

/// How one level of an automatic list writes its number.
struct ListLevel: Sendable {
    enum Format: Sendable { case decimal, decimalZero, upperRoman, lowerRoman, upperLetter, lowerLetter, bullet, none }
    var format = Format.decimal
    /// The number's text, where `%1` stands for the number of the first level and so on; a bullet's sign.
    var text = ""
    var start = 1
    /// The level (from 1) whose step starts this one anew; `nil` for every higher one, 0 for never.
    var restart: Int?
    /// All numbers in it are written as decimals.
    var isLegal = false
    /// White space stands between the number and the text.
    var isSpaced = true

    /// A bullet as typed lists have them: `- `, and `+ ` where the author chose a plus.
    var bullet: String { text == "+" ? "+" : "-" }
}

/// The running numbers of one automatic list.
struct ListCounter {
    private var values: [Int?] = Array(repeating: nil, count: 9)

    /// Steps on at a level and gives the number as it stands in front of the text.
    mutating func next(_ level: Int, of levels: [ListLevel]) -> String {
        guard levels.indices.contains(level), level < values.count else { return "" }
        values[level] = values[level].map { $0 + 1 } ?? levels[level].start
        for below in (level + 1)..<max(values.count, level + 1) {
            let restart = below < levels.count ? levels[below].restart : nil
            if restart == nil || (restart ?? 0) > level { values[below] = nil }
        }
        let shown = levels[level]
        if shown.format == .bullet { return shown.text.isEmpty ? "" : shown.bullet }
        return write(shown, levels)
    }

    /// Sets a level so that its next number is `start`.
    mutating func restart(_ level: Int, at start: Int) {
        guard values.indices.contains(level) else { return }
        values[level] = start - 1
    }

    private func write(_ shown: ListLevel, _ levels: [ListLevel]) -> String {
        var result = ""
        var text = shown.text[...]
        while let percent = text.firstIndex(of: "%") {
            result += text[..<percent]
            text = text[text.index(after: percent)...]
            guard let digit = text.first?.wholeNumberValue, (1...9).contains(digit), digit <= levels.count else {
                result += "%"
                continue
            }
            text = text.dropFirst()
            let level = levels[digit - 1]
            result += Self.number(values[digit - 1] ?? level.start, shown.isLegal ? .decimal : level.format)
        }
        return result + text
    }

    /// A number in a list's notation.
    static func number(_ value: Int, _ format: ListLevel.Format) -> String {
        switch format {
        case .decimal: "\(value)"
        case .decimalZero: value < 10 && value >= 0 ? "0\(value)" : "\(value)"
        case .upperRoman: roman(value)
        case .lowerRoman: roman(value).lowercased()
        case .upperLetter: letter(value).uppercased()
        case .lowerLetter: letter(value)
        case .bullet, .none: ""
        }
    }

    private static func roman(_ value: Int) -> String {
        guard (1..<4000).contains(value) else { return "\(value)" }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = value
        var result = ""
        for (worth, sign) in signs { while rest >= worth { (result, rest) = (result + sign, rest - worth) } }
        return result
    }

    /// a to z, then aa, bb as Word counts.
    private static func letter(_ value: Int) -> String {
        guard value > 0, value <= 780 else { return "\(value)" }
        let sign = Character(Unicode.Scalar(UInt8(0x61 + (value - 1) % 26)))
        return String(repeating: sign, count: (value - 1) / 26 + 1)
    }
}

import Vietnamese

/// Numbers and amounts as people type them: "3.904", "15,5", "1.200,5 triệu", "1.200 USD".
enum TypedNumber {
    /// A number in units of the last of some decimal places.
    /// - Returns: `nil` where it is none, is said to be about that much only, or has more places.
    static func units(_ text: String, places: Int) -> Int? {
        var text = text.trimmed
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        if isNegative { text.removeFirst() }
        // Exactly, where it is written without words and thousands.
        if let units = Decimals.units(of: text.replacing(",", with: "."), places: places), isPlain(text) {
            return isNegative ? -units : units
        }
        let tokens = Tokens(text)
        guard let read = Numeral.read(tokens, at: 0), read.tokens.upperBound == tokens.list.count, !read.isApproximate,
            read.outOf == nil
        else { return nil }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = read.value * scale
        guard scaled.magnitude < 9e15, abs(scaled - scaled.rounded()) < 0.001 else { return nil }
        return Int(scaled.rounded()) * (isNegative ? -1 : 1)
    }

    /// Whether a point or comma in it can only part decimals.
    private static func isPlain(_ text: String) -> Bool {
        guard let mark = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return true }
        return text.distance(from: mark, to: text.endIndex) != 4
    }

    /// An amount; the currency that stands behind it counts before the one that is given.
    static func money(_ text: String, _ currency: String) -> Money? {
        var text = text.trimmed
        var currency = currency.uppercased()
        if let match = text.firstMatch(of: /\s*(đồng|đ|₫|vnđ|vnd)$/.ignoresCase()) {
            text = String(text[..<match.range.lowerBound])
            currency = "VND"
        } else if let match = text.firstMatch(of: /\s+([A-Z]{3})$/) {
            currency = String(match.1)
            text = String(text[..<match.range.lowerBound])
        }
        guard currency.wholeMatch(of: /[A-Z]{3}/) != nil else { return nil }
        return units(text, places: 2).map { Money(hundredths: $0, currency: currency) }
    }

    /// A number as it stands in a field of a form: "1.250,5".
    static func text(_ units: Int, places: Int) -> String {
        let text = Decimals.text(of: Int(units.magnitude), places: places)
        let parts = text.split(separator: ".", maxSplits: 1)
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        while fraction.hasSuffix("0") { fraction.removeLast() }
        var whole = ""
        let digits = parts.first.map(String.init) ?? "0"
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { whole.append(".") }
            whole.append(digit)
        }
        return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : ",\(fraction)")
    }
}

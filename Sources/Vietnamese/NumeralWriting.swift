import Foundation

extension Numeral {
    /// A number in Vietnamese figures: points between thousands, a decimal comma, at most `decimals` decimals and no idle
    /// noughts: 3904 is `3.904`, 15.6 `15,6`.
    package static func figures(_ value: Double, decimals: Int = 3) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let factor = (0..<max(0, decimals)).reduce(1.0) { result, _ in result * 10 }
        let rounded = (abs(value) * factor).rounded() / factor
        let whole = UInt64(rounded)
        var digits = String(whole)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = String(digits.dropLast(3))
        }
        groups.insert(digits[...], at: 0)
        var text = groups.joined(separator: ".")
        var fraction = String(UInt64(((rounded - Double(whole)) * factor).rounded()))
        fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        if !fraction.isEmpty { text += "," + fraction }
        return value < 0 && rounded > 0 ? "-" + text : text
    }

    /// A number with a scale word where that loses nothing at two decimals: `15,6 tỷ`, `2,3 triệu`, `3.904`.
    package static func short(_ value: Double) -> String {
        for (scale, word) in [(1e9, "tỷ"), (1e6, "triệu")] where abs(value) >= scale {
            let hundredths = value / scale * 100
            if abs(hundredths - hundredths.rounded()) < 1e-6 { return figures(value / scale, decimals: 2) + " " + word }
            break
        }
        return figures(value)
    }

    /// A whole number in words, as sums are written out in official papers: `nghìn`, `linh`, `mốt`, `tư` and `lăm` after
    /// `mươi`; a group after the first is read in full (`không trăm linh năm`), an empty one is left out:
    /// 101 000 005 is `một trăm linh một triệu không trăm linh năm`.
    package static func words(_ value: Int) -> String {
        guard value != 0 else { return "không" }
        let text = words(value.magnitude, isLeading: true)
        return value < 0 ? "âm " + text : text
    }

    private static func words(_ value: UInt, isLeading: Bool) -> String {
        let (billions, rest) = value.quotientAndRemainder(dividingBy: 1_000_000_000)
        var parts: [String] = []
        if billions > 0 { parts.append(words(billions, isLeading: isLeading) + " tỷ") }
        for (group, name) in [(rest / 1_000_000, " triệu"), (rest / 1000 % 1000, " nghìn"), (rest % 1000, "")]
        where group > 0 {
            parts.append(hundreds(group, isLeading: isLeading && parts.isEmpty) + name)
        }
        return parts.joined(separator: " ")
    }

    private static func hundreds(_ value: UInt, isLeading: Bool) -> String {
        let hundred = value / 100
        let ten = value / 10 % 10
        let unit = value % 10
        var parts: [String] = []
        if hundred > 0 || !isLeading { parts += [digits[Int(hundred)], "trăm"] }
        switch ten {
        case 0: if unit > 0, !parts.isEmpty { parts.append("linh") }
        case 1: parts.append("mười")
        default: parts += [digits[Int(ten)], "mươi"]
        }
        switch (ten, unit) {
        case (_, 0): break
        case (2..., 1): parts.append("mốt")
        case (2..., 4): parts.append("tư")
        case (1..., 5): parts.append("lăm")
        default: parts.append(digits[Int(unit)])
        }
        return parts.joined(separator: " ")
    }

    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
}

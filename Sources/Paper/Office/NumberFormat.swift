/// How a spreadsheet shows a number, as far as the paper needs it, written the Vietnamese way: 1.234,5 and 31/12/2026.
struct NumberFormat: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        case general
        /// Decimals, thousands parted, per cent.
        case number(decimals: Int, grouped: Bool, percent: Bool)
        case date(day: Bool, month: Bool, year: Bool, time: Bool)
    }
    var kind: Kind

    /// The formats that have a number and no code in the file (ECMA-376 part 1, 18.8.30).
    init(builtIn id: Int) {
        kind =
            switch id {
            case 1: .number(decimals: 0, grouped: false, percent: false)
            case 2: .number(decimals: 2, grouped: false, percent: false)
            case 3, 37, 38: .number(decimals: 0, grouped: true, percent: false)
            case 4, 39, 40, 43, 44: .number(decimals: 2, grouped: true, percent: false)
            case 41, 42: .number(decimals: 0, grouped: true, percent: false)
            case 9: .number(decimals: 0, grouped: false, percent: true)
            case 10: .number(decimals: 2, grouped: false, percent: true)
            case 14, 15, 27...31, 36, 50...54, 57, 58: .date(day: true, month: true, year: true, time: false)
            case 16: .date(day: true, month: true, year: false, time: false)
            case 17, 55, 56: .date(day: false, month: true, year: true, time: false)
            case 18...21, 32...35, 45...47: .date(day: false, month: false, year: false, time: true)
            case 22: .date(day: true, month: true, year: true, time: true)
            default: .general
            }
    }

    /// Reads a format's code, its first section: `#,##0.00`, `dd/mm/yyyy`, `[$-42A]d mmmm yyyy`.
    init(code: String) {
        var plain: [Character] = []
        var closing: Character?
        var skipsNext = false
        for character in code.lowercased() {
            if skipsNext {
                skipsNext = false
            } else if let end = closing {
                if character == end { closing = nil }
            } else if character == "\"" {
                closing = "\""
            } else if character == "[" {
                closing = "]"
            } else if character == "\\" || character == "_" || character == "*" {
                skipsNext = true
            } else if character == ";" {
                break
            } else {
                plain.append(character)
            }
        }
        let has = { (letter: Character) in plain.contains(letter) }
        if has("y") || has("d") || has("h") || has("s") || has("m") && !has("0") && !has("#") {
            let time = has("h") || has("s")
            kind = .date(day: has("d"), month: has("m") && (!time || has("d") || has("y")), year: has("y"), time: time)
            return
        }
        guard has("0") || has("#") else {
            kind = has("%") ? .number(decimals: 0, grouped: false, percent: true) : .general
            return
        }
        let decimals = plain.firstIndex(of: ".").map { plain[$0...].count { $0 == "0" || $0 == "#" || $0 == "?" } } ?? 0
        kind = .number(decimals: min(decimals, 10), grouped: has(","), percent: has("%"))
    }

    /// The value as the sheet shows it; `from1904` where the workbook counts days from 1904 and not from 1900.
    func write(_ value: Double, from1904: Bool) -> String {
        switch kind {
        case .general: Self.general(value)
        case .number(let decimals, let grouped, let percent):
            Self.fixed(percent ? value * 100 : value, decimals: decimals, grouped: grouped) + (percent ? "%" : "")
        case .date(let day, let month, let year, let time):
            SheetDate(serial: value, from1904: from1904)?.write(day: day, month: month, year: year, time: time)
                ?? Self.general(value)
        }
    }

    private static func general(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
        guard abs(value) < 1e10, abs(value) >= 1e-9 else { return "\(value)" }
        // Ten digits are shown; what binary fractions add behind is noise.
        let digits = 10 - String(Int(abs(value))).count
        var text = fixed(value, decimals: digits, grouped: false)
        if text.contains(",") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(",") { text.removeLast() }
        }
        return text
    }

    private static func fixed(_ value: Double, decimals: Int, grouped: Bool) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        var digits = String(Int(scaled))
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
        var whole = String(digits.dropLast(decimals))
        if grouped, whole.count > 3 {
            var parted = ""
            for (index, digit) in whole.enumerated() {
                if index > 0, (whole.count - index) % 3 == 0 { parted.append(".") }
                parted.append(digit)
            }
            whole = parted
        }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + whole + (decimals > 0 ? "," + digits.suffix(decimals) : "")
    }
}

/// A day and time of a spreadsheet, which counts days.
struct SheetDate {
    private let day: (year: Int, month: Int, day: Int)
    private let minutes: Int

    /// `nil` outside of the years 1900 to 9999.
    init?(serial: Double, from1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let rounded = (serial * 1440).rounded() / 1440
        let whole = Int(rounded)
        minutes = Int(((rounded - Double(whole)) * 1440).rounded())
        // Day 60 of the other count is 29 February 1900, which never was; days before it stand one later.
        let days = from1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole
        day = Self.civil(days - 25_569)
    }

    func write(day showsDay: Bool, month: Bool, year: Bool, time: Bool) -> String {
        var parts: [String] = []
        if showsDay { parts.append(Self.two(day.day)) }
        if month { parts.append(Self.two(day.month)) }
        if year { parts.append("\(day.year)") }
        let date = parts.joined(separator: "/")
        guard time else { return date }
        let clock = Self.two(minutes / 60) + ":" + Self.two(minutes % 60)
        return date.isEmpty ? clock : date + " " + clock
    }

    /// "2026-07-02"
    var iso: String { "\(day.year)-\(Self.two(day.month))-\(Self.two(day.day))" }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// Days since 1 January 1970 to a day of the Gregorian calendar.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

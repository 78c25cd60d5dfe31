/// A day, or a month, quarter, half-year or year named in its place, as deadlines are.
package enum PartialDate: Hashable, Sendable {
    case day(Day)
    /// month: 1 to 12
    case month(Int, year: Int)
    /// quarter: 1 to 4
    case quarter(Int, year: Int)
    /// half: 1 (six first months) or 2
    case half(Int, year: Int)
    case year(Int)

    /// The days it covers.
    package var window: Window {
        switch self {
        case .day(let day): Window(day, day)
        case .month(let month, let year): .months(month...month, year)
        case .quarter(let quarter, let year): .months(quarter * 3 - 2...quarter * 3, year)
        case .half(let half, let year): .months(half * 6 - 5...half * 6, year)
        case .year(let year): .months(1...12, year)
        }
    }

    /// The day on which work due "in" it is due: its last.
    package var lastDay: Day { window.last }
    /// Its first day.
    package var firstDay: Day { window.first }
    /// The calendar year it lies in.
    package var year: Int { firstDay.year }

    /// As offices write it: "02/7/2026", "tháng 9/2026", "Quý IV/2026", "6 tháng đầu năm 2026", "năm 2026".
    package var vietnamese: String {
        switch self {
        case .day(let day): day.vietnamese
        case .month(let month, let year): "tháng \(month)/\(year)"
        case .quarter(let quarter, let year): "Quý \(Self.roman(quarter))/\(year)"
        case .half(1, let year): "6 tháng đầu năm \(year)"
        case .half(_, let year): "6 tháng cuối năm \(year)"
        case .year(let year): "năm \(year)"
        }
    }

    /// A quarter's number as it is written: I, II, III, IV.
    package static func roman(_ quarter: Int) -> String {
        ["I", "II", "III", "IV"].indices.contains(quarter - 1)
            ? ["I", "II", "III", "IV"][quarter - 1] : String(quarter)
    }
}

/// A date as a paper writes it, any part of which may be blank: `ngày 02 tháng 7 năm 2026`, `02/7/2026`,
/// `ngày      tháng 4 năm 2026`, `tháng 7/2026`.
package struct WrittenDate: Sendable, Equatable {
    /// Up to two digits; `nil` when left blank or not stated.
    package let day: Int?
    /// Up to two digits; `nil` when left blank or not stated.
    package let month: Int?
    /// Four digits; `nil` when left blank or not stated.
    package let year: Int?

    /// A date as it is written, whether there is such a day or not.
    package init(day: Int? = nil, month: Int? = nil, year: Int? = nil) {
        self.day = day
        self.month = month
        self.year = year
    }

    /// Reads a text that consists of a date; `nil` when anything else stands in it or the calendar has no such day.
    package init?(_ text: String) {
        let tokens = Tokens(text)
        guard let read = Self.read(tokens, at: 0), read.tokens.upperBound == tokens.list.count, read.date.isPossible
        else { return nil }
        self = read.date
    }

    /// Whether any part is given and the calendar has such a day (30 tháng 2 it has not), from 1900 to 2100.
    package var isPossible: Bool {
        if let year { guard 1900...2100 ~= year else { return false } }
        if let month { guard 1...12 ~= month else { return false } }
        guard let day else { return month != nil || year != nil }
        guard let month else { return 1...31 ~= day }
        let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
        let length = month == 2 ? isLeap ? 29 : 28 : [4, 6, 9, 11].contains(month) ? 30 : 31
        return 1...length ~= day
    }

    /// Whether no part is blank.
    package var isComplete: Bool { day != nil && month != nil && year != nil }

    /// `ngày 02 tháng 7 năm 2026`, as Decree 30/2020/NĐ-CP, Annex I, part II, 4b has it: a nought before days below 10
    /// and before January and February; space to fill in for a blank day or month.
    package var written: String {
        let parts = [
            day.map { "ngày " + Self.padded($0, below: 10) } ?? (month != nil && year != nil ? "ngày     " : nil),
            month.map { "tháng " + Self.padded($0, below: 3) } ?? (day != nil && year != nil ? "tháng     " : nil),
            year.map { "năm \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// `02/7/2026`, `7/2026`, `02/7`; `nil` for a day or a month alone and where the month is blank between day and year.
    package var short: String? {
        switch (day, month, year) {
        case (let day?, let month?, let year?):
            "\(Self.padded(day, below: 10))/\(Self.padded(month, below: 3))/\(year)"
        case (nil, let month?, let year?): "\(Self.padded(month, below: 3))/\(year)"
        case (let day?, let month?, nil): "\(Self.padded(day, below: 10))/\(Self.padded(month, below: 3))"
        case (nil, nil, let year?): "\(year)"
        default: nil
        }
    }

    private static func padded(_ number: Int, below limit: Int) -> String {
        number < limit ? "0\(number)" : "\(number)"
    }
}

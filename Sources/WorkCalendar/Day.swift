/// A calendar day (proleptic Gregorian), without time or zone.
package struct Day: Hashable, Sendable, Comparable {
    /// Of the common era.
    package let year: Int
    /// 1 to 12
    package let month: Int
    /// 1 to 31
    package let day: Int

    /// - Returns: `nil` where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...9999).contains(year), day >= 1, day <= Self.length(month, year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Earlier is less.
    package static func < (a: Self, b: Self) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// Number of days in a month.
    package static func length(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// ISO 8601: "2026-07-02".
    package var description: String {
        var digits: [UInt8] = []
        digits.append(year, width: 4)
        digits.append(UInt8(ascii: "-"))
        digits.append(month, width: 2)
        digits.append(UInt8(ascii: "-"))
        digits.append(day, width: 2)
        return String(decoding: digits, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends the last digits of a number, with noughts before them: a list writes thousands of these.
    mutating func append(_ number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}

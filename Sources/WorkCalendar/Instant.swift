package import Foundation

/// A moment, to the millisecond.
package struct Instant: Hashable, Sendable, Comparable {
    /// Since 1 January 1970, 0:00 UTC.
    package let milliseconds: Int

    /// - Parameter milliseconds: Since 1 January 1970, 0:00 UTC.
    package init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// The moment of a `Date`; what is less than a millisecond is left out.
    package init(_ date: Date) { milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded(.down)) }

    /// The present.
    package static var now: Instant { Instant(Date()) }

    /// Earlier is less.
    package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    /// The moment that many seconds later.
    package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + seconds * 1000) }

    /// The day in Hà Nội (UTC+7, no summer time since 1975).
    package var day: Day { Day(number: (milliseconds + 7 * 3_600_000).dividedDown(by: 86_400_000).quotient) }
}

extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC, which sorts as moments do: "2026-07-02T01:15:30.250Z".
    package var description: String {
        let (day, time) = milliseconds.dividedDown(by: 86_400_000)
        func padded(_ number: Int, _ width: Int) -> String {
            String(String(number + 10_000).suffix(width))
        }
        let (hours, minutes, seconds) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60)
        return "\(Day(number: day))T\(padded(hours, 2)):\(padded(minutes, 2)):\(padded(seconds, 2))"
            + ".\(padded(time % 1000, 3))Z"
    }

    /// Reads what ``description`` writes.
    /// - Returns: `nil` where it is anything else.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            let digits = bytes[range]
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        guard bytes.count == 24, let day = Day(iso: text.prefix(10)),
            let hours = number(11..<13), let minutes = number(14..<16), let seconds = number(17..<19),
            let thousandths = number(20..<23)
        else { return nil }
        milliseconds = day.number * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
        // Signs between the numbers, and numbers past their end (25:61), show here.
        guard description == text else { return nil }
    }
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

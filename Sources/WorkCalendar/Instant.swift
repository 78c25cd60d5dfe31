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
        var text = Array(Day(number: day).description.utf8)
        text.append(UInt8(ascii: "T"))
        text.append(time / 3_600_000, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(time / 60_000 % 60, width: 2)
        text.append(UInt8(ascii: ":"))
        text.append(time / 1000 % 60, width: 2)
        text.append(UInt8(ascii: "."))
        text.append(time % 1000, width: 3)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads what ``description`` writes.
    /// - Returns: `nil` where it is anything else.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, let day = Day(iso: text.prefix(10)) else { return nil }
        // Each sign in its place, each number below its end: 25:61 is no time.
        var (numbers, number) = ([Int](), 0)
        for (byte, form) in zip(bytes[10...], Self.form) {
            if form != UInt8(ascii: "0") {
                guard byte == form else { return nil }
                numbers.append(number)
                number = 0
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        let (hours, minutes, seconds, thousandths) = (numbers[1], numbers[2], numbers[3], numbers[4])
        guard hours < 24, minutes < 60, seconds < 60 else { return nil }
        milliseconds = day.number * 86_400_000 + ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
    }

    private static let form = Array("T00:00:00.000Z".utf8)
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

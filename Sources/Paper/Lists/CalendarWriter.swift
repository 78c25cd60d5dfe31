package import WorkCalendar

/// A day in a calendar, with what falls on it.
package struct CalendarEntry: Hashable, Sendable {
    /// The same for ever, and no other entry's anywhere: "occurrence-17@nhipcau.example".
    package let uid: String
    /// The day, all of it.
    package let day: Day
    /// The last day; the same where it is one day.
    package let lastDay: Day
    /// What falls on it, in a line.
    package let summary: String
    /// More about it.
    package let details: String
    /// The address of its page; `nil` where it has none.
    package let address: String?
    /// Reminds of it that many days before, in the morning; `nil`: not at all.
    package let alarmDaysBefore: Int?

    /// All of its parts.
    package init(
        uid: String, day: Day, lastDay: Day? = nil, summary: String, details: String = "", address: String? = nil,
        alarmDaysBefore: Int? = nil
    ) {
        self.uid = uid
        self.day = day
        self.lastDay = max(day, lastDay ?? day)
        self.summary = summary
        self.details = details
        self.address = address
        self.alarmDaysBefore = alarmDaysBefore
    }
}

/// Writes a calendar (RFC 5545, its name and refreshing after RFC 7986) whose entries are whole days.
package struct CalendarWriter: Sendable {
    private var bytes: [UInt8] = []
    private let stamp: String
    /// Which language its texts are in: ";LANGUAGE=vi".
    private let language: String

    /// Begins a calendar.
    /// - Parameters:
    ///   - name: As programs show it.
    ///   - at: When it was put together.
    ///   - language: Of its texts (RFC 5646): "vi"; `nil` where it is not told.
    ///   - refresh: Hours after which a program that subscribed to it may look again.
    package init(name: String, at: Instant, language: String? = nil, refresh hours: Int = 4) {
        self.language = language.map { ";LANGUAGE=\($0)" } ?? ""
        stamp = at.calendarStamp
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Nhip Cau//Nhip Cau//VI")
        line("CALSCALE", "GREGORIAN")
        line("METHOD", "PUBLISH")
        line("NAME", text: name)
        line("X-WR-CALNAME", text: name)
        line("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh")
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT\(hours)H")
        line("X-PUBLISHED-TTL", "PT\(hours)H")
    }

    /// Writes an entry.
    package mutating func write(_ entry: CalendarEntry) {
        line("BEGIN", "VEVENT")
        line("UID", text: entry.uid)
        line("DTSTAMP", stamp)
        line("DTSTART;VALUE=DATE", entry.day.calendarDigits)
        line("DTEND;VALUE=DATE", entry.lastDay.adding(days: 1).calendarDigits)
        line("SUMMARY\(language)", text: entry.summary)
        if !entry.details.isEmpty { line("DESCRIPTION\(language)", text: entry.details) }
        if let address = entry.address { line("URL", address) }
        // A due day takes nobody's time.
        line("TRANSP", "TRANSPARENT")
        if let days = entry.alarmDaysBefore { writeAlarm(days, entry.summary) }
        line("END", "VEVENT")
    }

    /// Ends the calendar and hands it over.
    package consuming func finish() -> [UInt8] {
        line("END", "VCALENDAR")
        return bytes
    }

    private mutating func writeAlarm(_ days: Int, _ summary: String) {
        line("BEGIN", "VALARM")
        line("ACTION", "DISPLAY")
        line("DESCRIPTION", text: summary)
        // At 8 o'clock of that day: the entry begins at midnight.
        line("TRIGGER", days > 0 ? "-PT\(days * 24 - 8)H" : "PT8H")
        line("END", "VALARM")
    }

    /// A property whose value is text (RFC 5545, 3.3.11).
    private mutating func line(_ name: String, text: String) {
        var escaped = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.unicodeScalars.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "\n": escaped += "\\n"
            case "\t": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        line(name, escaped)
    }

    /// A property, folded so that no line has more than 75 octets and no character is divided (RFC 5545, 3.1).
    private mutating func line(_ name: String, _ value: String) {
        var width = 0
        for scalar in "\(name):\(value)".unicodeScalars where !Self.isControl(scalar) {
            let octets = UTF8.width(scalar)
            if width + octets > 75 {
                bytes += [13, 10, 32]
                width = 1
            }
            bytes.append(contentsOf: String(scalar).utf8)
            width += octets
        }
        bytes += [13, 10]
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x20 || scalar.value == 0x7F }
}

extension Day {
    /// "20261130"
    fileprivate var calendarDigits: String { description.replacing("-", with: "") }
}

extension Instant {
    /// "20261121T164000Z"
    fileprivate var calendarStamp: String {
        description.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
    }
}

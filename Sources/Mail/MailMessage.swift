import Foundation
package import WorkCalendar

/// A letter of e-mail: plain text from one to one.
package struct MailMessage: Hashable, Sendable {
    /// Who sends it.
    package var from: MailAddress
    /// Who gets it.
    package var to: MailAddress
    /// What it is about, in one line.
    package var subject: String
    /// What it says, lines ended by a line feed.
    package var text: String
    /// When it was written.
    package var date: Instant
    /// Its Message-ID without the angle brackets, "left@domain": the same for the same letter for ever, so that one that comes
    /// twice is recognised.
    package var id: String

    /// All of its parts.
    package init(from: MailAddress, to: MailAddress, subject: String, text: String, date: Instant, id: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.date = date
        self.id = id
    }

    /// As it goes over the wire (RFC 5322, MIME): ASCII, lines ended by CR LF.
    package var bytes: [UInt8] {
        let headers = [
            "Date: \(Self.written(date))",
            "From: \(Self.written(from, after: 6))",
            "To: \(Self.written(to, after: 4))",
            "Message-ID: <\(id)>",
            "Subject: \(EncodedWords.header(subject, after: 9))",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            // RFC 3834: no machine answers that its owner is on leave.
            "Auto-Submitted: auto-generated",
        ]
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: "\r\n")
        let body = Data(lines.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    private static func written(_ address: MailAddress, after used: Int) -> String {
        guard let name = address.name, !name.isEmpty else { return "<\(address.address)>" }
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
        // Anything else could have a meaning of its own before an address.
        let word = isPlain ? EncodedWords.header(name, after: used) : EncodedWords.words(name, after: used)
        return "\(word)\r\n <\(address.address)>"
    }

    /// "Sat, 21 Nov 2026 17:01:02 +0700", the time of Hà Nội.
    private static func written(_ instant: Instant) -> String {
        let day = instant.day
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday.rawValue - 1]
        let time = instant.adding(seconds: 7 * 3_600).description.dropFirst(11).prefix(8)
        return "\(weekday), \(day.day) \(months[day.month - 1]) \(day.year) \(time) +0700"
    }
}

import Vietnamese
package import Wording
package import WorkCalendar

/// The words of one language, and how it writes numbers and days.
package struct Words: Sendable {
    /// The language.
    package let language: Catalogue.Language
    private let catalogue: Catalogue

    /// - Parameter catalogue: Of all rooms, in that language.
    package init(_ language: Catalogue.Language, _ catalogue: Catalogue) {
        self.language = language
        self.catalogue = catalogue
    }

    /// A sentence by its key; the key where there is none, which a test forbids.
    package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        catalogue.text(Message(key, values))
    }

    /// A sentence.
    package func callAsFunction(_ message: Message) -> String { catalogue.text(message) }

    /// Whether there is a sentence of that key.
    package func has(_ key: String) -> Bool { catalogue.texts[key] != nil }

    /// A whole number: "3.904"; "3,904" in English.
    package func number(_ number: Int) -> String {
        let separator: Character = language == .vi ? "." : ","
        let digits = String(number.magnitude)
        guard digits.utf8.count > 3 else { return String(number) }
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text.append(separator) }
            text.append(digit)
        }
        return text
    }

    /// A day: "02/7/2026" (Nghị định 30/2020: days under ten and months under three have a nought); "2 Jul 2026" in English.
    package func day(_ day: Day) -> String {
        language == .vi ? day.vietnamese : "\(day.day) \(Self.months[day.month - 1]) \(day.year)"
    }

    /// A moment, in the time of Hà Nội: "02/7/2026 15:04".
    package func moment(_ instant: Instant) -> String {
        let time = instant.adding(seconds: 7 * 3600).description.dropFirst(11).prefix(5)
        return "\(day(instant.day)) \(time)"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

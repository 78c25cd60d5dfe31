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
        guard number.magnitude >= 1000 else { return String(number) }
        let digits = Array(String(number.magnitude).utf8)
        var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: language == .vi ? "." : ",")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
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

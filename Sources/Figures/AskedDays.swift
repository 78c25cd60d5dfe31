import Registers
package import WorkCalendar

extension Window {
    /// Reads the days that a figure is asked for: "2025", "2025-Q3", "2025-11", "2024-12-15..2025-12-14", "15/12/2024 - 14/12/2025".
    /// - Returns: `nil` where it is anything else.
    package init?(asked text: String) {
        if let period = PartialDate(asked: text) {
            self = period.window
            return
        }
        let isISO = text.contains("..")
        let ends = isISO ? text.split(separator: "..") : text.split(separator: /\s*[–-]\s+|\s+[–-]\s*|\s+đến\s+/)
        let days = ends.compactMap { isISO ? Day(iso: $0) : Day(typed: String($0)) }
        guard ends.count == 2, days.count == 2 else { return nil }
        self.init(days[0], days[1])
    }
}

extension PartialDate {
    /// Reads a period as people and programs write it.
    init?(asked text: String) {
        guard let date = PartialDate(iso: text) ?? PartialDate(typed: text) else { return nil }
        self = date
    }
}

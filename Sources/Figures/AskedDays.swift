import Registers
package import WorkCalendar

extension Window {
    /// Reads the days that a figure is asked for: "2025", "2025-Q3", "2025-11", "2024-12-15..2025-12-14".
    /// - Returns: `nil` where it is anything else.
    package init?(asked text: String) {
        if let period = PartialDate(iso: text) {
            self = period.window
            return
        }
        let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { Day(iso: String($0)) }
        guard ends.count == 2, text.contains("..") else { return nil }
        self.init(ends[0], ends[1])
    }
}

package import WorkCalendar

/// A day is ISO text ("2026-07-02"), which sorts as days do.
extension Day: Storable {
    package var stored: Value { .text(description) }
    package init(stored: Value) throws {
        let text = try String(stored: stored)
        guard let day = Day(iso: text) else { throw StorageError(.fault, "no day: \(text)") }
        self = day
    }
}

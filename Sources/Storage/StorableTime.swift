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

/// A moment is ISO text in UTC ("2026-07-02T01:15:30.250Z"), which sorts as moments do.
extension Instant: Storable {
    package var stored: Value { .text(description) }
    package init(stored: Value) throws {
        let text = try String(stored: stored)
        guard let instant = Instant(iso: text) else { throw StorageError(.fault, "no moment: \(text)") }
        self = instant
    }
}

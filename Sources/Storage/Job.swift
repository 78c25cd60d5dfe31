package import WorkCalendar

/// A piece of work that a worker holds: nobody else has it until its lease ends.
package struct Job: Sendable, Equatable {
    package let id: Int
    /// What is to be done: "import", "mail", …
    package let kind: String
    /// What it is to be done with, as JSON.
    package let payload: String
    /// Which try this is, from 1. It also tells an old lease from a new one of the same worker.
    package let attempt: Int
    /// Who holds it.
    package let worker: String
}

/// A job as a page or a person who keeps the system sees it.
package struct JobStatus: Sendable, Equatable {
    package let id: Int
    package let kind: String
    package let payload: String
    /// When it may begin, at the earliest.
    package let runAfter: Instant
    /// How often it was begun.
    package let attempts: Int
    /// Who holds it, or held it last.
    package let worker: String?
    /// Until when.
    package let leasedUntil: Instant?
    /// How much is done, of how much; `nil` where that was never told.
    package let done: Int?
    package let total: Int?
    /// How it ended; `nil` while it is open.
    package let outcome: Outcome?
    /// What the last try failed of.
    package let reason: String?
    /// When it ended.
    package let endedAt: Instant?

    /// How a job ends.
    package enum Outcome: String, Storable, Sendable {
        case finished
        /// It failed as often as it may.
        case failed
        /// Whoever held it fell silent, as often as it may: it may be what kills them.
        case abandoned
    }

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        kind = try fields.next()
        payload = try fields.next()
        runAfter = try fields.next()
        attempts = try fields.next()
        worker = try fields.next()
        leasedUntil = try fields.next()
        done = try fields.next()
        total = try fields.next()
        outcome = try fields.next()
        reason = try fields.next()
        endedAt = try fields.next()
    }
}

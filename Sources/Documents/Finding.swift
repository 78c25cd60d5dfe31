package import Paper
package import Wording

/// Something a careful clerk would query (điểm cần xem lại).
package struct Finding: Sendable, Equatable {
    /// How grave it is.
    package enum Severity: String, Sendable, Comparable {
        case note, warning, error
        /// A note is less than a warning, a warning less than an error.
        package static func < (a: Self, b: Self) -> Bool {
            (a == .note && b != .note) || (a == .warning && b == .error)
        }
    }
    /// The rule's stable name: "duplicate-assignment".
    package var rule: String
    /// How grave it is here.
    package var severity: Severity
    /// What to tell the clerk.
    package var message: Message
    /// The places to look at, the first one first.
    package var at: [Place]

    /// All of its parts.
    package init(rule: String, severity: Severity, message: Message, at: [Place]) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.at = at
    }
}

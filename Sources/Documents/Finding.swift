package import Paper
package import Wording

/// Something a careful clerk would query (điểm cần xem lại).
package struct Finding: Sendable, Equatable {
    package enum Severity: String, Sendable, Comparable {
        case note, warning, error
        package static func < (a: Self, b: Self) -> Bool {
            (a == .note && b != .note) || (a == .warning && b == .error)
        }
    }
    /// The rule's stable name: "duplicate-assignment".
    package var rule: String
    package var severity: Severity
    package var message: Message
    package var at: [Place]

    package init(rule: String, severity: Severity, message: Message, at: [Place]) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.at = at
    }
}

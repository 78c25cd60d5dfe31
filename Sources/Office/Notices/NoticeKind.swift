import Storage
package import Wording

/// What a notice tells of (docs/notices.md).
package enum NoticeKind: String, Storable, Sendable, CaseIterable {
    /// A plan gives the unit new work.
    case newWork = "new-work"
    /// Due within seven days.
    case dueSoon = "due-soon"
    /// Due today or tomorrow.
    case dueTomorrow = "due-tomorrow"
    /// The due day has passed.
    case late
    /// A later due day is asked for.
    case extensionAsked = "extension-asked"
    /// What became of it.
    case extensionApproved = "extension-approved"
    case extensionRefused = "extension-refused"
    /// Work was declared done and waits for approval.
    case completionDeclared = "completion-declared"
    /// What became of it.
    case approved
    case sentBack = "sent-back"
    /// Sending back was taken back.
    case sentBackUndone = "sent-back-undone"
    /// Somebody wrote about the work.
    case comment
    /// Another unit has recorded the same person and asks to work together.
    case coordination
    /// How a leader's units stand, every Monday.
    case digest
    /// A time limit of a record, or its validity, comes near.
    case termSoon = "term-soon"
    /// It is over.
    case termLate = "term-late"

    /// What it is called where people choose.
    package var name: Message { Message("notice.kind.\(rawValue)") }

    /// What holds for whoever has not chosen: by e-mail what somebody has to act upon.
    package var usualWay: NoticeWay {
        switch self {
        case .extensionApproved, .approved, .sentBackUndone, .comment: .page
        default: .mail
        }
    }
}

/// How a person gets notices of a kind.
package enum NoticeWay: String, Storable, Sendable, CaseIterable {
    /// On the page of notices only.
    case page
    /// There, and by e-mail.
    case mail
    /// Not at all.
    case none

    /// What it is called where people choose.
    package var name: Message { Message("notice.way.\(rawValue)") }
}

import Storage
package import WorkCalendar

/// A secret by which a program comes in for an account. The secret is shown once, when it is made; we keep its hash alone.
package struct AccessToken: Hashable, Sendable {
    /// What it opens.
    package enum Purpose: String, Sendable {
        /// The lists as JSON, for one position.
        case api
        /// The calendar of the account's own due days, for all of its positions.
        case calendar
    }

    /// The key of its row.
    package let id: Int
    /// Whose it is.
    package let account: AccountID
    /// For which position; `nil` for all of the account's.
    package let position: PositionID?
    /// What it opens.
    package let purpose: Purpose
    /// What its owner calls it: "Bảng tổng hợp của phòng".
    package let name: String
    /// When it was made.
    package let madeAt: Instant
    /// The last day on which it opens anything; `nil`: until it is revoked.
    package let lastDay: Day?
    /// When it was last used, to the minute; `nil` where it never was.
    package let usedAt: Instant?

    /// For how many days one can be made.
    package static let terms = [30, 90, 180, 365]
    /// So many stand at once for an account.
    static let most = 20
    /// How often its use is noted, in seconds.
    private static let touchSeconds = 60

    /// Whether it opens something on a day.
    package func stands(on day: Day) -> Bool { lastDay.map { day <= $0 } ?? true }

    /// Whether its use at a moment is worth noting.
    package func needsTouch(at: Instant) -> Bool {
        usedAt.map { at.milliseconds - $0.milliseconds > Self.touchSeconds * 1000 } ?? true
    }
}

extension AccessToken.Purpose: Storable {}

extension AccessToken {
    static let columns: Query = "t.id, t.account, t.position, t.purpose, t.name, t.made_at, t.last_day, t.used_at"

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        account = try fields.next()
        position = try fields.next()
        purpose = try fields.next()
        name = try fields.next()
        madeAt = try fields.next()
        lastDay = try fields.next()
        usedAt = try fields.next()
    }
}

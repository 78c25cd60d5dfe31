import Foundation
import Storage
package import Web
package import WorkCalendar

/// Something that one person is told.
package struct PersonalNotice: Hashable, Sendable {
    /// Its key.
    package let id: Int
    /// What it tells of.
    package let kind: NoticeKind
    /// The thing it is about.
    package let subject: Journal.Subject
    /// When it was made.
    package let at: Instant
    /// Whose work it is about.
    package let unit: OrganisationID?
    /// What the thing is called.
    package let title: String
    /// The day it speaks of: the due day, the new one, the day of completion.
    package let day: Day?
    /// Who did what it tells of; `nil` where nobody did, but time passed.
    package let actor: String?
    /// What else its sentence says, by name.
    package let facts: [String: String]
    /// Whether the person has seen it.
    package let isRead: Bool

    /// The columns of ``init(_:)``, of `notices AS n`.
    static let columns: Query = """
        n.id, n.kind, n.subject_kind, n.subject, n.at, n.unit, n.title, n.day, n.actor, n.facts, n.read_at
        """

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        kind = try fields.next()
        subject = Journal.Subject(try fields.next(), try fields.next())
        at = try fields.next()
        unit = try fields.next()
        title = try fields.next()
        day = try fields.next()
        actor = try fields.next()
        let json: String = try fields.next()
        facts = (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
        let read: Instant? = try fields.next()
        isRead = read != nil
    }

    /// Its sentence.
    /// - Parameter unitName: What the unit is called today.
    package func sentence(_ words: Words, unitName: String?) -> String {
        var values = facts
        values["title"] = title
        values["unit"] = unitName ?? "–"
        values["day"] = day.map { words.day($0) } ?? "–"
        values["actor"] = actor ?? "–"
        return words("notice.\(kind.rawValue)", values)
    }
}

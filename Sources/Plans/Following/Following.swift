package import Office
import Storage
import WorkCalendar

/// What happens to a plan once it is accepted: progress, completion, extension, recall, replacement, child plans; and
/// the questions that are asked of it every morning. Each function is one intention or one question, on a transaction.
package enum Following {}

extension Journal.Subject {
    /// An occurrence.
    package static func occurrence(_ id: Int) -> Self { Self("occurrence", id) }
}

/// An occurrence with what the rules of following it ask about its assignment.
struct FollowedOccurrence {
    let occurrence: Occurrence
    let deliverable: String?
    let target: ClosedRange<Int>?
    let targetUnit: String?
    /// The day of the document that assigns it.
    let issued: Day?

    /// - Throws: ``Refusal`` where there is none of that key.
    init(_ id: Int, _ db: Transaction) throws {
        let columns: Query = """
            SELECT o.id, o.assignment, o.body, o.unit, o.period, o.due, o.completed, o.ended, o.version,
                a.deliverable, a.target_least, a.target_most, a.target_unit, d.day
            FROM occurrences AS o JOIN assignments AS a ON a.id = o.assignment
            JOIN plans AS p ON p.id = a.plan JOIN documents AS d ON d.id = p.document WHERE o.id = \(id)
            """
        guard let found = try db.first(columns, Self.init) else {
            throw Refusal("following.no-occurrence", ["occurrence": String(id)])
        }
        self = found
    }

    private init(_ fields: inout Fields) throws {
        occurrence = try Occurrence(&fields)
        deliverable = try fields.next()
        let least: Int? = try fields.next()
        let most: Int? = try fields.next()
        target = if let least, let most, least <= most { least...most } else { nil }
        targetUnit = try fields.next()
        issued = try fields.next()
    }

    /// - Throws: ``Refusal`` where it is completed, or ended.
    func requireOpen() throws {
        if let completed = occurrence.completed {
            throw Refusal("following.completed", ["day": completed.vietnamese])
        }
        if let ended = occurrence.ended { throw Refusal("following.ended", ["day": ended.vietnamese]) }
    }

    /// - Throws: ``Refusal`` where the day is in the future, or before the document was issued.
    func requirePossible(_ day: Day, today: Day) throws {
        if day > today {
            throw Refusal("following.future", ["day": day.vietnamese, "today": today.vietnamese])
        }
        if let issued, day < issued {
            throw Refusal("following.before-document", ["day": day.vietnamese, "issued": issued.vietnamese])
        }
    }
}

package import Storage
package import Wording
package import WorkCalendar

/// `occurrences.completed`, `.ended` and `.due` are copies of what people decided, so that a million of them can be
/// counted. Here is what they are copies of.
extension Following {
    /// The day of the completion that stands for `o`.
    private static let completed: Query =
        "(SELECT c.day FROM completions AS c WHERE c.occurrence = o.id ORDER BY c.id DESC LIMIT 1)"

    /// Whether `o` was withdrawn when its plan was corrected, and the day of the line that says so.
    private static let withdrawn: Query = """
        (SELECT min(substr(j.at, 1, 10)) FROM occurrence_withdrawals AS w JOIN journal AS j ON j.id = w.entry
        WHERE w.occurrence = o.id AND w.undone IS NULL)
        """

    /// The first day on which `o`, if it is still open, is ended by a recall or a replacement.
    private static let over: Query = """
        (SELECT min(e.day) FROM assignments AS a JOIN endings AS e ON e.plan = a.plan
        WHERE a.id = o.assignment AND (e.assignment IS NULL OR e.assignment = a.id)
            AND e.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM endings AS u WHERE u.undoes = e.id))
        """

    /// The room that corrects plans says on which day a withdrawal holds.
    private static let ended: Query = """
        CASE WHEN \(withdrawn) IS NOT NULL THEN coalesce(o.ended, \(withdrawn))
            WHEN \(completed) IS NULL THEN \(over) END
        """

    /// The day of the last extension of `o` that was approved, else the one that the plan sets.
    private static let due: Query = """
        coalesce((SELECT x.due FROM extensions AS x WHERE x.occurrence = o.id AND 'approve' = (
            SELECT n.answer FROM extension_answers AS n WHERE n.extension = x.id ORDER BY n.id DESC LIMIT 1)
        ORDER BY x.id DESC LIMIT 1), o.planned)
        """

    /// Brings the copies of these occurrences up to what was decided.
    /// - Parameter these: A condition on `o`, a row of `occurrences`.
    static func keepCopies(_ these: Query, _ db: Transaction) throws {
        try db.run(
            """
            UPDATE occurrences AS o SET completed = \(completed), ended = \(ended), due = \(due), version = version + 1
            WHERE (\(these)) AND (completed IS DISTINCT FROM \(completed) OR ended IS DISTINCT FROM \(ended)
                OR due IS DISTINCT FROM \(due))
            """)
    }

    /// Ends occurrences that were added to a plan after it was recalled or replaced.
    package static func endNewOccurrences(_ db: Transaction) throws {
        let these: Query = """
            o.ended IS NULL AND o.completed IS NULL AND o.assignment IN (
                SELECT a.id FROM endings AS e JOIN assignments AS a ON a.plan = e.plan)
            """
        try keepCopies(these, db)
    }

    /// A copy that is not what was decided: somebody changed one of the two past these functions.
    package struct Mismatch: Hashable, Sendable {
        /// Which column of `occurrences`.
        package enum Column: String, Sendable, CaseIterable { case completed, ended, due }

        /// The occurrence.
        package let occurrence: Int
        /// The copy.
        package let column: Column
        /// What the copy says.
        package let kept: Day?
        /// What was decided.
        package let decided: Day?

        /// All of its parts.
        package init(occurrence: Int, column: Column, kept: Day?, decided: Day?) {
            self.occurrence = occurrence
            self.column = column
            self.kept = kept
            self.decided = decided
        }

        /// In words: a key of the room's catalogue.
        package var message: Message {
            Message(
                "following.mismatch-\(column.rawValue)",
                [
                    "occurrence": String(occurrence), "kept": kept?.vietnamese ?? "–",
                    "decided": decided?.vietnamese ?? "–",
                ])
        }
    }

    /// Compares every copy with what was decided.
    /// - Returns: Those that differ, by occurrence; none in a sound database.
    package static func verify(_ db: Transaction) throws -> [Mismatch] {
        var found: [Mismatch] = []
        try db.each(
            """
            SELECT * FROM (SELECT o.id, o.completed, \(completed) AS is_completed, o.ended, \(ended) AS is_ended,
                o.due, \(due) AS is_due FROM occurrences AS o) AS o
            WHERE completed IS DISTINCT FROM is_completed OR ended IS DISTINCT FROM is_ended
                OR due IS DISTINCT FROM is_due
            ORDER BY id
            """
        ) { fields in
            let id: Int = try fields.next()
            for column in Mismatch.Column.allCases {
                let kept: Day? = try fields.next()
                let decided: Day? = try fields.next()
                if kept != decided {
                    found.append(Mismatch(occurrence: id, column: column, kept: kept, decided: decided))
                }
            }
        }
        return found
    }
}

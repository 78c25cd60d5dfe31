package import Storage

/// The tables of what happens to an accepted plan. What a person decided is a row with the line of the journal that
/// says who, when and for which position; to take it back is the opposite row.
package enum FollowingSchema {
    /// In order; a released step never changes. The tables of plans stand before.
    package static let migrations = [
        Migration("following.1", progress + decisions + links + indexes),
        Migration("following.2", approvals),
    ]

    private static let progress: [Query] = [
        """
        CREATE TABLE progress (
            id \(column: .identity),
            occurrence \(column: .integer) NOT NULL REFERENCES occurrences (id),
            -- the day it tells of
            day \(column: .text) NOT NULL,
            text \(column: .text) NOT NULL,
            -- how many of what the assignment asks for were done by that day; null where nothing is counted
            number \(column: .integer),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX progress_of_occurrence ON progress (occurrence, id)",
        """
        CREATE TABLE evidence (
            id \(column: .identity),
            progress \(column: .integer) NOT NULL REFERENCES progress (id),
            -- one of the three: a kept file, the address of a page, a line of a register by its key
            file \(column: .text) REFERENCES kept_files (sha256),
            link \(column: .text),
            register \(column: .text),
            record \(column: .integer),
            title \(column: .text) NOT NULL,
            -- whether it is the deliverable that was asked for
            deliverable \(column: .integer) NOT NULL,
            CHECK (file IS NOT NULL OR link IS NOT NULL OR register IS NOT NULL AND record IS NOT NULL))
        """,
        "CREATE INDEX evidence_of_progress ON evidence (progress, id)",
        "CREATE INDEX evidence_of_file ON evidence (file)",
        "CREATE INDEX evidence_of_record ON evidence (register, record)",
    ]

    private static let decisions: [Query] = [
        // The last row of an occurrence says whether it is completed.
        """
        CREATE TABLE completions (
            id \(column: .identity),
            occurrence \(column: .integer) NOT NULL REFERENCES occurrences (id),
            -- the day it was completed; null: it was not, after all
            day \(column: .text),
            -- why without the deliverable, why less than the target; why it was not completed after all
            reason \(column: .text),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX completions_of_occurrence ON completions (occurrence, id)",
        """
        CREATE TABLE extensions (
            id \(column: .identity),
            occurrence \(column: .integer) NOT NULL REFERENCES occurrences (id),
            -- the due day then, and the one asked for
            before \(column: .text) NOT NULL,
            due \(column: .text) NOT NULL,
            reason \(column: .text) NOT NULL,
            -- the paper that asks
            paper \(column: .text) NOT NULL,
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX extensions_of_occurrence ON extensions (occurrence, id)",
        // The last row of an extension says what became of it.
        """
        CREATE TABLE extension_answers (
            id \(column: .identity),
            extension \(column: .integer) NOT NULL REFERENCES extensions (id),
            -- approve, refuse, undo
            answer \(column: .text) NOT NULL,
            reason \(column: .text),
            paper \(column: .text),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX extension_answers_of_extension ON extension_answers (extension, id)",
        // What ends work that is still open: the recall of an assignment or of a plan, the replacement of a plan by
        // another.
        """
        CREATE TABLE endings (
            id \(column: .identity),
            plan \(column: .integer) NOT NULL REFERENCES plans (id),
            -- null: the whole plan
            assignment \(column: .integer) REFERENCES assignments (id),
            -- the plan that stands in its place
            replacement \(column: .integer) REFERENCES plans (id),
            -- the first day without it
            day \(column: .text) NOT NULL,
            reason \(column: .text) NOT NULL,
            paper \(column: .text) NOT NULL,
            -- the ending that this row takes back
            undoes \(column: .integer) UNIQUE REFERENCES endings (id),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX endings_of_plan ON endings (plan, assignment)",
        "CREATE INDEX endings_by_replacement ON endings (replacement)",
    ]

    private static let approvals: [Query] = [
        // What a leader said to a completion: approve, return, undo; the last row counts.
        """
        CREATE TABLE completion_answers (
            id \(column: .identity),
            completion \(column: .integer) NOT NULL REFERENCES completions (id),
            answer \(column: .text) NOT NULL,
            reason \(column: .text),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX completion_answers_of_completion ON completion_answers (completion, id)",
        """
        CREATE TABLE comments (
            id \(column: .identity),
            occurrence \(column: .integer) NOT NULL REFERENCES occurrences (id),
            text \(column: .text) NOT NULL,
            -- the comment that this row takes back
            undoes \(column: .integer) UNIQUE REFERENCES comments (id),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX comments_of_occurrence ON comments (occurrence, id)",
    ]

    // A plan that carries out another (cụ thể hóa); an assignment that carries out one of the plan above.
    private static let links =
        linkTable("plan_links", "plan", of: "plans") + linkTable("assignment_links", "assignment", of: "assignments")
        + marks

    private static func linkTable(_ table: Query, _ child: Query, of things: Query) -> [Query] {
        [
            """
            CREATE TABLE \(table) (
                id \(column: .identity),
                \(child) \(column: .integer) NOT NULL REFERENCES \(things) (id),
                parent \(column: .integer) NOT NULL REFERENCES \(things) (id),
                undoes \(column: .integer) UNIQUE REFERENCES \(table) (id),
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX \(table)_of_\(child) ON \(table) (\(child))",
            "CREATE INDEX \(table)_of_parent ON \(table) (parent)",
        ]
    }

    private static let marks: [Query] = [
        // Where a person says whether an assignment orders an implementing plan; the last row of an assignment counts.
        """
        CREATE TABLE implementing_marks (
            id \(column: .identity),
            assignment \(column: .integer) NOT NULL REFERENCES assignments (id),
            -- ordered, not-ordered; by-rule: as the rule of wordings says
            mark \(column: .text) NOT NULL,
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX implementing_marks_of_assignment ON implementing_marks (assignment, id)",
    ]

    private static let indexes: [Query] = [
        // Of many units that lead an assignment, those that still owe it.
        """
        CREATE INDEX occurrences_open_of_assignment ON occurrences (assignment, due)
            WHERE ended IS NULL AND completed IS NULL
        """,
        "CREATE INDEX plans_of_province ON plans (province)",
    ]
}

package import Storage

/// The tables of plans, their assignments and their occurrences. What people decided stands in tables of its own, beside them.
package enum PlanSchema {
    /// In order; a released step never changes. The tables of documents stand before.
    package static let migrations = [plans, decisions, renewal, work, words, sources]

    private static let plans = Migration(
        "plans.1",
        [
            """
            CREATE TABLE plans (
                id \(column: .identity),
                document \(column: .integer) NOT NULL UNIQUE REFERENCES documents (id),
                -- the province whose units its words name; null where it is none that is known here
                province \(column: .integer) REFERENCES organisations (id),
                -- the plan's own period, where it has one
                from_day \(column: .text),
                until_day \(column: .text),
                version \(column: .integer) NOT NULL DEFAULT 1)
            """,
            """
            CREATE TABLE assignments (
                id \(column: .identity),
                plan \(column: .integer) NOT NULL REFERENCES plans (id),
                -- its place in the plan; joined and split ones keep that of their origin
                position \(column: .integer) NOT NULL,
                -- annex, body, reporting
                part \(column: .text) NOT NULL,
                group_title \(column: .text),
                text \(column: .text) NOT NULL,
                deliverable \(column: .text),
                deadline_raw \(column: .text),
                deadline_kind \(column: .text) NOT NULL,
                deadline_due \(column: .text),
                deadline_from \(column: .integer),
                deadline_to \(column: .integer),
                -- such as "1-2 đoàn/năm": how many of what in each period; null at an end that is not named
                target_least \(column: .integer),
                target_most \(column: .integer),
                target_unit \(column: .text),
                -- year, half, quarter, month; null where it is asked for once
                target_per \(column: .text),
                -- what stood in the document, never changed
                quote \(column: .text) NOT NULL,
                quote_page \(column: .integer),
                quote_line \(column: .integer) NOT NULL,
                version \(column: .integer) NOT NULL DEFAULT 1)
            """,
            "CREATE INDEX assignments_of_plan ON assignments (plan, position)",
            """
            CREATE TABLE assignment_bodies (
                id \(column: .identity),
                assignment \(column: .integer) NOT NULL REFERENCES assignments (id),
                -- lead, coordinate
                role \(column: .text) NOT NULL,
                position \(column: .integer) NOT NULL,
                written \(column: .text) NOT NULL,
                -- who is meant: units, groups, open (nobody can say), unknown; and how sure that is
                outcome \(column: .text) NOT NULL,
                certainty \(column: .text) NOT NULL,
                -- why, as a key of the catalogue and its values in JSON
                reason \(column: .text) NOT NULL,
                reason_values \(column: .text) NOT NULL,
                -- keys of the groups, a space between two
                unit_groups \(column: .text) NOT NULL DEFAULT '',
                -- the version of the assignment that no longer names it; null while it stands
                removed \(column: .integer))
            """,
            "CREATE INDEX assignment_bodies_of_assignment ON assignment_bodies (assignment, role, position)",
            """
            CREATE TABLE assignment_body_units (
                body \(column: .integer) NOT NULL REFERENCES assignment_bodies (id),
                unit \(column: .integer) NOT NULL REFERENCES organisations (id),
                PRIMARY KEY (body, unit))
            """,
            "CREATE INDEX assignment_body_units_of_unit ON assignment_body_units (unit)",
            """
            CREATE TABLE occurrences (
                id \(column: .identity),
                assignment \(column: .integer) NOT NULL REFERENCES assignments (id),
                -- the words of the document that made it; null where they name nobody
                body \(column: .integer) REFERENCES assignment_bodies (id),
                -- whose work it is now; null for an open set or a body that is not known
                unit \(column: .integer) REFERENCES organisations (id),
                -- which time of several: "2026", "2026-H1", "2026-Q4", "2026-11", a day; "" where there is one only
                period \(column: .text) NOT NULL,
                -- null: the document sets no day
                due \(column: .text),
                -- the day that the plan sets, whatever extension moved the due day since
                planned \(column: .text),
                -- copies, for counting: the day of the completion that stands, and the day of what ended it and stands (a recall,
                -- a replacement, a correction of the plan)
                completed \(column: .text),
                ended \(column: .text),
                version \(column: .integer) NOT NULL DEFAULT 1)
            """,
            "CREATE INDEX occurrences_of_assignment ON occurrences (assignment)",
            "CREATE INDEX occurrences_of_unit ON occurrences (unit, ended, completed, due)",
            "CREATE INDEX occurrences_by_due ON occurrences (ended, completed, due, unit)",
        ])

    /// What recurs without an end is looked for every morning.
    private static let renewal = Migration(
        "plans.3",
        ["CREATE INDEX assignments_without_end ON assignments (deadline_kind, id) WHERE deadline_to IS NULL"])

    private static let decisions = Migration(
        "plans.2",
        [
            // The last decision on an assignment says where it stands: accept, drop, replace (joined or split), undo (a draft again).
            """
            CREATE TABLE assignment_decisions (
                id \(column: .identity),
                assignment \(column: .integer) NOT NULL REFERENCES assignments (id),
                decision \(column: .text) NOT NULL,
                reason \(column: .text),
                -- the line of the journal that says who and when
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX assignment_decisions_of_assignment ON assignment_decisions (assignment, id)",
            // An assignment that was joined or split has its origins here.
            """
            CREATE TABLE assignment_origins (
                assignment \(column: .integer) NOT NULL REFERENCES assignments (id),
                origin \(column: .integer) NOT NULL REFERENCES assignments (id),
                PRIMARY KEY (assignment, origin))
            """,
            "CREATE INDEX assignment_origins_by_origin ON assignment_origins (origin)",
            // What stood before each correction, so that it can be taken back.
            """
            CREATE TABLE assignment_corrections (
                assignment \(column: .integer) NOT NULL REFERENCES assignments (id),
                -- the version that the correction made
                version \(column: .integer) NOT NULL,
                -- the fields before, as JSON
                before \(column: .text) NOT NULL,
                entry \(column: .integer) NOT NULL REFERENCES journal (id),
                -- the line that took it back
                undone \(column: .integer) REFERENCES journal (id),
                PRIMARY KEY (assignment, version))
            """,
            // An open occurrence that went from a unit to its successor.
            """
            CREATE TABLE occurrence_moves (
                id \(column: .identity),
                occurrence \(column: .integer) NOT NULL REFERENCES occurrences (id),
                from_unit \(column: .integer) REFERENCES organisations (id),
                to_unit \(column: .integer) REFERENCES organisations (id),
                entry \(column: .integer) NOT NULL REFERENCES journal (id))
            """,
            "CREATE INDEX occurrence_moves_of_occurrence ON occurrence_moves (occurrence)",
            // An occurrence for which the plan has no place any more. A recall or a replacement has a table of its own.
            """
            CREATE TABLE occurrence_withdrawals (
                id \(column: .identity),
                occurrence \(column: .integer) NOT NULL REFERENCES occurrences (id),
                -- the one that stands in its place, where two units became one
                into_occurrence \(column: .integer) REFERENCES occurrences (id),
                entry \(column: .integer) NOT NULL REFERENCES journal (id),
                -- the line that took it back
                undone \(column: .integer) REFERENCES journal (id))
            """,
            "CREATE INDEX occurrence_withdrawals_of_occurrence ON occurrence_withdrawals (occurrence)",
        ])

    /// The list of work: a page of a million rows in each of its orders. The expressions are those of `WorkSelection`.
    private static let work = Migration(
        "plans.4",
        [
            // Of its assignment, which never changes plans: so that work can be counted by plan.
            "ALTER TABLE occurrences ADD COLUMN plan \(column: .integer) REFERENCES plans (id)",
            "UPDATE occurrences SET plan = (SELECT a.plan FROM assignments AS a WHERE a.id = occurrences.assignment)",
            """
            CREATE INDEX occurrences_work_by_due ON occurrences
                (coalesce(due, '9999-12-31'), id, unit, completed, plan, assignment, due) WHERE coalesce(ended, '') = ''
            """,
            """
            CREATE INDEX occurrences_work_of_unit ON occurrences
                (coalesce(unit, 0), coalesce(due, '9999-12-31'), id, completed, plan, assignment, due, unit)
                WHERE coalesce(ended, '') = ''
            """,
            """
            CREATE INDEX occurrences_work_of_plan ON occurrences
                (plan, assignment, coalesce(due, '9999-12-31'), id, unit, completed, due)
                WHERE coalesce(ended, '') = ''
            """,
            "CREATE INDEX assignments_with_target ON assignments (id) WHERE target_least IS NOT NULL",
        ])

    /// What an assignment comes from that stood in no document (``GivenWork``).
    private static let sources = Migration(
        "plans.6",
        [
            """
            CREATE TABLE assignment_sources (
                assignment \(column: .integer) PRIMARY KEY REFERENCES assignments (id),
                -- the record, and the line of it, by the key of its register
                register \(column: .text) NOT NULL,
                record \(column: .integer) NOT NULL,
                line \(column: .integer),
                title \(column: .text) NOT NULL,
                address \(column: .text) NOT NULL)
            """,
            "CREATE INDEX assignment_sources_by_record ON assignment_sources (register, record)",
        ])

    /// What the text of an assignment says beside itself; it is computed wherever the text is stored (``AssignmentWords``).
    private static let words = Migration(
        "plans.5",
        [
            // Its place in the order of dictionaries; whether it orders units to issue a plan of their own: 1, or 0.
            "ALTER TABLE assignments ADD COLUMN text_key \(column: .text)",
            "ALTER TABLE assignments ADD COLUMN orders_plan \(column: .integer) NOT NULL DEFAULT 0",
            "CREATE INDEX assignments_by_text ON assignments (text_key, id)",
            "CREATE INDEX assignments_ordering ON assignments (plan, id) WHERE orders_plan = 1",
        ],
        filling: { try AssignmentWords.fill($0) })
}

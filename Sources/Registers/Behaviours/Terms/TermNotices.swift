package import Office
package import Storage
import WorkCalendar

/// Tells the roles that a clock or a validity names of what comes, and of what is overdue.
package enum TermNotices {
    /// For how many days something overdue is told anew to who was not there.
    private static let longest = 30

    /// Tells what is near or overdue on the day of the act; told once for each due day and each number of days ahead.
    /// - Returns: How many notices are new.
    @discardableResult
    package static func tell(_ definitions: Definitions, by act: Act, _ db: Transaction) throws -> Int {
        let posts = try Posts(on: act.day, db)
        var made = 0
        for definition in definitions.all {
            for warned in definition.warned {
                made += try tell(warned, definition, posts, by: act, db)
            }
        }
        return made
    }

    private static func tell(
        _ warned: Warned, _ definition: Definition, _ posts: Posts, by act: Act, _ db: Transaction
    ) throws -> Int {
        let today = act.day
        var made = try tell(
            .termLate, warned, definition, posts, from: today.adding(days: -longest), to: today.adding(days: -1),
            stage: "late", by: act, db)
        // Of 5 and 1 days ahead: between the fifth and the second once, on the last two once more.
        let stages = warned.ahead.filter { $0 >= 0 }.sorted()
        for (place, days) in stages.enumerated() {
            let first = place == 0 ? 0 : stages[place - 1] + 1
            made += try tell(
                .termSoon, warned, definition, posts, from: today.adding(days: first), to: today.adding(days: days),
                stage: "\(days)", by: act, db)
        }
        return made
    }

    private static func tell(
        _ kind: NoticeKind, _ warned: Warned, _ definition: Definition, _ posts: Posts, from: Day, to: Day,
        stage: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        guard !warned.roles.isEmpty, from <= to else { return 0 }
        // Who answers for the whole province is told of all; the others of the work of their unit.
        let wide = warned.roles.filter { AccessPolicy.reach(of: $0, definition.reading) == .province }
        let own = warned.roles.filter { [.unit, .below].contains(AccessPolicy.reach(of: $0, definition.reading)) }
        let facts: Facts = [
            "register": definition.names.vi, "term": warned.names.vi,
        ]
        let rows = Notices.Rows(
            from: """
                record_terms AS t JOIN \(name: definition.table) AS r ON r.id = t.record
                JOIN \(posts.table) AS s ON s.role IN (\(list: wide)) OR s.unit = t.unit AND s.role IN (\(list: own))
                """,
            where: """
                t.register = \(definition.key.text) AND t.sort = \(warned.sort) AND t.term = \(warned.key.text)
                AND t.met IS NULL AND t.paused IS NULL AND t.due BETWEEN \(from) AND \(to)
                """,
            account: "s.account", subject: "t.record", occasion: "t.term || '|' || t.due || '|' || \(stage)",
            unit: "t.unit", title: definition.noticeTitle, day: "t.due", facts: "\(facts.json)")
        return try Notices.tell(kind, of: Journal.Subject.record(RecordID(rawValue: 0)).kind, rows, by: act, db)
    }

    /// A term that somebody is warned of.
    struct Warned {
        let sort: Term.Sort
        let key: Key
        let names: Names
        let roles: [Role]
        let ahead: [Int]
    }
}

extension Definition {
    /// The terms of its records that somebody is warned of.
    fileprivate var warned: [TermNotices.Warned] {
        let clocks = (behaviour(Clocks.self)?.clocks ?? []).map {
            TermNotices.Warned(sort: .clock, key: $0.key, names: $0.names, roles: $0.warned, ahead: $0.ahead)
        }
        let expiry = behaviour(Expiry.self).map {
            TermNotices.Warned(
                sort: .expiry, key: Key(unchecked: Expiry.name), names: Expiry.title, roles: Expiry.warned,
                ahead: $0.ahead)
        }
        return clocks + [expiry].compactMap(\.self)
    }

    /// What a notice calls a record. A letter goes out of the house: what is read for a purpose only is a number there.
    fileprivate var noticeTitle: Query {
        let number: Query = "\(record.vi + " #") || CAST(t.record AS TEXT)"
        guard !isConfidential, let field = self[display.title], !field.isPrivate,
            Kind.texts.contains(field.kind)
        else { return number }
        return "COALESCE(r.\(name: field.key.column), \(number))"
    }
}

extension Expiry {
    /// What the end of validity is called.
    static let title = Names(vi: "Hiệu lực", en: "Validity")
    /// Who is told of it: definitions name no roles.
    static let warned: [Role] = [.coordinator, .officer]
}

package import Office
package import Storage
import WorkCalendar

extension Notices {
    /// When letters about deadlines go: 6:30 in the morning.
    private static func morning(of day: Day) -> Instant {
        Instant(milliseconds: day.number * 86_400_000 - 7 * 3_600_000).adding(seconds: 23_400)
    }

    /// Tells who leads them of open occurrences that are due in seven days, in one, and late. A day that no server saw is caught
    /// up: what is due between now and then is told, and what is late for no longer than a month. What has no unit is told to the
    /// coordinators: somebody must see it.
    ///
    /// A due day is told once each time: where an extension moved it, the new one is a new occasion. The number of statements
    /// depends on neither occurrences nor people.
    /// - Returns: How many notices are new.
    @discardableResult package static func tellDeadlines(by act: Act, _ db: Transaction) throws -> Int {
        let posts = try Posts(on: act.day, db)
        let today = act.day
        let turns: [(kind: NoticeKind, first: Day, last: Day, roles: [Role])] = [
            (.dueSoon, today.adding(days: 2), today.adding(days: 7), [.officer]),
            (.dueTomorrow, today, today.adding(days: 1), [.officer, .leader]),
            (.late, today.adding(days: -30), today.adding(days: -1), [.officer, .leader]),
        ]
        var made = 0
        for turn in turns {
            let due: Query = """
                o.ended IS NULL AND o.completed IS NULL AND o.due BETWEEN \(turn.first) AND \(turn.last)
                """
            let withUnit: Query = "JOIN \(posts.table) AS s ON s.unit = o.unit AND s.role IN (\(list: turn.roles))"
            let withoutUnit: Query = "JOIN \(posts.table) AS s ON o.unit IS NULL AND s.role = \(Role.coordinator)"
            for people in [withUnit, withoutUnit] {
                let rows = Rows(
                    from: "occurrences AS o JOIN assignments AS a ON a.id = o.assignment \(people)", where: due,
                    account: "s.account", subject: "o.id", occasion: "o.due", unit: "o.unit", title: "a.text",
                    day: "o.due")
                made += try tell(
                    turn.kind, of: Journal.Subject.occurrence(0).kind, rows, mailAfter: max(act.at, morning(of: today)),
                    by: act, db)
            }
        }
        return made
    }

    /// Tells every leader how the own unit and those below it stand in the week that a day is in.
    /// - Returns: How many notices are new.
    @discardableResult package static func tellDigest(
        _ directory: Directory, by act: Act, _ db: Transaction
    ) throws -> Int {
        let monday = act.day.adding(days: 1 - act.day.weekday.rawValue)
        let sunday = monday.adding(days: 6)
        var numbers: [OrganisationID: WeekNumbers] = [:]
        try db.each(
            """
            SELECT o.unit, count(*) FILTER (WHERE o.completed IS NULL AND o.due < \(act.day)),
                count(*) FILTER (WHERE o.completed IS NULL AND o.due BETWEEN \(act.day) AND \(sunday)),
                count(*) FILTER (WHERE o.completed BETWEEN \(monday.adding(days: -7)) AND \(monday.adding(days: -1)))
            FROM occurrences AS o WHERE o.ended IS NULL AND o.unit IS NOT NULL
                AND (o.completed IS NULL AND o.due <= \(sunday) OR o.completed >= \(monday.adding(days: -7)))
            GROUP BY o.unit
            """
        ) { numbers[try $0.next()] = WeekNumbers(late: try $0.next(), coming: try $0.next(), done: try $0.next()) }
        let posts = try Posts(on: act.day, db)
        let units = try db.all(
            "SELECT DISTINCT s.unit FROM \(posts.table) AS s WHERE s.role = \(Role.leader) ORDER BY s.unit"
        ) { try $0.next(OrganisationID.self) }
        var made = 0
        for unit in units {
            let below = [unit] + directory.descendants(of: unit, on: act.day).map(\.organisation)
            let sum = below.compactMap { numbers[$0] }.reduce(WeekNumbers()) { $0 + $1 }
            guard sum != WeekNumbers() else { continue }
            let facts: Facts = ["late": String(sum.late), "coming": String(sum.coming), "done": String(sum.done)]
            let rows = Rows(
                from: "\(posts.table) AS s", where: "s.unit = \(unit) AND s.role = \(Role.leader)",
                account: "s.account", subject: "s.unit", occasion: "\(monday.description)", unit: "s.unit",
                title: "''", day: "\(monday.description)", facts: "\(facts.json)")
            made += try tell(
                .digest, of: "organisation", rows, mailAfter: max(act.at, morning(of: act.day)), by: act, db)
        }
        return made
    }
}

private struct WeekNumbers: Equatable {
    var late = 0
    var coming = 0
    var done = 0

    static func + (a: Self, b: Self) -> Self {
        Self(late: a.late + b.late, coming: a.coming + b.coming, done: a.done + b.done)
    }
}

import Office
package import Storage
package import WorkCalendar

/// The numbers of one place, and of what tells them apart besides, as they followed one another.
struct SurveyChain {
    struct Link: Hashable, Sendable {
        let id: RecordID
        let version: Int
        /// As of which day; of a year its first.
        let day: Day
        let value: Int?
        let replaced: Day?
    }

    /// The earliest first.
    let links: [Link]

    /// The chain that a record with this content stands in, or stood in: numbers of the same unit, place and kind.
    init(
        of content: Record.Content, unit: OrganisationID, _ survey: Survey, _ definition: Definition, _ db: Transaction
    ) throws {
        guard let day = survey.year.flatMap({ definition[$0]?.dayColumn }),
            let value = survey.value.flatMap({ definition[$0] })
        else {
            links = []
            return
        }
        let replaced: Query = survey.replaced.map { "\(name: $0.column)" } ?? "NULL"
        let same = survey.place.compactMap { definition[$0] }.compactMap { field -> Query? in
            guard let column = field.equalityColumn else { return nil }
            return content.values[field.key].map { "\(name: column) = \($0.sought)" } ?? "\(name: column) IS NULL"
        }
        links = try db.all(
            """
            SELECT id, version, \(name: day), \(name: value.key.column), \(replaced) FROM \(name: definition.table)
            WHERE \(Query(joining: ["removed IS NULL", "unit = \(unit)", "\(name: day) IS NOT NULL"] + same, " AND "))
            ORDER BY \(name: day), id
            """
        ) { row in
            Link(
                id: try row.next(), version: try row.next(), day: try row.next(), value: try row.next(),
                replaced: try row.next())
        }
    }

    /// The day from which a newer number counts, link by link, where it is not as it should be.
    /// - Parameter gone: The day of a number that was there before and is there no more.
    func mended(without gone: Day?) -> [(link: Link, replaced: Day?)] {
        links.enumerated().compactMap { index, link in
            let next = links[index...].first { $0.day > link.day }?.day
            // What somebody wrote stays, where it can be.
            let isKept =
                link.replaced.map { day in
                    day > link.day && day != gone && next.map { day <= $0 } ?? true
                } ?? false
            let right = isKept ? link.replaced : next
            return right == link.replaced ? nil : (link, right)
        }
    }
}

extension Survey {
    /// The fields by which numbers belong together.
    var place: [Key] { [locality].compactMap(\.self) + per }
}

/// A newer number takes the place of the one before it: that one says from which day on. Undone, the older one counts again.
extension Survey: SettlingBehaviour {
    func settle(
        after before: Record.Content?, _ record: Record, in book: RecordBook, by act: Act, _ db: Transaction
    ) throws {
        guard let replaced, let year else { return }
        let isSame = before.map { before in
            !record.isRemoved && (place + [year]).allSatisfy { before.values[$0] == record.content.values[$0] }
        }
        let gone = isSame == false ? before?.day(of: year, last: false) : nil
        var contents = [record.content]
        if let before, isSame == false { contents.append(before) }
        for content in contents {
            let chain = try SurveyChain(of: content, unit: record.unit, self, book.definition, db)
            for (link, day) in chain.mended(without: gone) {
                // Whoever has another's form open is told; who writes this record knows.
                let version = link.id == record.id ? link.version : link.version + 1
                try db.run(
                    """
                    UPDATE \(name: book.definition.table) SET \(name: replaced.column) = \(day), version = \(version)
                    WHERE id = \(link.id)
                    """)
                try Journal.record(
                    "record.settle", of: .record(link.id), before: [replaced.text: link.replaced?.description],
                    after: [replaced.text: day?.description, "by": record.id.rawValue], by: act, db)
            }
        }
    }
}

extension Survey: SortingBehaviour {
    package static var standings: [String] { ["current", "old", "replaced"] }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        guard let asked = year.flatMap({ definition[$0]?.dayColumn }) else { return "SELECT 0 AS record WHERE 1 = 0" }
        let isOver: Query =
            if let replaced {
                "(r.\(name: replaced.column) IS NOT NULL AND r.\(name: replaced.column) <= \(day))"
            } else {
                """
                EXISTS (SELECT 1 FROM \(name: definition.table) AS n WHERE n.removed IS NULL AND n.unit = r.unit
                AND n.\(name: asked) > r.\(name: asked) AND \(isOfSamePlace(definition)))
                """
            }
        let ago: Query = "r.\(name: asked) < \(Self.yearAgo(day))"
        let test: Query =
            switch standing {
            case "replaced": isOver
            case "old": "NOT \(isOver) AND \(ago)"
            default: "NOT \(isOver) AND NOT (\(ago))"
            }
        return "SELECT r.id AS record FROM \(definition.source()) WHERE r.\(name: asked) IS NOT NULL AND \(test)"
    }

    private func isOfSamePlace(_ definition: Definition) -> Query {
        let parts = place.compactMap { definition[$0]?.equalityColumn }.map { column -> Query in
            """
            (n.\(name: column) = r.\(name: column) OR n.\(name: column) IS NULL AND r.\(name: column) IS NULL)
            """
        }
        return parts.isEmpty ? "1 = 1" : Query(joining: parts, " AND ")
    }

    /// What was asked before this day has to be asked again.
    static func yearAgo(_ day: Day) -> Day { day.adding(days: -365) }
}

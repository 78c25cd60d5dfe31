package import Office
import Paper
package import Storage
package import Web
package import WorkCalendar

/// The due days of the units in which an account holds positions, as a calendar that telephones and calendar programs subscribe to.
package struct DueCalendar: Sendable {
    /// The names of these units.
    package let units: [String]
    /// What is open and due, the soonest first: also what is late, on its day.
    package let items: [DueItem]

    /// So many days ahead.
    private static let days = 400
    /// The most entries: more than a person works off in that time.
    private static let most = 3_000

    /// - Parameter positions: Those of the account; one that may not read work adds nothing.
    package init(of positions: [Position], on day: Day, _ directory: Directory, _ db: Transaction) throws {
        let last = day.adding(days: Self.days)
        var own: [OrganisationID] = []
        for position in positions where AccessPolicy.reach(of: position.role, .read) != nil {
            let unit = directory.unit(of: position, on: day)
            if !own.contains(unit) { own.append(unit) }
        }
        let scope = Scope.units(Set(directory.namesakes(of: own, on: day)))
        var items = try Following.due(within: scope, on: day, until: last, db)
        for unit in own {
            items += try Following.coordinated(by: unit, on: day, until: last, directory, db)
        }
        units = own.compactMap { directory.name(of: $0, on: day) }
        self.items = Array(items.sorted().prefix(Self.most))
    }

    /// As it is sent (RFC 5545).
    /// - Parameter address: Of the site: "https://nhipcau.haiphong.gov.vn".
    package func bytes(address: String, words: Words, at: Instant) -> [UInt8] {
        let name = words("calendar.name", ["units": units.joined(separator: ", ")])
        var calendar = CalendarWriter(name: name, at: at)
        // What stands behind "://" names the entries for ever, whoever reads them together with another's.
        let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? address
        for item in items {
            guard let due = item.due else { continue }
            calendar.write(
                CalendarEntry(
                    uid: "occurrence-\(item.occurrence)-\(item.role.rawValue)@\(host)", day: due,
                    summary: summary(item, words), details: details(item, words),
                    address: "\(address)/ky-thuc-hien/\(item.occurrence)",
                    alarmDaysBefore: item.state == .openInTime ? 1 : nil))
        }
        return calendar.finish()
    }

    private func summary(_ item: DueItem, _ words: Words) -> String {
        let text = item.text.count > 120 ? item.text.prefix(119) + "…" : item.text[...]
        return item.state == .openLate ? words("calendar.late", ["text": String(text)]) : String(text)
    }

    private func details(_ item: DueItem, _ words: Words) -> String {
        let role = item.role == .coordinate ? words("due.role.coordinate") : nil
        return [item.text, item.document, role].compactMap { $0 }.joined(separator: "\n")
    }
}

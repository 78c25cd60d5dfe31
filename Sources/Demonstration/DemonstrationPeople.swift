package import Office
import Plans
package import Storage
import WorkCalendar
import Yams

/// An invented person of the demonstration and the position that is held.
package struct DemonstrationPerson: Decodable, Sendable {
    /// What is typed to sign in.
    package let login: String
    /// "Nguyễn Thị Hương Lan"
    package let name: String
    /// As documents name it.
    package let unit: String
    /// "Chuyên viên"
    package let title: String
    /// What the position may do.
    package let role: Role

    private enum CodingKeys: CodingKey { case login, name, unit, title, role }

    /// Reads one.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        login = try container.decode(String.self, forKey: .login)
        name = try container.decode(String.self, forKey: .name)
        unit = try container.decode(String.self, forKey: .unit)
        title = try container.decode(String.self, forKey: .title)
        let role = try container.decode(String.self, forKey: .role)
        guard let role = Role(rawValue: role) else {
            throw DecodingError.dataCorruptedError(forKey: .role, in: container, debugDescription: role)
        }
        self.role = role
    }
}

/// The invented people, and the password by which anybody may try them.
package struct DemonstrationPeople: Sendable {
    /// In the order in which they are offered.
    package let people: [DemonstrationPerson]
    /// The password of all of them: it stands in the repository, and opens nothing but a demonstration.
    package let password: String

    /// Reads them.
    /// - Throws: where the files that come with the product are malformed, which a test forbids.
    package init() throws {
        people = try YAMLDecoder().decode(
            [DemonstrationPerson].self, from: String(decoding: PackageResources.people_yaml, as: UTF8.self))
        password = String(String(decoding: PackageResources.password_txt, as: UTF8.self).prefix { !$0.isNewline })
    }

    /// Gives each an account and a position in a unit of the province.
    func appoint(in province: OrganisationID, _ db: Transaction) throws {
        let day = Demonstration.day(2025, 7, 2)
        let act = Demonstration.act(on: day)
        let directory = try Organisations.directory(db)
        for person in people {
            guard case .one(let unit) = directory.match(person.unit, on: day, within: province).outcome else {
                throw Refusal("demonstration.person", ["login": person.login])
            }
            let account = try Accounts.add(login: person.login, name: person.name, by: act, db)
            let position = try Positions.add(in: unit, title: person.title, role: person.role, by: act, db)
            try Positions.appoint(account, to: position, from: day, by: act, db)
        }
    }

    /// Lets a colleague of each leader declare the next work of their unit done, so that each leader has something to answer.
    func declare(_ db: Transaction) throws {
        let day = Demonstration.today
        let directory = try Organisations.directory(db)
        let seats = try people.compactMap { person in
            try Accounts.find(login: person.login, db).flatMap {
                try Positions.seats(of: $0, on: day, directory, db).first
            }
        }
        let at = Demonstration.act(on: day).at
        for leader in seats where leader.position.role == .leader {
            let colleague = seats.first { seat in
                seat.unit == leader.unit && [.officer, .coordinator].contains(seat.position.role)
            }
            let next = try db.first(
                """
                SELECT o.id, a.deliverable, a.target_least FROM occurrences AS o
                JOIN assignments AS a ON a.id = o.assignment
                WHERE o.unit = \(leader.unit.id) AND o.completed IS NULL AND o.ended IS NULL AND o.due IS NOT NULL
                ORDER BY o.due, o.id LIMIT 1
                """
            ) { (id: try $0.next(Int.self), deliverable: try $0.next(String?.self), least: try $0.next(Int?.self)) }
            guard let colleague, let next, let address = WebAddress("https://example.com/minh-hoa/\(next.id)") else {
                throw Refusal("demonstration.person", ["login": leader.account.login])
            }
            let evidence = Evidence(.link(address), title: next.deliverable ?? "Kết quả", isDeliverable: true)
            let progress = Progress(
                day: day.adding(days: -1), text: "Đã hoàn thành, trình lãnh đạo phê duyệt.", number: next.least,
                evidence: [evidence])
            try Following.complete(
                next.id, on: day.adding(days: -1), with: progress, by: Act(colleague.actor, at: at), db)
        }
    }

    /// Lets anybody sign in as one of them.
    /// - Throws: ``Refusal`` where the store is no demonstration.
    package func open(_ store: Store) async throws {
        try await SignIn(store).publish(
            password, for: people.map(\.login), by: Demonstration.act(on: Demonstration.today))
    }
}

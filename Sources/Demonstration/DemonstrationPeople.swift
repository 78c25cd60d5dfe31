package import Office
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

    /// Lets anybody sign in as one of them.
    /// - Throws: ``Refusal`` where the store is no demonstration.
    package func open(_ store: Store) async throws {
        try await SignIn(store).publish(
            password, for: people.map(\.login), by: Demonstration.act(on: Demonstration.today))
    }
}

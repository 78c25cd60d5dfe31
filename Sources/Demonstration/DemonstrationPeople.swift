import Office
import Storage
import WorkCalendar
import Yams

/// The invented people of the demonstration and the positions they hold.
struct DemonstrationPeople: Sendable {
    private struct Person: Decodable {
        let login: String
        let name: String
        let unit: String
        let title: String
        let role: String
    }

    private let people: [Person]

    init() throws {
        people = try YAMLDecoder().decode(
            [Person].self, from: String(decoding: PackageResources.people_yaml, as: UTF8.self))
    }

    /// Gives each an account and a position in a unit of the province.
    func appoint(in province: OrganisationID, _ db: Transaction) throws {
        let day = Demonstration.day(2025, 7, 2)
        let act = Demonstration.act(on: day)
        let directory = try Organisations.directory(db)
        for person in people {
            guard case .one(let unit) = directory.match(person.unit, on: day, within: province).outcome,
                let role = Role(rawValue: person.role)
            else { throw Refusal("demonstration.person", ["login": person.login]) }
            let account = try Accounts.add(login: person.login, name: person.name, by: act, db)
            let position = try Positions.add(in: unit, title: person.title, role: role, by: act, db)
            try Positions.appoint(account, to: position, from: day, by: act, db)
        }
    }
}

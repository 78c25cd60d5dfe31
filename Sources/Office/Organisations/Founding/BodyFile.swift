import Gazetteer
import WorkCalendar
import Yams

/// The usual bodies of a province, the central ones and what became of them (`bodies.yaml`), and the groups that documents
/// name (`groups.yaml`).
struct BodyFile: Decodable, Sendable {
    /// A body as the file tells it.
    struct Body: Decodable, Sendable {
        let key: String
        let name: String
        let short: [String]
        let kind: OrganisationKind
        let from: String?
        let until: String?
        let parent: String?
        let only: [String]?
        let except: [String]?

        /// Whether a province has or had it.
        func belongs(to province: String) -> Bool {
            only?.contains(province) ?? true && !(except?.contains(province) ?? false)
        }
    }

    /// What became of bodies, by their keys.
    struct Change: Decodable, Sendable {
        let kind: Succession.Kind
        let on: String
        let from: [String]
        let to: [String]
        let function: String?
        let basis: String
        /// Read for these provinces.
        let papers: [String: String]?
        let isVerified: Bool?
    }

    let provincial: [Body]
    let successions: [Change]
    let central: [Body]
    let centralSuccessions: [Change]

    /// What comes with the product.
    /// - Throws: where the embedded file is not as it should be, which a test forbids.
    static func known() throws -> BodyFile {
        try YAMLDecoder().decode(BodyFile.self, from: String(decoding: UnitFiles.bodies, as: UTF8.self))
    }
}

extension OrganisationGroup {
    /// The groups that come with the product.
    /// - Throws: where the embedded file is not as it should be, which a test forbids.
    static func known() throws -> [OrganisationGroup] {
        try YAMLDecoder().decode([Row].self, from: String(decoding: UnitFiles.groups, as: UTF8.self))
            .map(\.group)
    }

    private struct Row: Decodable {
        let key: String
        let names: [String]
        let kinds: [OrganisationKind]?
        let vague: Bool?
        let ends: String?
        let successor: String?
        let basis: String?

        var group: OrganisationGroup {
            var ending: Ending?
            if let day = ends.flatMap({ Day(iso: $0) }), let successor, let basis {
                ending = Ending(day: day, successor: successor, basis: basis)
            }
            return OrganisationGroup(
                key: key, names: names, rule: kinds.map { .kinds($0) } ?? .open, isVague: vague ?? false,
                ending: ending)
        }
    }
}

extension OrganisationKind: Decodable {}
extension Succession.Kind: Decodable {}

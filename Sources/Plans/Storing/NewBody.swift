import Foundation
import Office
import Storage
import Wording

/// A body that an assignment names, about to be stored.
struct NewBody {
    var assignment: Int
    var role: AssignmentBody.Role
    var position: Int
    var match: BodyMatch

    static func all(of draft: DraftAssignment, assignment: Int) -> [NewBody] {
        [(AssignmentBody.Role.lead, draft.leads), (.coordinate, draft.coordinators)].flatMap { role, matches in
            matches.enumerated().map {
                NewBody(assignment: assignment, role: role, position: $0 + 1, match: $1)
            }
        }
    }

    static func insert(_ bodies: [NewBody], _ db: Transaction) throws {
        let last = try db.value("SELECT coalesce(max(id), 0) FROM assignment_bodies") ?? 0
        try db.insert(
            """
            INSERT INTO assignment_bodies
                (assignment, role, position, written, outcome, certainty, reason, reason_values, unit_groups)
            """, rows: bodies.map(\.values))
        let ids = try db.all("SELECT id FROM assignment_bodies WHERE id > \(last) ORDER BY id") {
            try $0.next(Int.self)
        }
        let units = zip(ids, bodies).flatMap { id, body in
            body.match.outcome.named.map { [id.stored, $0.stored] }
        }
        try db.insert("INSERT INTO assignment_body_units (body, unit)", rows: units)
    }

    private var values: [Value] {
        [
            assignment.stored, role.stored, position.stored, match.written.stored, match.outcome.word.stored,
            match.certainty.rawValue.stored, match.reason.key.stored, match.reason.json.stored,
            match.outcome.groups.joined(separator: " ").stored,
        ]
    }
}

extension BodyMatch.Outcome {
    /// The units that the words name, each once; members of a group are counted on the day.
    var named: [OrganisationID] {
        switch self {
        case .one(let unit): [unit]
        case .several(let units): Set(units).sorted()
        case .group, .open, .unknown: []
        }
    }

    var groups: [String] { if case .group(let keys, _) = self { keys } else { [] } }

    var word: AssignmentBody.Outcome {
        switch self {
        case .one, .several: .units
        case .group: .group
        case .open: .open
        case .unknown: .unknown
        }
    }
}

extension Message {
    /// Its values as JSON.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// A message as two columns keep it.
    init(_ key: String, json: String) {
        self.init(key, (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:])
    }
}

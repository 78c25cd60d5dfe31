import Office
import Plans
import Storage
import Vietnamese
import WorkCalendar
import Yams

/// What the units did until today: most of it in time, some of it late, some not at all; the same on every run.
struct ProgressTales: Sendable {
    /// What is said about duties in which a word stands.
    private struct Tale: Decodable {
        let when: String
        let says: String
        let evidence: String
    }

    private let tales: [Tale]

    init() throws {
        tales = try YAMLDecoder().decode(
            [Tale].self, from: String(decoding: PackageResources.progress_yaml, as: UTF8.self))
    }

    /// A turn with a due day, as far as it is told of.
    private struct Turn {
        let occurrence: Int
        let text: String
        let deliverable: String?
        let least: Int?
        let due: Day
        /// The first day on which anything can be said of it.
        let start: Day
    }

    func tell(_ db: Transaction) throws {
        let soon = Demonstration.today.adding(days: 60)
        let turns = try db.all(
            """
            SELECT o.id, a.text, a.deliverable, a.target_least, o.due, substr(d.registered, 1, 10)
            FROM occurrences AS o JOIN assignments AS a ON a.id = o.assignment JOIN plans AS p ON p.id = a.plan
                JOIN documents AS d ON d.id = p.document
            WHERE o.due <= \(soon) AND o.unit IS NOT NULL ORDER BY o.due, o.id
            """
        ) { fields in
            Turn(
                occurrence: try fields.next(), text: try fields.next(), deliverable: try fields.next(),
                least: try fields.next(), due: try fields.next(), start: try fields.next())
        }
        for turn in turns { try tell(turn, db) }
    }

    private func tell(_ turn: Turn, _ db: Transaction) throws {
        // Spread over the turns as chance would, but the same on every run.
        let chance = turn.occurrence * 61 % 100
        let day: Day
        switch chance {
        case ..<70: day = turn.due.adding(days: -1 - chance / 4)
        case ..<82: day = turn.due.adding(days: chance - 65)
        default:
            if chance < 92 { try say(turn, on: turn.due.adding(days: -10), isDone: false, db) }
            return
        }
        try say(turn, on: day, isDone: day <= Demonstration.today, db)
    }

    /// Says how far it is; what would lie in the future is said as far as it is today.
    private func say(_ turn: Turn, on day: Day, isDone: Bool, _ db: Transaction) throws {
        let day = max(turn.start, min(day, Demonstration.today))
        let folded = turn.text.folded
        guard let tale = tales.first(where: { folded.contains($0.when.folded) || $0.when.isEmpty }),
            let address = WebAddress("\(tale.evidence)/\(turn.due.year)/\(turn.occurrence)")
        else { return }
        let act = Demonstration.act(on: day)
        let said = tale.says.replacing("{year}", with: String(turn.due.year))
        guard isDone else {
            let begun = Progress(day: day, text: "Đang thực hiện. \(said)")
            return _ = try Following.addProgress(begun, to: turn.occurrence, by: act, db)
        }
        let evidence = Evidence(.link(address), title: turn.deliverable ?? "Kết quả", isDeliverable: true)
        let progress = Progress(day: day, text: said, number: turn.least, evidence: [evidence])
        try Following.complete(turn.occurrence, on: day, with: progress, by: act, db)
    }
}

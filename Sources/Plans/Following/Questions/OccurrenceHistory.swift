package import Office
package import Storage
package import WorkCalendar

/// Something that happened to an occurrence, with the line of the journal that says who did it and when.
package struct OccurrenceEvent: Sendable {
    /// What happened.
    package enum What: Sendable, Equatable {
        case progress(Progress)
        case completed(Day, reason: String?)
        case reopened(reason: String?)
        /// A leader sent the completion back.
        case sentBack(reason: String?)
        case approved
        case approvalUndone(reason: String?)
        case sendingBackUndone
        case commented(Comment)
        case commentWithdrawn
        case extensionAsked(DueExtension)
        case extensionAnswered(DueExtension.Answer, to: Day, reason: String?, paper: String?)
        case moved(from: OrganisationID?, to: OrganisationID?)
        case withdrawn
        case ended(Ending)
        case endingUndone(Ending)
    }

    /// What happened.
    package let what: What
    /// Who did it, and when.
    package let entry: Journal.Entry
}

/// Which kinds of things happened to an occurrence: to most little did, and each kind is a question of its own.
struct OccurrenceTraces {
    let progress: Bool
    let completions: Bool
    let comments: Bool
    let extensions: Bool
    let moves: Bool
    let endings: Bool

    init(of occurrence: Int, _ db: Transaction) throws {
        let found = try db.first(
            """
            SELECT EXISTS (SELECT 1 FROM progress WHERE occurrence = o.id),
                EXISTS (SELECT 1 FROM completions WHERE occurrence = o.id),
                EXISTS (SELECT 1 FROM comments WHERE occurrence = o.id),
                EXISTS (SELECT 1 FROM extensions WHERE occurrence = o.id),
                EXISTS (SELECT 1 FROM occurrence_moves WHERE occurrence = o.id)
                    OR EXISTS (SELECT 1 FROM occurrence_withdrawals WHERE occurrence = o.id),
                EXISTS (SELECT 1 FROM endings WHERE plan = o.plan)
            FROM occurrences AS o WHERE o.id = \(occurrence)
            """
        ) { try Self(&$0) }
        guard let found else { throw StorageError(.damaged, "no occurrence \(occurrence)") }
        self = found
    }

    private init(_ fields: inout Fields) throws {
        progress = try fields.next()
        completions = try fields.next()
        comments = try fields.next()
        extensions = try fields.next()
        moves = try fields.next()
        endings = try fields.next()
    }
}

extension Following {
    /// All that happened to an occurrence, the first one first: its progress, what was decided on it, on its assignment
    /// and on its plan.
    package static func history(of occurrence: Int, _ db: Transaction) throws -> [OccurrenceEvent] {
        try history(of: occurrence, with: OccurrenceTraces(of: occurrence, db), db)
    }

    static func history(
        of occurrence: Int, with traces: OccurrenceTraces, _ db: Transaction
    ) throws -> [OccurrenceEvent] {
        var events: [Event] = []
        if traces.progress { events += try progressEvents(of: occurrence, db) }
        if traces.completions {
            events += try completionEvents(of: occurrence, db) + approvalEvents(of: occurrence, db)
        }
        if traces.comments { events += try commentEvents(of: occurrence, db) }
        if traces.extensions { events += try extensionEvents(of: occurrence, db) }
        if traces.moves { events += try moveEvents(of: occurrence, db) }
        if traces.endings { events += try endingEvents(of: occurrence, db) }
        guard !events.isEmpty else { return [] }
        let entries = Dictionary(
            uniqueKeysWithValues: try Journal.entries(numbered: events.map(\.entry), db).map { ($0.id, $0) })
        return events.sorted { $0.entry < $1.entry }.compactMap { event in
            entries[event.entry].map { OccurrenceEvent(what: event.what, entry: $0) }
        }
    }

    private typealias Event = (entry: Int, what: OccurrenceEvent.What)

    private static func progressEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        var evidence: [Int: [Evidence]] = [:]
        try db.each(
            """
            SELECT e.progress, \(Evidence.columns) FROM evidence AS e
            WHERE e.progress IN (SELECT id FROM progress WHERE occurrence = \(occurrence)) ORDER BY e.id
            """
        ) { evidence[try $0.next(), default: []].append(try Evidence(&$0)) }
        return try db.all(
            "SELECT id, entry, day, text, number FROM progress WHERE occurrence = \(occurrence)"
        ) {
            let (id, entry): (Int, Int) = (try $0.next(), try $0.next())
            let progress = Progress(
                day: try $0.next(), text: try $0.next(), number: try $0.next(), evidence: evidence[id] ?? [])
            return (entry, .progress(progress))
        }
    }

    private static func completionEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        try db.all(
            """
            SELECT c.entry, c.day, c.reason, EXISTS (SELECT 1 FROM completion_answers AS n WHERE n.entry = c.entry
                AND n.completion IN (SELECT b.id FROM completions AS b WHERE b.occurrence = \(occurrence)))
            FROM completions AS c WHERE c.occurrence = \(occurrence)
                AND NOT EXISTS (SELECT 1 FROM completions AS f WHERE f.entry = c.entry AND f.id < c.id)
            """
        ) {
            let (entry, day, reason): (Int, Day?, String?) = (try $0.next(), try $0.next(), try $0.next())
            let isSentBack: Bool = try $0.next()
            if let day { return (entry, .completed(day, reason: reason)) }
            return (entry, isSentBack ? .sentBack(reason: reason) : .reopened(reason: reason))
        }
    }

    private static func approvalEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        try db.all(
            """
            SELECT n.entry, n.answer, n.reason, (SELECT b.answer FROM completion_answers AS b
                WHERE b.completion = n.completion AND b.id < n.id ORDER BY b.id DESC LIMIT 1)
            FROM completions AS c
            JOIN completion_answers AS n ON n.completion = c.id
            WHERE c.occurrence = \(occurrence) AND n.answer <> \(Completion.Answer.sendBack)
            """
        ) {
            let (entry, answer): (Int, Completion.Answer) = (try $0.next(), try $0.next())
            let (reason, before): (String?, Completion.Answer?) = (try $0.next(), try $0.next())
            if answer == .approve { return (entry, .approved) }
            return (entry, before == .sendBack ? .sendingBackUndone : .approvalUndone(reason: reason))
        }
    }

    private static func commentEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        try db.all(
            """
            SELECT c.entry, c.undoes, c.id, c.text, EXISTS (SELECT 1 FROM comments AS u WHERE u.undoes = c.id)
            FROM comments AS c WHERE c.occurrence = \(occurrence)
            """
        ) {
            let (entry, undoes): (Int, Int?) = (try $0.next(), try $0.next())
            let comment = Comment(id: try $0.next(), text: try $0.next(), isWithdrawn: try $0.next())
            return (entry, undoes == nil ? .commented(comment) : .commentWithdrawn)
        }
    }

    private static func extensionEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        let asked = try extensions(of: occurrence, db)
        return try asked.flatMap { asked -> [Event] in
            let entry: Int? = try db.value("SELECT entry FROM extensions WHERE id = \(asked.id)")
            let answers: [Event] = try db.all(
                "SELECT entry, answer, reason, paper FROM extension_answers WHERE extension = \(asked.id)"
            ) {
                (
                    try $0.next(),
                    .extensionAnswered(try $0.next(), to: asked.due, reason: try $0.next(), paper: try $0.next())
                )
            }
            return (entry.map { [($0, .extensionAsked(asked))] } ?? []) + answers
        }
    }

    private static func moveEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        let moves: [Event] = try db.all(
            "SELECT entry, from_unit, to_unit FROM occurrence_moves WHERE occurrence = \(occurrence)"
        ) { (try $0.next(), .moved(from: try $0.next(), to: try $0.next())) }
        let withdrawals: [Event] = try db.all(
            "SELECT entry FROM occurrence_withdrawals WHERE occurrence = \(occurrence)"
        ) { (try $0.next(), .withdrawn) }
        return moves + withdrawals
    }

    private static func endingEvents(of occurrence: Int, _ db: Transaction) throws -> [Event] {
        try db.all(
            """
            SELECT e.entry, e.undoes, e.id, e.plan, e.assignment, e.replacement, e.day, e.reason, e.paper
            FROM occurrences AS o JOIN assignments AS a ON a.id = o.assignment JOIN endings AS e ON e.plan = a.plan
            WHERE o.id = \(occurrence) AND (e.assignment IS NULL OR e.assignment = a.id)
            """
        ) {
            let (entry, undoes): (Int, Int?) = (try $0.next(), try $0.next())
            let ending = try Ending(&$0)
            return (entry, undoes == nil ? .ended(ending) : .endingUndone(ending))
        }
    }
}

package import Office
package import Storage
package import WorkCalendar

/// What was done by a day, with what shows it (tiến độ).
package struct Progress: Hashable, Sendable {
    /// The day it tells of.
    package var day: Day
    /// In words.
    package var text: String
    /// How many of what the assignment asks for were done by then, all together: 1 of "1-2 đoàn/năm".
    package var number: Int?
    /// What shows it.
    package var evidence: [Evidence]

    /// All of its parts.
    package init(day: Day, text: String, number: Int? = nil, evidence: [Evidence] = []) {
        self.day = day
        self.text = text
        self.number = number
        self.evidence = evidence
    }
}

extension Following {
    /// Adds progress to an open occurrence.
    /// - Returns: The key of the entry.
    /// - Throws: ``Refusal`` where the occurrence is not open, the day is not possible, nothing is said, or a piece of
    ///   evidence leads nowhere.
    @discardableResult package static func addProgress(
        _ progress: Progress, to occurrence: Int, by act: Act, _ db: Transaction
    ) throws -> Int {
        let followed = try FollowedOccurrence(occurrence, db)
        try followed.requireOpen()
        return try add(progress, to: followed, by: act, db)
    }

    static func add(
        _ progress: Progress, to followed: FollowedOccurrence, by act: Act, _ db: Transaction
    ) throws -> Int {
        try followed.requirePossible(progress.day, today: act.day)
        try check(progress, db)
        let occurrence = followed.occurrence.id
        let entry = try Journal.record(
            "progress.add", of: .occurrence(occurrence),
            after: [
                "day": progress.day.description, "text": progress.text, "number": progress.number,
                "evidence": progress.evidence.count,
            ], by: act, db)
        let id = try db.insert(
            """
            INSERT INTO progress (occurrence, day, text, number, entry)
            VALUES (\(occurrence), \(progress.day), \(progress.text), \(progress.number.stored), \(entry))
            """)
        try db.insert(
            "INSERT INTO evidence (progress, \(Evidence.columns))",
            rows: progress.evidence.map { [id.stored] + $0.values })
        return id
    }

    private static func check(_ progress: Progress, _ db: Transaction) throws {
        if progress.text.isBlank && progress.number == nil && progress.evidence.isEmpty {
            throw Refusal("following.nothing-said")
        }
        if let number = progress.number, number < 0 { throw Refusal("following.negative", ["number": String(number)]) }
        for piece in progress.evidence {
            if piece.title.isBlank { throw Refusal("following.evidence-without-title") }
            guard case .file(let hash) = piece.source else { continue }
            if try KeptFiles.find(hash, db) == nil { throw Refusal("following.no-file", ["file": piece.title]) }
        }
    }

    /// How many of its target were done by a day, as the last entry that counts says; `nil` where none does.
    static func number(done occurrence: Int, by day: Day, _ db: Transaction) throws -> Int? {
        try db.value(
            """
            SELECT number FROM progress WHERE occurrence = \(occurrence) AND number IS NOT NULL AND day <= \(day)
            ORDER BY id DESC LIMIT 1
            """)
    }
}

extension String {
    /// Without a letter, a digit or a sign.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

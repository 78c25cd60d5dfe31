package import Office
package import Storage
package import WorkCalendar

/// That what is private of a person may be used for a purpose: because the person agreed, or because a law says so. It ends on its last
/// day, or when it is withdrawn.
package struct RecordConsent: Hashable, Sendable {
    /// How it came to be allowed.
    package enum Basis: String, Sendable, CaseIterable {
        /// A paper with a signature.
        case paper
        /// An e-mail or a letter.
        case letter
        /// A form of the portal.
        case portal
        /// By word of mouth, noted by who heard it.
        case spoken
        /// No consent: a rule that allows it, which is named.
        case law
    }

    /// For what: a key of a purpose.
    package let purpose: String
    /// How.
    package let basis: Basis
    /// The rule, or where the paper is.
    package let source: String?
    /// Since when.
    package let day: Day
    /// The last day; `nil` until it is withdrawn.
    package let until: Day?
    /// When it was withdrawn.
    package let withdrawn: Day?

    /// Whether it allows anything on a day.
    package func holds(on today: Day) -> Bool {
        withdrawn == nil && day <= today && until.map { today <= $0 } ?? true
    }
}

extension RecordConsent.Basis: Storable {}

extension RecordBook {
    /// Whether what is private of its records is used for purposes only that somebody agreed to.
    package var asksConsent: Bool { definition.behaviour(Consent.self) != nil }

    /// What was last said of each purpose.
    package static func consents(of id: RecordID, _ db: Transaction) throws -> [RecordConsent] {
        var found: [String: RecordConsent] = [:]
        try db.each(
            "SELECT purpose, kind, basis, source, day, until FROM consents WHERE record = \(id) ORDER BY id"
        ) { fields in
            let (purpose, kind): (String, String) = (try fields.next(), try fields.next())
            let (basis, source): (RecordConsent.Basis, String?) = (try fields.next(), try fields.next())
            let (day, until): (Day, Day?) = (try fields.next(), try fields.next())
            let before = found[purpose]
            found[purpose] =
                kind == "given"
                ? RecordConsent(purpose: purpose, basis: basis, source: source, day: day, until: until, withdrawn: nil)
                : before.map {
                    RecordConsent(
                        purpose: purpose, basis: $0.basis, source: $0.source, day: $0.day, until: $0.until,
                        withdrawn: day)
                }
        }
        return found.values.sorted { $0.purpose < $1.purpose }
    }

    /// Records that somebody agreed to a purpose, or that a rule allows it.
    /// - Parameter scope: The units for which may be recorded.
    /// - Throws: ``Refusal`` where there is no such record or purpose, the days are in no order, or a rule is not named.
    package func consent(
        _ id: RecordID, to purpose: String, _ basis: RecordConsent.Basis, source: String?, from day: Day,
        until: Day? = nil, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        guard asksConsent, definition.purposes.contains(where: { $0.key.text == purpose }) else {
            throw Refusal("record.purpose")
        }
        guard try record(id, within: scope, db) != nil else { throw Refusal("record.not-there") }
        if day > act.day || until.map({ $0 < day }) ?? false { throw Refusal("consent.days") }
        let source = source.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        if basis == .law, source == nil { throw Refusal("consent.no-law") }
        let entry = try Journal.record(
            "record.consent", of: .record(id),
            after: ["purpose": purpose, "basis": basis.rawValue, "day": day.description, "until": until?.description],
            by: act, db)
        try db.run(
            """
            INSERT INTO consents (record, purpose, kind, basis, source, day, until, entry)
            VALUES (\(id), \(purpose), 'given', \(basis), \(source), \(day), \(until), \(entry))
            """)
    }

    /// Records that a consent was withdrawn, from today on.
    /// - Throws: ``Refusal`` where there is none that holds.
    package func withdrawConsent(
        _ id: RecordID, to purpose: String, within scope: Scope, by act: Act, _ db: Transaction
    ) throws {
        guard try record(id, within: scope, db) != nil else { throw Refusal("record.not-there") }
        guard let known = try Self.consents(of: id, db).first(where: { $0.purpose == purpose }), known.withdrawn == nil
        else { throw Refusal("consent.none-to-withdraw") }
        let entry = try Journal.record(
            "record.consent.withdraw", of: .record(id), before: ["purpose": purpose], by: act, db)
        try db.run(
            """
            INSERT INTO consents (record, purpose, kind, basis, source, day, until, entry)
            VALUES (\(id), \(purpose), 'withdrawn', \(known.basis), NULL, \(act.day), NULL, \(entry))
            """)
    }

    /// For what the private fields of a record may be seen on a day.
    package func purposes(of id: RecordID, on day: Day, _ db: Transaction) throws -> [Choice] {
        guard asksConsent else { return definition.purposes }
        let holding = Set(try Self.consents(of: id, db).filter { $0.holds(on: day) }.map(\.purpose))
        return definition.purposes.filter { holding.contains($0.key.text) }
    }

    /// - Throws: ``Refusal`` where nobody agreed to the purpose.
    func checkConsent(to purpose: String, of id: RecordID, on day: Day, _ db: Transaction) throws {
        guard asksConsent else { return }
        guard try purposes(of: id, on: day, db).contains(where: { $0.key.text == purpose }) else {
            throw Refusal("consent.none")
        }
    }
}

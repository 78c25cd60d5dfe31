package import Office
package import Storage
package import WorkCalendar

/// That a unit had nothing for a register in a window of days (không phát sinh): silence and nothing are not the same.
package struct NothingDeclared: Hashable, Sendable {
    /// The key of its row.
    package let id: Int
    /// Whose it is.
    package let unit: OrganisationID
    /// The days.
    package let window: Window
    /// What was said with it.
    package let note: String?
    /// Its line in the journal.
    package let entry: Int
    /// How many records of the unit lie in the window all the same.
    package let contradicting: Int
}

extension RecordBook {
    /// What was declared and not taken back, the last window first.
    package func nothingDeclared(within scope: Scope, _ db: Transaction) throws -> [NothingDeclared] {
        let rows = try db.all(
            """
            SELECT n.id, n.unit, n.first_day, n.last_day, n.note, n.entry FROM nothing_declared AS n
            WHERE n.register = \(definition.key.text) AND n.undoes IS NULL AND \(scope.condition("n.unit"))
            AND NOT EXISTS (SELECT 1 FROM nothing_declared AS u WHERE u.undoes = n.id)
            ORDER BY n.last_day DESC, n.id DESC LIMIT 500
            """
        ) { row in
            (
                id: try row.next(Int.self), unit: try row.next(OrganisationID.self), first: try row.next(Day.self),
                last: try row.next(Day.self), note: try row.next(String?.self), entry: try row.next(Int.self)
            )
        }
        return try rows.map { row in
            let window = Window(row.first, row.last)
            return NothingDeclared(
                id: row.id, unit: row.unit, window: window, note: row.note, entry: row.entry,
                contradicting: try count(of: row.unit, in: window, db))
        }
    }

    /// Declares that a unit had nothing in a window.
    /// - Parameter scope: The units for which may be recorded.
    /// - Throws: ``Refusal`` where the unit is not within the scope, has records in the window, or has declared it already.
    @discardableResult
    package func declareNothing(
        of unit: OrganisationID, in window: Window, note: String?, within scope: Scope, by act: Act, _ db: Transaction
    ) throws -> Int {
        guard scope.contains(unit) else { throw Refusal("record.unit-outside") }
        let count = try count(of: unit, in: window, db)
        if count > 0 { throw Refusal("nothing.contradicted", ["count": "\(count)"]) }
        let isKnown = try nothingDeclared(within: .units([unit]), db).contains { $0.window == window }
        if isKnown { throw Refusal("nothing.declared-already") }
        let entry = try Journal.record(
            "record.nothing", of: .organisation(unit),
            after: [
                "register": definition.key.text, "from": window.first.description, "to": window.last.description,
                "note": note,
            ], by: act, db)
        return try db.insert(
            """
            INSERT INTO nothing_declared (register, unit, first_day, last_day, note, entry)
            VALUES (\(definition.key.text), \(unit), \(window.first), \(window.last), \(note), \(entry))
            """)
    }

    /// Takes a declaration back.
    /// - Throws: ``Refusal`` where there is none within the scope, or it was taken back.
    package func undoNothing(_ id: Int, within scope: Scope, by act: Act, _ db: Transaction) throws {
        guard let known = try nothingDeclared(within: scope, db).first(where: { $0.id == id }) else {
            throw Refusal("nothing.none")
        }
        let entry = try Journal.record(
            "record.nothing.undo", of: .organisation(known.unit),
            before: [
                "register": definition.key.text, "from": known.window.first.description,
                "to": known.window.last.description,
            ], by: act, db)
        try db.run(
            """
            INSERT INTO nothing_declared (register, unit, first_day, last_day, undoes, entry)
            VALUES (\(definition.key.text), \(known.unit), \(known.window.first), \(known.window.last), \(id), \(entry))
            """)
    }

    private func count(of unit: OrganisationID, in window: Window, _ db: Transaction) throws -> Int {
        var query = RecordQuery()
        query.window = window
        return try count(query, within: .units([unit]), db)
    }
}

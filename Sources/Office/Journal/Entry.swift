import Storage
package import WorkCalendar

extension Journal {
    /// The thing that was changed. Each room names its own: `extension Journal.Subject { static func plan(_ id: Int) … }`.
    package struct Subject: Hashable, Sendable {
        /// "plan", "account", …: never changed once released.
        package let kind: String
        /// Its key.
        package let id: Int

        /// Both parts.
        package init(_ kind: String, _ id: Int) {
            self.kind = kind
            self.id = id
        }
    }

    /// One line: who did what to which thing, when, for which position.
    package struct Entry: Hashable, Sendable {
        /// Its place in the chain: 1, 2, 3, … without gaps.
        package let id: Int
        /// When.
        package let at: Instant
        /// Who, with the names of that time.
        package let actor: Actor
        /// What: "document.register", "plan.accept".
        package let action: String
        /// To which thing.
        package let subject: Subject
        /// What stood before, as JSON.
        package let before: String?
        /// What stands after, as JSON.
        package let after: String?
    }
}

extension Journal {
    /// The columns of an entry, without its hashes, in the order that ``Entry/init(_:)`` reads.
    static let columns: Query = """
        id, at, account, account_name, position, position_title, unit, unit_name, reason, action, subject_kind, subject, before, after
        """
}

extension Journal.Entry {
    init(_ fields: inout Fields) throws {
        id = try fields.next()
        at = try fields.next()
        let account = try Named(&fields)
        let position = try Named(&fields)
        let unit = try Named(&fields)
        let reason: String? = try fields.next()
        if let account, let position, let unit, reason == nil {
            actor = .holder(account: account, position: position, unit: unit)
        } else {
            actor = .system(reason ?? "")
        }
        action = try fields.next()
        subject = Journal.Subject(try fields.next(), try fields.next())
        before = try fields.next()
        after = try fields.next()
    }

    /// The values of the columns.
    var values: [Value] {
        let who: [Value] =
            switch actor {
            case .holder(let account, let position, let unit):
                [account, position, unit].flatMap { [$0.id.stored, $0.name.stored] } + [.null]
            case .system(let reason): Array(repeating: .null, count: 6) + [reason.stored]
            }
        return [id.stored, at.stored] + who
            + [action.stored, subject.kind.stored, subject.id.stored, before.stored, after.stored]
    }
}

extension Named {
    fileprivate init?(_ fields: inout Fields) throws {
        let id: Int? = try fields.next()
        let name: String? = try fields.next()
        guard let id, let name else { return nil }
        self.init(id: id, name: name)
    }
}

package import Office
package import Storage
package import Web
package import WorkCalendar

/// A look at a record, or at a list of a confidential register, as auditors see it: who, when, at what, what for; never a value.
package struct Look: Hashable, Sendable {
    /// When.
    package let at: Instant
    /// Who.
    package let actor: Actor
    /// Of which register.
    package let register: String
    /// Which record; `nil` for a list.
    package let record: RecordID?
    /// "record" for a whole one, "fields" for what is private of one; of a list ``ListLook/What``.
    package let what: String
    /// Which fields were seen, with spaces between; of a list what was asked of it.
    package let seen: String
    /// What for: a key of a purpose, or words; `nil` for a list.
    package let purpose: String?
}

/// What is sought among the looks: all of it stands in the address of the page.
package struct LookSearch: Hashable, Sendable {
    /// The first day, in Hà Nội.
    package var from: Day?
    /// The last day.
    package var until: Day?
    /// Whose looks.
    package var account: Int?
    /// At which register.
    package var register: String?
    /// At which record.
    package var record: Int?
    /// What for.
    package var purpose: String?

    /// All of them.
    package init() {}

    /// What an address asks. What it does not understand counts as not asked.
    package init(_ address: PageAddress) {
        from = address["tu"].flatMap { Day(iso: $0) }
        until = address["den"].flatMap { Day(iso: $0) }
        account = address["nguoi"].flatMap(Int.init)
        register = address["so"]
        record = address["ma"].flatMap(Int.init)
        purpose = address["muc-dich"]
    }

    static let filters = [
        ListingFilter("tu", "register.from", .day), ListingFilter("den", "register.to", .day),
        ListingFilter("nguoi", "looks.who", .whole), ListingFilter("so", "looks.register"),
        ListingFilter("ma", "looks.record", .whole), ListingFilter("muc-dich", "register.purpose"),
    ]

    /// Looks that were sought, the last first.
    /// - Parameter scope: The units whose people's looks are seen.
    package func looks(within scope: Scope, _ portion: Portion, _ db: Transaction) throws -> [Look] {
        var condition = scope.condition("unit")
        func add(_ more: Query) { condition = "\(condition) AND \(more)" }
        if let from { add("at >= \(Instant(startOf: from))") }
        if let until { add("at < \(Instant(startOf: until.adding(days: 1)))") }
        if let account { add("account = \(account)") }
        if let register { add("register = \(register)") }
        if let record { add("record = \(record)") }
        if let purpose { add("purpose = \(purpose)") }
        return try db.all(
            """
            SELECT \(LookColumns.names), register, record, what, seen, purpose FROM (
                SELECT \(LookColumns.names), l.id AS id, r.register AS register, record,
                    CASE WHEN fields = \(RecordBook.whole) THEN 'record' ELSE 'fields' END AS what, fields AS seen, purpose
                FROM record_looks AS l JOIN records AS r ON r.id = l.record
                UNION ALL
                SELECT \(LookColumns.names), id, register, NULL, what, asked, NULL FROM list_looks) AS looks
            WHERE \(condition) ORDER BY at DESC, id DESC LIMIT \(portion.limit) OFFSET \(portion.offset)
            """
        ) { fields in
            let (at, actor) = try LookColumns.read(&fields)
            return Look(
                at: at, actor: actor, register: try fields.next(), record: try fields.next(), what: try fields.next(),
                seen: try fields.next(), purpose: try fields.next())
        }
    }
}

extension Look {
    /// The looks as they are taken away.
    static func list(at path: String) -> OfficeList<Look> {
        OfficeList(
            Listing<Look>(
                "looks", title: "looks.title", filters: LookSearch.filters,
                columns: [
                    .moment("at", "looks.at") { $0.at },
                    .text("account", "looks.who", width: 24) { $0.actor.named?.account },
                    .text("position", "looks.position", width: 24) { $0.actor.named?.position },
                    .text("unit", "register.unit", width: 28) { $0.actor.named?.unit },
                    .text("register", "looks.register", width: 20) { $0.register },
                    .whole("record", "looks.record") { $0.record?.rawValue },
                    .text("what", "looks.what", width: 14) { $0.what },
                    .text("seen", "looks.seen", width: 40) { $0.seen },
                    .text("purpose", "register.purpose", width: 20) { $0.purpose },
                ]),
            path: path, access: .may(.readJournal)
        ) { call, portion, db in
            try LookSearch(call.address).looks(within: call.scope(.readJournal), portion, db)
        }
    }
}

extension Actor {
    /// The names of who acts; of the system, what it did it for.
    var named: (account: String, position: String, unit: String)? {
        switch self {
        case .holder(let account, let position, let unit): (account.name, position.name, unit.name)
        case .system(let reason): (reason, "", "")
        }
    }
}

extension Instant {
    /// Midnight in Hà Nội.
    fileprivate init(startOf day: Day) { self.init(milliseconds: (day.number * 24 - 7) * 3_600_000) }
}

import Storage
import Web

extension Journal {
    /// The journal as it is taken away.
    package static let list = OfficeList(
        Listing<Entry>(
            "journal", title: "journal.title", filters: Search.filters,
            columns: [
                .whole("id", "journal.column.id") { $0.id },
                .moment("at", "journal.column.at") { $0.at },
                .text("account", "journal.column.account", width: 24) { $0.actor.holder?.account.name },
                .text("position", "journal.column.position", width: 24) { $0.actor.holder?.position.name },
                .text("unit", "journal.column.unit", width: 28) { $0.actor.holder?.unit.name },
                .text("reason", "journal.column.reason", width: 20) { $0.actor.reason },
                .text("action", "journal.column.action", width: 20) { $0.action },
                .text("kind", "journal.column.kind", width: 14) { $0.subject.kind },
                .whole("subject", "journal.column.subject") { $0.subject.id },
                .text("before", "journal.column.before") { $0.before },
                .text("after", "journal.column.after") { $0.after },
            ]),
        path: "/nhat-ky", access: .may(.readJournal)
    ) { call, portion, db in
        try entries(Search(call.address), within: call.scope(.readJournal), portion, db)
    }
}

extension Actor {
    fileprivate var holder: (account: Named, position: Named, unit: Named)? {
        if case .holder(let account, let position, let unit) = self { (account, position, unit) } else { nil }
    }

    fileprivate var reason: String? { if case .system(let reason) = self { reason } else { nil } }
}

import Mail
import Markup
package import Storage
package import Wording

/// How each person wants to be told: by what way of which kind, and where to by e-mail.
package enum NoticeChoices {
    /// The way of every kind for a person: as chosen, else as usual.
    package static func ways(of account: AccountID, _ db: Transaction) throws -> [NoticeKind: NoticeWay] {
        var ways = Dictionary(uniqueKeysWithValues: NoticeKind.allCases.map { ($0, $0.usualWay) })
        try db.each("SELECT kind, way FROM notice_choices WHERE account = \(account)") { fields in
            ways[try fields.next()] = try fields.next()
        }
        return ways
    }

    /// Sets the ways of kinds; those that are missing stay.
    package static func choose(
        _ ways: [NoticeKind: NoticeWay], for account: Account, by act: Act, _ db: Transaction
    ) throws {
        let before = try self.ways(of: account.id, db)
        let changed = NoticeKind.allCases.filter { kind in ways[kind].map { $0 != before[kind] } ?? false }
        guard !changed.isEmpty else { return }
        for kind in changed {
            try db.run(
                """
                INSERT INTO notice_choices (account, kind, way) VALUES (\(account.id), \(kind), \(ways[kind]))
                ON CONFLICT (account, kind) DO UPDATE SET way = excluded.way
                """)
        }
        func facts(_ ways: [NoticeKind: NoticeWay]) -> Facts {
            Facts { json in for kind in changed { json.member(kind.rawValue, ways[kind]?.rawValue) } }
        }
        try Journal.record(
            "account.choose-notices", of: .account(account.id), before: facts(before), after: facts(ways), by: act, db)
    }

    /// The language in which a person is written to.
    package static func language(of account: AccountID, _ db: Transaction) throws -> Catalogue.Language {
        let chosen: String? = try db.value("SELECT language FROM account_languages WHERE account = \(account)")
        return chosen.flatMap(Catalogue.Language.init) ?? .vi
    }

    /// Sets the language in which a person is written to.
    package static func setLanguage(
        _ language: Catalogue.Language, of account: Account, by act: Act, _ db: Transaction
    ) throws {
        let before = try self.language(of: account.id, db)
        guard before != language else { return }
        try db.run(
            """
            INSERT INTO account_languages (account, language) VALUES (\(account.id), \(language.rawValue))
            ON CONFLICT (account) DO UPDATE SET language = excluded.language
            """)
        try Journal.record(
            "account.set-language", of: .account(account.id), before: ["language": before.rawValue],
            after: ["language": language.rawValue], by: act, db)
    }

    /// A person's address of e-mail; `nil` where there is none.
    package static func address(of account: AccountID, _ db: Transaction) throws -> String? {
        try db.value(
            "SELECT address FROM account_addresses WHERE account = \(account) ORDER BY id DESC LIMIT 1", String?.self)
            ?? nil
    }

    /// Sets a person's address of e-mail, or takes it away (`nil`, or nothing but spaces).
    /// - Throws: ``Refusal`` where it is none.
    package static func setAddress(_ text: String?, of account: Account, by act: Act, _ db: Transaction) throws {
        let written = String((text ?? "").filter { !$0.isWhitespace })
        let address = written.isEmpty ? nil : written
        if let address, MailAddress(address) == nil { throw Refusal("notice.no-address", ["address": address]) }
        let before = try self.address(of: account.id, db)
        guard before != address else { return }
        let entry = try Journal.record(
            "account.set-address", of: .account(account.id), before: ["address": before], after: ["address": address],
            by: act, db)
        try db.run(
            "INSERT INTO account_addresses (account, address, entry) VALUES (\(account.id), \(address), \(entry))")
    }
}

package import Storage

/// The tables of notices, how people want them, and the letters that carried them.
package enum NoticeSchema {
    /// In order; a released step never changes. The tables of accounts, of the journal and of jobs stand before.
    package static let migrations = [
        Migration("notices.1", choices + notices + mails + days),
        Migration("notices.2", languages + decisions),
    ]

    private static let languages: [Query] = [
        // The language that a person chose last; no row: Vietnamese.
        """
        CREATE TABLE account_languages (
            account \(column: .integer) PRIMARY KEY REFERENCES accounts (id),
            language \(column: .text) NOT NULL)
        """
    ]

    private static let decisions: [Query] = [
        // What an administrator decided on a letter of which nobody knows whether it went; the last row of a letter counts.
        """
        CREATE TABLE notice_mail_decisions (
            id \(column: .identity),
            mail \(column: .integer) NOT NULL REFERENCES notice_mails (id),
            -- again (it is sent once more), leave (it is not), undo (it is to be decided again)
            decision \(column: .text) NOT NULL,
            at \(column: .text) NOT NULL,
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX notice_mail_decisions_of_mail ON notice_mail_decisions (mail, id)",
        "CREATE INDEX notice_mail_items_of_mail ON notice_mail_items (mail)",
    ]

    private static let choices: [Query] = [
        // The last row of an account counts; null: none any more.
        """
        CREATE TABLE account_addresses (
            id \(column: .identity),
            account \(column: .integer) NOT NULL REFERENCES accounts (id),
            address \(column: .text),
            entry \(column: .integer) NOT NULL REFERENCES journal (id))
        """,
        "CREATE INDEX account_addresses_of_account ON account_addresses (account, id)",
        // What a person chose; no row: what is usual for the kind.
        """
        CREATE TABLE notice_choices (
            account \(column: .integer) NOT NULL REFERENCES accounts (id),
            kind \(column: .text) NOT NULL,
            -- page, mail, none
            way \(column: .text) NOT NULL,
            PRIMARY KEY (account, kind))
        """,
    ]

    private static let notices: [Query] = [
        """
        CREATE TABLE notices (
            id \(column: .identity),
            account \(column: .integer) NOT NULL REFERENCES accounts (id),
            kind \(column: .text) NOT NULL,
            -- the thing it is about, as the journal names things
            subject_kind \(column: .text) NOT NULL,
            subject \(column: .integer) NOT NULL,
            -- which time of several: a due day, a line of the journal, a day
            occasion \(column: .text) NOT NULL,
            at \(column: .text) NOT NULL,
            -- page, mail: as the person wanted it then
            way \(column: .text) NOT NULL,
            -- whose work it is about
            unit \(column: .integer) REFERENCES organisations (id),
            title \(column: .text) NOT NULL,
            -- the day that it speaks of
            day \(column: .text),
            -- who did what it tells of, with the name of then
            actor \(column: .text),
            -- what else its sentence says: an object of texts in JSON
            facts \(column: .text) NOT NULL,
            read_at \(column: .text),
            -- nobody is told the same twice
            UNIQUE (account, kind, subject_kind, subject, occasion))
        """,
        "CREATE INDEX notices_of_account ON notices (account, id)",
        "CREATE INDEX notices_unread ON notices (account, id) WHERE read_at IS NULL",
        "CREATE INDEX notices_for_mail ON notices (at) WHERE way = 'mail'",
    ]

    private static let mails: [Query] = [
        // A letter that was begun. Its end stands apart: one without an end may have been sent or not, and is never sent again.
        """
        CREATE TABLE notice_mails (
            id \(column: .identity),
            account \(column: .integer) NOT NULL REFERENCES accounts (id),
            address \(column: .text) NOT NULL,
            message_id \(column: .text) NOT NULL,
            at \(column: .text) NOT NULL)
        """,
        """
        CREATE TABLE notice_mail_items (
            notice \(column: .integer) NOT NULL REFERENCES notices (id),
            mail \(column: .integer) NOT NULL REFERENCES notice_mails (id),
            PRIMARY KEY (notice, mail))
        """,
        """
        CREATE TABLE notice_mail_ends (
            mail \(column: .integer) PRIMARY KEY REFERENCES notice_mails (id),
            at \(column: .text) NOT NULL,
            -- sent, refused (by the server, for ever), not-sent (it will be tried anew), unknown (no answer came)
            outcome \(column: .text) NOT NULL,
            -- what the server said
            reason \(column: .text))
        """,
    ]

    private static let days: [Query] = [
        // The days whose daily work was enqueued, by whichever server noticed first that a day had begun.
        """
        CREATE TABLE daily_work (
            day \(column: .text) PRIMARY KEY,
            job \(column: .integer) NOT NULL)
        """
    ]
}

package import Storage

/// The tables of positions, accounts and who held which position when.
package enum PeopleSchema {
    /// In order; a released step never changes. The tables of organisations and of the journal stand before.
    package static let migrations = [
        Migration(
            "people.1",
            [
                """
                CREATE TABLE positions (
                    id \(column: .identity),
                    organisation \(column: .integer) NOT NULL REFERENCES organisations (id),
                    title \(column: .text) NOT NULL,
                    role \(column: .text) NOT NULL)
                """,
                "CREATE INDEX positions_of_organisation ON positions (organisation)",
                """
                CREATE TABLE accounts (
                    id \(column: .identity),
                    login \(column: .text) NOT NULL UNIQUE,
                    name \(column: .text) NOT NULL)
                """,
                // Apart, so that nothing that reads accounts can let a hash slip out.
                """
                CREATE TABLE account_passwords (
                    account \(column: .integer) PRIMARY KEY REFERENCES accounts (id),
                    hash \(column: .text) NOT NULL,
                    origin \(column: .text) NOT NULL)
                """,
                // The last row of an account says whether it can be used; none, that it always could.
                """
                CREATE TABLE account_standings (
                    id \(column: .identity),
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    standing \(column: .text) NOT NULL,
                    day \(column: .text) NOT NULL,
                    reason \(column: .text) NOT NULL,
                    entry \(column: .integer) NOT NULL REFERENCES journal (id))
                """,
                "CREATE INDEX account_standings_of_account ON account_standings (account, id)",
                """
                CREATE TABLE holdings (
                    id \(column: .identity),
                    position \(column: .integer) NOT NULL REFERENCES positions (id),
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    from_day \(column: .text) NOT NULL,
                    -- the first day on which it no longer holds
                    until_day \(column: .text),
                    CHECK (until_day >= from_day))
                """,
                "CREATE INDEX holdings_of_position ON holdings (position, from_day)",
                "CREATE INDEX holdings_of_account ON holdings (account)",
                "CREATE UNIQUE INDEX holdings_now ON holdings (position) WHERE until_day IS NULL",
                """
                CREATE TABLE sign_in_attempts (
                    id \(column: .identity),
                    login_hash \(column: .text) NOT NULL,
                    at \(column: .text) NOT NULL)
                """,
                "CREATE INDEX sign_in_attempts_of_login ON sign_in_attempts (login_hash, at)",
                "CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (at)",
            ]),
        // Everything here is a secret or the hash of one: an export has none of it.
        Migration(
            "people.2",
            [
                """
                CREATE TABLE second_steps (
                    account \(column: .integer) PRIMARY KEY REFERENCES accounts (id),
                    -- in base 32; the codes are made of it, so a hash would not do
                    secret \(column: .text) NOT NULL,
                    since \(column: .text) NOT NULL,
                    -- the half minute of the last code: none serves twice
                    last_step \(column: .integer) NOT NULL)
                """,
                """
                CREATE TABLE recovery_codes (
                    hash \(column: .text) PRIMARY KEY,
                    account \(column: .integer) NOT NULL REFERENCES accounts (id))
                """,
                "CREATE INDEX recovery_codes_of_account ON recovery_codes (account)",
                """
                CREATE TABLE reset_links (
                    hash \(column: .text) PRIMARY KEY,
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    until \(column: .text) NOT NULL)
                """,
                "CREATE INDEX reset_links_of_account ON reset_links (account)",
            ]),
    ]
}

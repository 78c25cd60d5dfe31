package import Storage

/// The tables of the secrets by which programs come in.
package enum TokenSchema {
    /// In order; a released step never changes. The tables of people and of the journal stand before.
    package static let migrations = [
        Migration(
            "tokens.1",
            [
                """
                CREATE TABLE access_tokens (
                    id \(column: .identity),
                    secret_hash \(column: .text) NOT NULL UNIQUE,
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    -- null for all positions of the account
                    position \(column: .integer) REFERENCES positions (id),
                    purpose \(column: .text) NOT NULL,
                    name \(column: .text) NOT NULL,
                    made_at \(column: .text) NOT NULL,
                    last_day \(column: .text),
                    used_at \(column: .text),
                    entry \(column: .integer) NOT NULL REFERENCES journal (id),
                    CHECK (purpose <> 'api' OR position IS NOT NULL AND last_day IS NOT NULL))
                """,
                "CREATE INDEX access_tokens_of_account ON access_tokens (account)",
                """
                CREATE TABLE access_token_revocations (
                    token \(column: .integer) PRIMARY KEY REFERENCES access_tokens (id),
                    at \(column: .text) NOT NULL,
                    entry \(column: .integer) NOT NULL REFERENCES journal (id))
                """,
            ])
    ]
}

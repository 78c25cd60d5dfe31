package import Storage

/// The table of sessions.
package enum SessionSchema {
    /// In order; a released step never changes. The tables of people stand before.
    package static let migrations = [
        Migration(
            "sessions.1",
            [
                """
                CREATE TABLE sessions (
                    id \(column: .identity),
                    -- of the secret in the browser's cookie
                    secret_hash \(column: .text) NOT NULL UNIQUE,
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    -- for which position; null before one is chosen
                    position \(column: .integer) REFERENCES positions (id),
                    stage \(column: .text) NOT NULL,
                    started_at \(column: .text) NOT NULL,
                    seen_at \(column: .text) NOT NULL,
                    remote \(column: .text) NOT NULL,
                    agent \(column: .text) NOT NULL,
                    CHECK (stage <> 'open' OR position IS NOT NULL))
                """,
                "CREATE INDEX sessions_of_account ON sessions (account)",
                "CREATE INDEX sessions_by_seen ON sessions (seen_at)",
            ])
    ]
}

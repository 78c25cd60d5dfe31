package import Storage

/// The tables of files that people bring to be read. A file lies here only until it has been read: what comes of it is a registered
/// document with a kept file, or nothing.
package enum UploadSchema {
    /// In order; a released step never changes. The tables of plans and of jobs stand before.
    package static let migrations = [
        Migration(
            "uploads.1",
            [
                """
                CREATE TABLE uploads (
                    id \(column: .identity),
                    -- the same of files that were brought together
                    batch \(column: .text) NOT NULL,
                    -- as its bringer called it
                    name \(column: .text) NOT NULL,
                    sha256 \(column: .text) NOT NULL,
                    size \(column: .integer) NOT NULL,
                    came \(column: .text) NOT NULL,
                    -- who brought it, for which position, with the names of then
                    account \(column: .integer) NOT NULL REFERENCES accounts (id),
                    account_name \(column: .text) NOT NULL,
                    position \(column: .integer) NOT NULL REFERENCES positions (id),
                    position_title \(column: .text) NOT NULL,
                    unit \(column: .integer) NOT NULL REFERENCES organisations (id),
                    unit_name \(column: .text) NOT NULL,
                    -- the last job that reads it, which may be gone when it has ended; null where it was known at once
                    job \(column: .integer))
                """,
                "CREATE INDEX uploads_by_unit ON uploads (unit, id)",
                // Gone when it has been read.
                """
                CREATE TABLE upload_pieces (
                    upload \(column: .integer) NOT NULL REFERENCES uploads (id),
                    number \(column: .integer) NOT NULL,
                    bytes \(column: .bytes) NOT NULL,
                    PRIMARY KEY (upload, number))
                """,
                """
                CREATE TABLE upload_endings (
                    upload \(column: .integer) PRIMARY KEY REFERENCES uploads (id),
                    -- imported, sameFile, sameDocument, secret, unreadable, noText, refused, removed
                    outcome \(column: .text) NOT NULL,
                    -- the document that came of it, or that it was
                    document \(column: .integer) REFERENCES documents (id),
                    -- why it could not be read, by a key of a catalogue
                    reason \(column: .text),
                    reason_values \(column: .text),
                    ended \(column: .text) NOT NULL)
                """,
            ])
    ]
}

package import Storage

/// The tables of registered documents. A document stands once, whatever the number of files it came in.
package enum DocumentSchema {
    /// In order; a released step never changes. The tables of organisations, of the journal and of kept files stand before.
    package static let migrations = [documents, contents, order]

    private static let documents =
        Migration(
            "documents.1",
            [
                """
                CREATE TABLE documents (
                    id \(column: .identity),
                    type \(column: .text) NOT NULL,
                    number \(column: .text),
                    symbol \(column: .text),
                    -- of issue
                    day \(column: .text),
                    place \(column: .text),
                    issuer \(column: .text),
                    parent_issuer \(column: .text),
                    -- the unit that the issuer's words mean on its day, and the province whose units its words name
                    issuer_unit \(column: .integer) REFERENCES organisations (id),
                    province \(column: .integer) REFERENCES organisations (id),
                    title \(column: .text),
                    signer_capacity \(column: .text),
                    signer_position \(column: .text),
                    signer_name \(column: .text),
                    pages \(column: .integer),
                    -- the kept file, and the name it came under
                    file \(column: .integer) NOT NULL UNIQUE REFERENCES kept_files (id),
                    file_name \(column: .text) NOT NULL,
                    -- number, day and issuer, folded: what makes two files one document; null where one of them is missing
                    identity \(column: .text) UNIQUE,
                    registered \(column: .text) NOT NULL,
                    version \(column: .integer) NOT NULL DEFAULT 1)
                """,
                "CREATE INDEX documents_by_day ON documents (day, id)",
                // What is long stands apart: lists read the table above.
                """
                CREATE TABLE document_readings (
                    document \(column: .integer) PRIMARY KEY REFERENCES documents (id),
                    -- the JSON of `nhipcau read --json`, as it was read
                    reading \(column: .text) NOT NULL,
                    -- the extracted text that places count lines in
                    lines \(column: .text) NOT NULL)
                """,
                """
                CREATE TABLE document_citations (
                    document \(column: .integer) NOT NULL REFERENCES documents (id),
                    position \(column: .integer) NOT NULL,
                    number \(column: .text) NOT NULL,
                    -- folded, without spaces: what it is found by
                    number_key \(column: .text) NOT NULL,
                    type \(column: .text) NOT NULL,
                    day \(column: .text),
                    issuer \(column: .text),
                    PRIMARY KEY (document, position))
                """,
                "CREATE INDEX document_citations_by_number ON document_citations (number_key)",
            ])

    /// The keys by which lists are ordered by texts (``SortKey``).
    private static let order = Migration(
        "documents.3",
        [
            // of the title, else of the file's name
            "ALTER TABLE documents ADD COLUMN title_key \(column: .text)",
            "ALTER TABLE documents ADD COLUMN issuer_key \(column: .text)",
        ],
        filling: { db in
            try SortKey.fill("documents", "title_key", from: "coalesce(title, file_name)", db)
            try SortKey.fill("documents", "issuer_key", from: "issuer", db)
        })

    private static let contents = Migration(
        "documents.2",
        [
            """
            CREATE TABLE document_contents (
                document \(column: .integer) PRIMARY KEY REFERENCES documents (id),
                -- what stands on the paper, as JSON (Sources/Documents/Content)
                content \(column: .text) NOT NULL,
                -- of the file: what it was by its bytes
                format \(column: .text) NOT NULL)
            """,
            // Drawn from the kept file, and can be drawn again.
            """
            CREATE TABLE document_pictures (
                document \(column: .integer) NOT NULL REFERENCES documents (id),
                page \(column: .integer) NOT NULL,
                -- JPEG
                bytes \(column: .bytes) NOT NULL,
                PRIMARY KEY (document, page))
            """,
        ])
}

package import Office
package import Storage
package import WorkCalendar

/// A document that is registered, as lists show it.
package struct RegisteredDocument: Sendable, Equatable {
    /// The key of its row.
    package var id: Int
    /// By the type line, else by the symbol.
    package var type: DocumentType
    /// "243/KH-UBND"; `nil` where the document leaves it blank.
    package var number: String?
    /// "KH-UBND"
    package var symbol: String?
    /// Of issue.
    package var day: Day?
    /// As written, in full.
    package var issuer: String?
    /// The unit that the issuer's words mean, and the province whose bodies its words name.
    package var scope: DocumentScope
    /// The subject under the type.
    package var title: String?
    /// The kept file, and the name it came under.
    package var file: Int
    package var fileName: String
    /// Number of pages, where the format has any.
    package var pages: Int?
    /// When it was registered.
    package var registered: Instant
    /// Raised with every change.
    package var version: Int

    /// The columns of ``init(_:)``, in its order.
    static let columns: Query = """
        id, type, number, symbol, day, issuer, issuer_unit, province, title, file, file_name, pages, registered, version
        """

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        type = try fields.next()
        number = try fields.next()
        symbol = try fields.next()
        day = try fields.next()
        issuer = try fields.next()
        scope = DocumentScope(issuer: try fields.next(), province: try fields.next())
        title = try fields.next()
        file = try fields.next()
        fileName = try fields.next()
        pages = try fields.next()
        registered = try fields.next()
        version = try fields.next()
    }
}

extension DocumentType: Storable {}

extension Journal.Subject {
    /// A registered document.
    package static func document(_ id: Int) -> Self { Self("document", id) }
}

extension DocumentRegister {
    /// A document by its key.
    package static func document(_ id: Int, _ db: Transaction) throws -> RegisteredDocument? {
        try db.first("SELECT \(RegisteredDocument.columns) FROM documents WHERE id = \(id)") {
            try RegisteredDocument(&$0)
        }
    }

    /// Documents of a kind, or all, the newest first.
    /// - Parameter limit: The most of a page.
    package static func documents(
        of type: DocumentType? = nil, limit: Int = 50, offset: Int = 0, _ db: Transaction
    ) throws -> [RegisteredDocument] {
        let condition: Query = type.map { "WHERE type = \($0)" } ?? ""
        return try db.all(
            """
            SELECT \(RegisteredDocument.columns) FROM documents \(condition)
            ORDER BY coalesce(day, '') DESC, id DESC LIMIT \(limit) OFFSET \(offset)
            """
        ) { try RegisteredDocument(&$0) }
    }

    /// What was read of a document, as it was read.
    /// - Throws: ``MalformedReading`` where what is kept is damaged.
    package static func reading(of id: Int, _ db: Transaction) throws -> OfficialDocument? {
        let json: String? = try db.value("SELECT reading FROM document_readings WHERE document = \(id)")
        return try json.map { try OfficialDocument(json: Array($0.utf8)) }
    }

    /// The extracted text of a document, line by line.
    package static func lines(of id: Int, _ db: Transaction) throws -> [String] {
        let text: String? = try db.value("SELECT lines FROM document_readings WHERE document = \(id)")
        return text?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
    }

    /// The registered documents that cite a number, the newest first.
    package static func documents(citing number: String, _ db: Transaction) throws -> [RegisteredDocument] {
        try db.all(
            """
            SELECT \(RegisteredDocument.columns) FROM documents WHERE id IN (
                SELECT document FROM document_citations WHERE number_key = \(DocumentIdentity.key(ofNumber: number)))
            ORDER BY coalesce(day, '') DESC, id DESC
            """
        ) { try RegisteredDocument(&$0) }
    }
}

package import Office
package import Storage
import Wording
import WorkCalendar

/// Registering documents: each stands once, with its file, what was read of it, its citations, and its text to be found by.
package enum DocumentRegister {
    /// What registering came to.
    package enum Registration: Sendable, Equatable {
        /// It is new.
        case new(Int)
        /// It stands already, and nothing was stored.
        case known(Int, Recognition)

        /// The document's key.
        package var document: Int {
            switch self {
            case .new(let id), .known(let id, _): id
            }
        }
    }

    /// By what a document was recognised.
    package enum Recognition: String, Sendable, CaseIterable {
        /// The very same file.
        case sameFile
        /// Another file with the same number, day and issuer.
        case sameDocument
    }

    /// The document that this file is, where it stands already; asked before anything of it is read.
    package static func known(sha256: String, _ db: Transaction) throws -> Int? {
        try db.value(
            """
            SELECT d.id FROM documents AS d JOIN kept_files AS f ON f.id = d.file WHERE f.sha256 = \(sha256)
            """)
    }

    /// Registers a document, unless it stands already.
    package static func register(
        _ handover: Handover, file: FileKeeper.Arrival, name: String, scope: DocumentScope, keeper: FileKeeper,
        by act: Act, _ db: Transaction
    ) throws -> Registration {
        if let id = try known(sha256: file.sha256, db) { return .known(id, .sameFile) }
        let identity = DocumentIdentity.key(of: handover.document.header)
        if let identity, let id: Int = try db.value("SELECT id FROM documents WHERE identity = \(identity)") {
            return .known(id, .sameDocument)
        }
        let kept = try keeper.keep(file, by: act, db)
        let id = try insert(handover.document.header, kept, name, identity, scope, act, db)
        try insert(handover, of: id, db)
        try index(handover, of: id, db)
        let header = handover.document.header
        try Journal.record(
            "document.register", of: .document(id),
            after: [
                "number": header.number, "day": header.date?.description, "issuer": header.issuer,
                "title": header.title, "file": kept.sha256,
            ], by: act, db)
        return .new(id)
    }

    private static func insert(
        _ header: DocumentHeader, _ file: KeptFile, _ name: String, _ identity: String?, _ scope: DocumentScope,
        _ act: Act, _ db: Transaction
    ) throws -> Int {
        try db.insert(
            """
            INSERT INTO documents (type, number, symbol, day, place, issuer, parent_issuer, issuer_unit, province, title,
                signer_capacity, signer_position, signer_name, pages, file, file_name, identity, registered, title_key,
                issuer_key)
            VALUES (\(header.type), \(header.number.stored), \(header.symbol.stored), \(header.date.stored),
                \(header.place.stored), \(header.issuer.stored), \(header.parentIssuer.stored), \(scope.issuer.stored),
                \(scope.province.stored), \(header.title.stored), \((header.signer?.capacity).stored),
                \((header.signer?.position).stored), \((header.signer?.name).stored), \(header.pages.stored), \(file.id),
                \(name), \(identity.stored), \(act.at), \(SortKey.of(header.title ?? name)),
                \(header.issuer.map(SortKey.of)))
            """)
    }

    private static func insert(_ handover: Handover, of id: Int, _ db: Transaction) throws {
        let reading = String(decoding: handover.document.json(Catalogue.none), as: UTF8.self)
        let lines = handover.lines.joined(separator: "\n")
        try db.run("INSERT INTO document_readings (document, reading, lines) VALUES (\(id), \(reading), \(lines))")
        try DocumentContent.keep(handover.content, format: handover.format, of: id, db)
        let citations = handover.document.citations.enumerated().map { index, citation -> [Value] in
            [
                id.stored, (index + 1).stored, citation.number.stored,
                DocumentIdentity.key(ofNumber: citation.number).stored, citation.type.stored, citation.date.stored,
                citation.issuer.stored,
            ]
        }
        try db.insert(
            "INSERT INTO document_citations (document, position, number, number_key, type, day, issuer)",
            rows: citations)
    }

    /// Puts the text where it is found by words, in parts that stay short enough to be shown.
    private static func index(_ handover: Handover, of id: Int, _ db: Transaction) throws {
        let header = handover.document.header
        let title = [header.number ?? header.symbol, header.title].compactMap(\.self).joined(separator: " ")
        for (part, body) in TextParts.cut(handover.lines).enumerated() {
            // The title weighs in the first part alone, or every part would answer to its words.
            try Search.put(
                SearchEntry(kind: "document", subject: id, part: part, title: part == 0 ? title : "", body: body), db)
        }
    }
}

/// A long text in parts of whole lines.
enum TextParts {
    /// Bytes of a part, unless one line is longer.
    static let length = 6_000

    static func cut(_ lines: [String]) -> [String] {
        var parts: [String] = [""]
        for line in lines where !line.allSatisfy(\.isWhitespace) {
            if let last = parts.last, !last.isEmpty, last.utf8.count + line.utf8.count > length { parts.append("") }
            parts[parts.count - 1] += (parts.last?.isEmpty ?? true) ? line : "\n" + line
        }
        return parts
    }
}

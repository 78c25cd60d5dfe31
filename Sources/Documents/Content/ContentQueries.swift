import Markup
package import Paper
package import Storage

extension DocumentContent {
    /// Keeps what stands on the paper of a new document.
    static func keep(_ content: DocumentContent, format: FileFormat, of id: Int, _ db: Transaction) throws {
        var json = JSONWriter(indentation: 0)
        json.object { content.write(to: &$0) }
        try db.run(
            """
            INSERT INTO document_contents (document, content, format)
            VALUES (\(id), \(String(decoding: json.bytes, as: UTF8.self)), \(format.rawValue))
            """)
    }

    /// What stands on the paper of a document; its lines alone where it was registered before more was kept.
    /// - Throws: ``MalformedReading`` where what is kept is damaged.
    package static func of(_ id: Int, _ db: Transaction) throws -> DocumentContent {
        let lines = try DocumentRegister.lines(of: id, db)
        let json: String? = try db.value("SELECT content FROM document_contents WHERE document = \(id)")
        guard let json else { return DocumentContent(lines: lines) }
        return try MalformedReading.decoding(ContentParts.self, Array(json.utf8)).content(lines: lines.count)
    }
}

/// The pictures of a document's pages.
package enum DocumentPictures {
    /// As many pages as a person leafs through; a longer document is read as text.
    package static let most = 200

    /// What kind of file a document came as; `nil` where that was not kept yet.
    package static func format(of id: Int, _ db: Transaction) throws -> FileFormat? {
        let format: String? = try db.value("SELECT format FROM document_contents WHERE document = \(id)")
        return format.flatMap(FileFormat.init(rawValue:))
    }

    /// Keeps pictures of pages that follow each other; those that are there already stay.
    package static func keep(_ pictures: [[UInt8]], from page: Int, of id: Int, _ db: Transaction) throws {
        for (index, bytes) in pictures.enumerated() {
            try db.run(
                """
                INSERT INTO document_pictures (document, page, bytes) VALUES (\(id), \(page + index), \(bytes))
                ON CONFLICT DO NOTHING
                """)
        }
    }

    /// The pages that have a picture.
    package static func pages(of id: Int, _ db: Transaction) throws -> Set<Int> {
        Set(try db.all("SELECT page FROM document_pictures WHERE document = \(id)") { try $0.next(Int.self) })
    }

    /// The picture of a page (JPEG).
    package static func picture(of id: Int, page: Int, _ db: Transaction) throws -> [UInt8]? {
        try db.value("SELECT bytes FROM document_pictures WHERE document = \(id) AND page = \(page)")
    }
}

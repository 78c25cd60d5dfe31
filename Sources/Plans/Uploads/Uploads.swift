import Documents
package import Office
import Paper
package import Storage
import Wording
package import WorkCalendar

/// Files that people bring to be read: each intention and each question.
package enum Uploads {
    /// The largest file, in bytes.
    package static let fileBytes = 50 << 20
    /// The most files that are brought at once.
    package static let filesAtOnce = 20

    /// A file on the disk of the server, looked at from outside: nothing of it was opened.
    package struct Arrival: Sendable {
        /// As its bringer called it, made harmless.
        package let name: String
        let content: FileContent
        let sha256: String
        let size: Int
    }

    /// Takes the measure of a file. It blocks the thread.
    /// - Parameter name: As its bringer called it.
    /// - Throws: ``Refusal`` where it is empty, too large or nothing that could be read; ``StorageError`` where the disk fails.
    package static func look(at content: FileContent, name: String) throws -> Arrival {
        let name = harmless(name)
        var head: [UInt8] = []
        let sum = try content.sum { piece in
            if head.isEmpty { head = Array(piece.prefix(4096)) }
        }
        guard sum.size > 0 else { throw Refusal("upload.empty", ["name": name]) }
        guard sum.size <= fileBytes else {
            throw Refusal("upload.large", ["name": name, "limit": String(fileBytes >> 20)])
        }
        guard FileFormat.isConceivable(head) else { throw Refusal("upload.kind", ["name": name]) }
        return Arrival(name: name, content: content, sha256: sum.sha256, size: sum.size)
    }

    /// The last part of a name, without control characters and what turns the direction of writing, never empty.
    static func harmless(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let kept = last.unicodeScalars.filter {
            !$0.properties.isBidiControl && $0.properties.generalCategory != .control
        }
        let text = String(String(String.UnicodeScalarView(kept)).prefix(200)).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        return text.isEmpty || text == "." || text == ".." ? "?" : text
    }

    /// Takes a file in; it will be read. One that stands already ends at once.
    /// - Parameter batch: The same for files that were brought together.
    /// - Returns: The key of the upload.
    /// - Throws: ``Refusal`` where nobody brings it.
    @discardableResult package static func receive(
        _ arrival: Arrival, batch: String, by act: Act, _ db: Transaction
    ) throws -> Int {
        guard case .holder(let account, let position, let unit) = act.actor else { throw Refusal("upload.nobody") }
        let id = try db.insert(
            """
            INSERT INTO uploads (batch, name, sha256, size, came, account, account_name, position, position_title, unit,
                unit_name)
            VALUES (\(batch), \(arrival.name), \(arrival.sha256), \(arrival.size), \(act.at), \(account.id),
                \(account.name), \(position.id), \(position.name), \(unit.id), \(unit.name))
            """)
        try Journal.record(
            "upload.receive", of: .upload(id), after: ["name": arrival.name, "size": arrival.size], by: act, db)
        if let known = try DocumentRegister.known(sha256: arrival.sha256, db) {
            try end(id, .sameFile, document: known, by: act, db)
            return id
        }
        var number = 0
        try arrival.content.pieces { piece in
            try db.run("INSERT INTO upload_pieces (upload, number, bytes) VALUES (\(id), \(number), \(piece))")
            number += 1
        }
        try enqueue(id, now: act.at, db)
        return id
    }

    /// Asks again for a file that was tried as often as it may.
    /// - Throws: ``Refusal`` where it is not stuck.
    package static func retry(_ id: Int, by act: Act, _ db: Transaction) throws {
        guard try one(id, now: act.at, db)?.state == .stuck else { throw Refusal("upload.not-stuck") }
        try Journal.record("upload.retry", of: .upload(id), by: act, db)
        try enqueue(id, now: act.at, db)
    }

    /// Takes a file away that has not been read.
    /// - Throws: ``Refusal`` where it has ended.
    package static func remove(_ id: Int, by act: Act, _ db: Transaction) throws {
        guard let upload = try one(id, now: act.at, db) else { throw Refusal("upload.no-upload") }
        if case .ended = upload.state { throw Refusal("upload.ended") }
        try end(id, .removed, by: act, db)
    }

    private static func enqueue(_ id: Int, now: Instant, _ db: Transaction) throws {
        let job = try Jobs.enqueue(
            ReadingWork.read, "{\"upload\":\(id)}", key: String(id), runAfter: now, attempts: 3, db)
        try db.run("UPDATE uploads SET job = \(job) WHERE id = \(id)")
    }

    /// Ends it: its bytes are gone from here.
    static func end(
        _ id: Int, _ outcome: Upload.Outcome, document: Int? = nil, reason: Message? = nil, by act: Act,
        _ db: Transaction
    ) throws {
        try db.run("DELETE FROM upload_pieces WHERE upload = \(id)")
        try db.run(
            """
            INSERT INTO upload_endings (upload, outcome, document, reason, reason_values, ended)
            VALUES (\(id), \(outcome), \(document), \(reason?.key), \(reason?.json), \(act.at))
            """)
        try Journal.record(
            "upload.end", of: .upload(id), after: ["outcome": outcome.rawValue, "document": document], by: act, db)
    }

    /// One of them.
    package static func one(_ id: Int, now: Instant, _ db: Transaction) throws -> Upload? {
        try db.first("SELECT \(Upload.columns) FROM \(Upload.tables) WHERE u.id = \(id)") {
            try Upload(&$0, now: now)
        }
    }

    /// The latest, the newest first: those that positions of these units brought.
    package static func latest(
        _ scope: Scope, offset: Int = 0, limit: Int = 50, now: Instant, _ db: Transaction
    ) throws -> [Upload] {
        try db.all(
            """
            SELECT \(Upload.columns) FROM \(Upload.tables) WHERE \(scope.condition("u.unit"))
            ORDER BY u.id DESC LIMIT \(limit) OFFSET \(offset)
            """
        ) { try Upload(&$0, now: now) }
    }

    /// The bytes of one that has not ended, piece by piece.
    static func read(_ id: Int, _ db: Transaction, _ body: ([UInt8]) throws -> Void) throws {
        var number = 0
        // One piece a query: an engine may hold all rows of an answer.
        while let piece = try db.value(
            "SELECT bytes FROM upload_pieces WHERE upload = \(id) AND number = \(number)", [UInt8].self)
        {
            try body(piece)
            number += 1
        }
    }
}

import Dispatch
import Glibc
package import Storage

/// Keeps the bytes of files: in the database, which makes a backup one thing, or in a folder beside it (docs/files.md).
package struct FileKeeper: Sendable {
    /// Where new files go. Files that went elsewhere before are read there.
    package enum Place: Hashable, Sendable {
        case database
        /// The path of a folder, made where it is not.
        case folder(String)
    }

    /// Where new files go.
    package let place: Place
    /// The folder of files, where there is one.
    private let folder: FileFolder?
    /// The largest file, in bytes.
    package let limit: Int

    /// - Parameter limit: The largest file, in bytes: 200 MB unless told.
    package init(_ place: Place = .database, limit: Int = 200_000_000) {
        self.place = place
        self.limit = limit
        folder =
            switch place {
            case .database: nil
            case .folder(let path): FileFolder(path: path)
            }
    }

    /// A file that has come and is not yet kept.
    package struct Arrival: Sendable {
        /// Of its bytes.
        package let sha256: String
        /// In bytes.
        package let size: Int
        let content: FileContent
        let name: String
        let mediaType: String
    }

    /// Takes the measure of a file before the transaction that keeps it; into a folder it is copied now, for the file comes first
    /// and its row after. It blocks the thread.
    /// - Parameter name: As its sender called it.
    /// - Throws: ``Refusal`` where it is too large; ``StorageError`` where it cannot be read or written.
    package func receive(_ content: FileContent, name: String, mediaType: String) throws -> Arrival {
        var size = 0
        func measure(_ piece: [UInt8]) throws {
            size += piece.count
            guard size <= limit else {
                throw Refusal("file.large", ["name": name, "limit": String(limit / 1_000_000)])
            }
        }
        var sum = FileSum()
        if let folder {
            sum = try folder.add(content, measure)
        } else {
            try content.pieces { piece in
                try measure(piece)
                sum.add(piece)
            }
        }
        return Arrival(sha256: sum.sha256, size: size, content: content, name: name, mediaType: mediaType)
    }

    /// The same off the threads that serve everything else, for a page.
    package func received(_ content: FileContent, name: String, mediaType: String) async throws -> Arrival {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try receive(content, name: name, mediaType: mediaType) })
            }
        }
    }

    /// Keeps a file that was received; what is kept already only gets another name.
    package func keep(_ arrival: Arrival, by act: Act, _ db: Transaction) throws -> KeptFile {
        let file = try KeptFiles.find(arrival.sha256, db) ?? add(arrival, by: act, db)
        try db.run(
            "INSERT INTO kept_file_names (file, name) VALUES (\(file.id), \(arrival.name)) ON CONFLICT DO NOTHING")
        return file
    }

    private func add(_ arrival: Arrival, by act: Act, _ db: Transaction) throws -> KeptFile {
        let place: KeptFile.Place = folder == nil ? .database : .folder
        let id = try db.insert(
            """
            INSERT INTO kept_files (sha256, size, media_type, place)
            VALUES (\(arrival.sha256), \(arrival.size), \(arrival.mediaType), \(place))
            """)
        try Journal.record(
            "file.keep", of: .file(id),
            after: ["sha256": arrival.sha256, "size": arrival.size, "name": arrival.name], by: act, db)
        if place == .database { try addPieces(of: arrival, to: id, db) }
        guard let file = try KeptFiles.find(arrival.sha256, db) else { throw StorageError(.fault, "no kept file") }
        return file
    }

    private func addPieces(of arrival: Arrival, to id: Int, _ db: Transaction) throws {
        var sum = FileSum()
        var number = 0
        try arrival.content.pieces { piece in
            sum.add(piece)
            try db.run("INSERT INTO kept_file_pieces (file, number, bytes) VALUES (\(id), \(number), \(piece))")
            number += 1
        }
        guard sum.sha256 == arrival.sha256 else { throw Refusal("file.changing", ["name": arrival.name]) }
    }

    /// The bytes of a kept file, piece by piece.
    /// - Throws: ``StorageError`` of kind `damaged` where they are not there or, after the last piece, where they are not those that
    ///   were kept; ``Refusal`` where they are in a folder and none is set.
    package func read(_ file: KeptFile, _ db: Transaction, _ body: ([UInt8]) throws -> Void) throws {
        var sum = FileSum()
        func take(_ piece: [UInt8]) throws {
            sum.add(piece)
            try body(piece)
        }
        switch file.place {
        case .folder:
            guard let folder else { throw Refusal("file.folder") }
            try folder.read(file.sha256, take)
        case .database:
            // One piece a query: an engine may hold all rows of an answer.
            for number in 0..<(file.size + FileContent.pieceLength - 1) / FileContent.pieceLength {
                let piece: [UInt8]? = try db.value(
                    "SELECT bytes FROM kept_file_pieces WHERE file = \(file.id) AND number = \(number)")
                if let piece { try take(piece) }
            }
        }
        guard sum.sha256 == file.sha256 else { throw StorageError(.damaged, file.sha256) }
    }

    /// Takes the bytes of a file out of the folder that the database has no more (``KeptFiles/erase(_:_:)``).
    package func discard(_ sha256: String) {
        if let folder { unlink(folder.path(of: sha256)) }
    }

    /// All bytes of a kept file.
    package func bytes(of file: KeptFile, _ db: Transaction) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(file.size)
        try read(file, db) { bytes += $0 }
        return bytes
    }
}

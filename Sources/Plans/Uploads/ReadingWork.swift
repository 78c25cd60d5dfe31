package import Documents
import Foundation
package import Office
import Paper
package import Storage
package import Wording
package import WorkCalendar

/// Reading what was brought, and drawing its pages: jobs, so that they outlive the server that began them.
package struct ReadingWork: Sendable {
    /// Reads an upload: `{"upload": 12}`.
    package static let read = "document.read"
    /// Draws the pages of a document: `{"document": 7}`.
    package static let draw = "document.draw"

    /// Pages that are drawn by one process, and kept together.
    private static let pagesAtOnce = 8

    /// Reads files that nobody vouches for.
    let reader: FileReader
    /// Keeps the files of documents.
    let keeper: FileKeeper
    /// The time.
    let now: @Sendable () -> Instant

    /// All of its parts.
    package init(_ reader: FileReader, keeper: FileKeeper, now: @escaping @Sendable () -> Instant = { .now }) {
        self.reader = reader
        self.keeper = keeper
        self.now = now
    }

    /// What a job could not be done for now; later it may.
    package struct NotNow: Error {
        /// For whoever keeps the system.
        package let reason: Message
    }

    /// Reads one upload; what came of it stands in one transaction with the end of the job.
    /// - Parameter progress: Told how many pages are done, of how many; on any thread.
    /// - Throws: ``NotNow``; `Jobs.LeaseLost`.
    package func read(_ job: Job, in store: Store, progress: @escaping FileReader.Progress) async throws {
        let id = try Payload(job).number("upload")
        let upload = try await store.read { try Uploads.one(id, now: now(), $0) }
        guard let upload, upload.isOpen || upload.state == .stuck else {
            // Taken away, or done by another server whose answer was lost.
            return try await store.write { try Jobs.finish(job, now: now(), $0) }
        }
        let file = try PrivateFile()
        defer { file.remove() }
        try await store.read { db in try file.fill { write in try Uploads.read(id, db, write) } }
        let reading = await reader.read(file.path, progress)
        try Task.checkCancellation()
        switch reading {
        case .read(let handover):
            guard handover.lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
                return try await end(job, upload, .noText, store)
            }
            try await keep(handover, file, job, upload, store)
        case .secret: try await end(job, upload, .secret, store)
        case .unreadable(let reason): try await end(job, upload, .unreadable, reason: reason, store)
        case .notTried(let reason): throw NotNow(reason: reason)
        }
    }

    private func keep(
        _ handover: Handover, _ file: PrivateFile, _ job: Job, _ upload: Upload, _ store: Store
    ) async throws {
        let act = Act(upload.who, at: now())
        do {
            let arrival = try keeper.receive(
                .path(file.path), name: upload.name, mediaType: handover.format.mediaType)
            try await store.write { db in
                guard try Uploads.one(upload.id, now: act.at, db)?.hasEnded == false else {
                    return try Jobs.finish(job, now: act.at, db)
                }
                let imported = try PlanImport.store(
                    handover, file: arrival, name: upload.name, keeper: keeper, isAccepted: false, by: act, db)
                try Uploads.end(upload.id, imported.outcome, document: imported.document, by: act, db)
                if imported.recognition == nil, handover.format.hasPictures {
                    try Jobs.enqueue(
                        Self.draw, "{\"document\":\(imported.document)}", key: String(imported.document),
                        runAfter: act.at, attempts: 3, db)
                }
                try Jobs.finish(job, now: act.at, db)
            }
        } catch let refusal as Refusal {
            try await end(job, upload, .refused, reason: refusal.message, store)
        }
    }

    private func end(
        _ job: Job, _ upload: Upload, _ outcome: Upload.Outcome, reason: Message? = nil, _ store: Store
    ) async throws {
        let act = Act(upload.who, at: now())
        try await store.write { db in
            if try Uploads.one(upload.id, now: act.at, db)?.hasEnded == false {
                try Uploads.end(upload.id, outcome, reason: reason, by: act, db)
            }
            try Jobs.finish(job, now: act.at, db)
        }
    }

    /// Draws the pages of one document that have no picture yet, some at a time: a killed server leaves the rest to another.
    /// - Parameter progress: Told how many pages are done, of how many.
    /// - Throws: ``NotNow``; `Jobs.LeaseLost`.
    package func draw(_ job: Job, in store: Store, progress: @escaping FileReader.Progress) async throws {
        let id = try Payload(job).number("document")
        let (total, kept) = try await store.read { db in
            let sheets = try DocumentContent.of(id, db).sheets.count
            let file = try DocumentRegister.document(id, db).flatMap { try KeptFiles.file($0.file, db) }
            return (min(sheets, DocumentPictures.most), file)
        }
        if total > 0, let kept {
            let file = try PrivateFile()
            defer { file.remove() }
            try await store.read { db in try file.fill { write in try keeper.read(kept, db, write) } }
            for first in stride(from: 1, through: total, by: Self.pagesAtOnce) {
                let pages = first...min(first + Self.pagesAtOnce - 1, total)
                let present = try await store.read { try DocumentPictures.pages(of: id, $0) }
                if !present.isSuperset(of: pages) {
                    guard let pictures = await reader.draw(file.path, pages) else {
                        throw NotNow(reason: Message("upload.not-drawn"))
                    }
                    try await store.write { try DocumentPictures.keep(pictures, from: first, of: id, $0) }
                }
                progress(pages.upperBound, total)
            }
        }
        try await store.write { try Jobs.finish(job, now: now(), $0) }
    }
}

extension Upload {
    fileprivate var hasEnded: Bool { if case .ended = state { true } else { false } }
}

extension ImportedDocument {
    fileprivate var outcome: Upload.Outcome {
        switch recognition {
        case nil: .imported
        case .sameFile: .sameFile
        case .sameDocument: .sameDocument
        }
    }
}

/// What a job is to be done with.
private struct Payload {
    private let numbers: [String: Int]
    private let job: Int

    init(_ job: Job) {
        numbers = (try? JSONDecoder().decode([String: Int].self, from: Data(job.payload.utf8))) ?? [:]
        self.job = job.id
    }

    func number(_ name: String) throws -> Int {
        guard let number = numbers[name] else { throw StorageError(.damaged, "payload of job \(job)") }
        return number
    }
}

/// A file in a folder of its own that nobody else can read, for the time that it is being read.
private struct PrivateFile: Sendable {
    private let folder: URL

    init() throws {
        folder = URL.temporaryDirectory.appending(path: "nhipcau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Never the name under which the file came.
    var path: String { folder.appending(path: "file").path(percentEncoded: false) }

    /// Writes what the body gives, from the beginning.
    func fill(_ body: ((([UInt8]) throws -> Void) throws -> Void)) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? handle.close() }
        try handle.truncate(atOffset: 0)
        try body { try handle.write(contentsOf: Data($0)) }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}

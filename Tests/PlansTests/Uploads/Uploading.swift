import Documents
import Office
import Paper
import Plans
import Storage
import Synchronization
import TestSupport
import Testing
import Wording
import WorkCalendar

/// Files brought by the clerk of an office, and read by what the test hands in place of the restrained process.
enum Uploading {
    static let migrations = Office31.migrations + UploadSchema.migrations
    static let now = Office31.act.at

    /// Hải Phòng with an account in it.
    static func clerk() async throws -> Act {
        try await Office31.found()
        let actor = try await TestStore.current.write { db in
            let unit = try #require(try db.value("SELECT min(id) FROM organisations", OrganisationID.self))
            let account = try Accounts.add(login: "van.thu", name: "Lê Thị Thử", by: Office31.act, db)
            let position = try db.insert(
                "INSERT INTO positions (organisation, title, role) VALUES (\(unit), 'Văn thư', 'clerk')")
            return Actor.holder(
                account: Named(id: account.id.rawValue, name: account.name),
                position: Named(id: position, name: "Văn thư"),
                unit: Named(id: unit.rawValue, name: "Văn phòng"))
        }
        return Act(actor, at: now, day: Office31.today)
    }

    static func bring(_ text: String = SamplePaper.text, name: String = "ke-hoach.txt", by act: Act) async throws -> Int
    {
        let arrival = try Uploads.look(at: .bytes(Array(text.utf8)), name: name)
        return try await TestStore.current.write { try Uploads.receive(arrival, batch: "1", by: act, $0) }
    }

    static func upload(_ id: Int, now: Instant = now) async throws -> Upload {
        try #require(try await TestStore.current.read { try Uploads.one(id, now: now, $0) })
    }

    /// What a worker does with the job that has waited longest.
    static func lease(_ kind: String = ReadingWork.read, now: Instant = now) async throws -> Job? {
        try await TestStore.current.write { try Jobs.lease([kind], by: "test", for: 60, now: now, $0) }
    }

    static func work(_ job: Job?, _ reader: FileReader = .text) async throws {
        let work = ReadingWork(reader, keeper: FileKeeper()) { now }
        let job = try #require(job)
        if job.kind == ReadingWork.read {
            try await work.read(job, in: try TestStore.current) { _, _ in }
        } else {
            try await work.draw(job, in: try TestStore.current) { _, _ in }
        }
    }

    static func count(_ table: String) async throws -> Int {
        try await TestStore.current.read { try $0.value("SELECT count(*) FROM \(name: table)") ?? -1 }
    }
}

extension FileReader {
    /// Reads in this very process: the files of the tests are texts of ours.
    static let text = FileReader(
        read: { path, _ in
            do {
                let transcript = try await Transcriber.transcribe(path: path)
                let read = Handover(try DocumentReader.read(transcript, today: Office31.today), transcript)
                return .read(try Handover(json: read.json(try DocumentTexts.catalogue(.vi))))
            } catch is SecrecyMark {
                return .secret
            } catch let error as PaperError {
                return .unreadable(error.message)
            } catch {
                return .notTried(Message("\(error)"))
            }
        }, draw: { path, pages in try? await Transcriber.pictures(path: path, pages: pages) })

    /// Says the same of every file.
    static func saying(_ reading: Reading) -> FileReader {
        FileReader(read: { _, _ in reading }, draw: { _, _ in nil })
    }
}

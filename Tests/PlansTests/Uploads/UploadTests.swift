import Documents
import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@Suite(.onEachEngine(Uploading.migrations))
struct UploadTests {
    @Test func aFileThatWasBroughtIsReadIntoAPlanThatWaitsForItsReview() async throws {
        let clerk = try await Uploading.clerk()
        let id = try await Uploading.bring(by: clerk)
        #expect(try await Uploading.upload(id).state == .waiting)
        let job = try await Uploading.lease()
        #expect(try await Uploading.upload(id).state == .reading(done: nil, total: nil))
        try await Uploading.work(job)
        guard case .ended(let ending) = try await Uploading.upload(id).state else { return #expect(Bool(false)) }
        #expect(ending.outcome == .imported && ending.document != nil)
        let all = try await Office31.reviewed(ending.plan)
        #expect(!all.isEmpty && all.allSatisfy { $0.state == .draft })
        #expect(try await Uploading.count("upload_pieces") == 0)
        let plan = try #require(ending.plan)
        let lines = try await TestStore.current.read { try Journal.entries(of: .plan(plan), $0) }
        #expect(lines.map(\.actor) == [clerk.actor])
        #expect(try await Uploading.lease() == nil)
    }

    @Test func aServerThatDiesLeavesTheFileToAnother() async throws {
        let id = try await Uploading.bring(by: try await Uploading.clerk())
        _ = try #require(try await Uploading.lease())
        let later = Uploading.now.adding(seconds: 61)
        #expect(try await Uploading.upload(id, now: later).state == .waiting)
        try await Uploading.work(try await Uploading.lease(now: later))
        guard case .ended(let ending) = try await Uploading.upload(id).state else { return #expect(Bool(false)) }
        #expect(ending.outcome == .imported)
    }

    @Test func aWorkerThatLostItsLeaseStoresNothing() async throws {
        let id = try await Uploading.bring(by: try await Uploading.clerk())
        let first = try await Uploading.lease()
        let second = try await Uploading.lease(now: Uploading.now.adding(seconds: 61))
        await #expect(throws: Jobs.LeaseLost.self) { try await Uploading.work(first) }
        #expect(try await Uploading.count("documents") == 0)
        try await Uploading.work(second)
        #expect(try await Uploading.count("documents") == 1)
        #expect(try await Uploading.upload(id).isOpen == false)
    }

    @Test func whatStandsAlreadyIsLinkedToAndNotStoredAgain() async throws {
        let clerk = try await Uploading.clerk()
        let first = try await Uploading.bring(by: clerk)
        try await Uploading.work(try await Uploading.lease())
        let again = try await Uploading.bring(name: "ban-sao.txt", by: clerk)
        let other = try await Uploading.bring(SamplePaper.text.replacing("Số: 905", with: "Số:  905 "), by: clerk)
        try await Uploading.work(try await Uploading.lease())
        guard case .ended(let stored) = try await Uploading.upload(first).state,
            case .ended(let same) = try await Uploading.upload(again).state,
            case .ended(let alike) = try await Uploading.upload(other).state
        else { return #expect(Bool(false)) }
        #expect(same.outcome == .sameFile && alike.outcome == .sameDocument)
        #expect(same.plan == stored.plan && alike.document == stored.document)
        #expect(try await Uploading.count("kept_files") == 1)
    }

    @Test func ofAFileWithASecrecyMarkNothingIsKept() async throws {
        let id = try await Uploading.bring("TUYỆT MẬT\n\n" + SamplePaper.text, by: try await Uploading.clerk())
        try await Uploading.work(try await Uploading.lease())
        guard case .ended(let ending) = try await Uploading.upload(id).state else { return #expect(Bool(false)) }
        #expect(ending.outcome == .secret && ending.document == nil)
        for table in ["documents", "kept_files", "upload_pieces", "search_entries"] {
            #expect(try await Uploading.count(table) == 0, "\(table)")
        }
    }

    @Test func whyAFileCannotBeReadIsSaid() async throws {
        let id = try await Uploading.bring("%PDF-1.7 và không có gì nữa", by: try await Uploading.clerk())
        try await Uploading.work(try await Uploading.lease())
        guard case .ended(let ending) = try await Uploading.upload(id).state else { return #expect(Bool(false)) }
        #expect(ending.outcome == .unreadable)
        #expect(try DocumentTexts.catalogue(.vi).text(try #require(ending.reason)).hasPrefix("tệp pdf bị hỏng"))
        #expect(try await Uploading.count("upload_pieces") == 0)
    }

    @Test func aFileWithoutAWordIsNotStored() async throws {
        let id = try await Uploading.bring(" \n\n \n", by: try await Uploading.clerk())
        try await Uploading.work(try await Uploading.lease())
        guard case .ended(let ending) = try await Uploading.upload(id).state else { return #expect(Bool(false)) }
        #expect(ending.outcome == .noText)
        #expect(try await Uploading.count("documents") == 0)
    }

    @Test func whatCouldNotBeTriedIsTriedAgainUntilAPersonIsAsked() async throws {
        let clerk = try await Uploading.clerk()
        let id = try await Uploading.bring(by: clerk)
        let broken = FileReader.saying(.notTried(Message("child.not-started", ["code": "12"])))
        for attempt in 0..<3 {
            let now = Uploading.now.adding(seconds: attempt * 100)
            let job = try #require(try await Uploading.lease(now: now))
            await #expect(throws: ReadingWork.NotNow.self) { try await Uploading.work(job, broken) }
            try await TestStore.current.write { try Jobs.fail(job, reason: "-", retryAfter: 1, now: now, $0) }
        }
        #expect(try await Uploading.upload(id).state == .stuck)
        try await TestStore.current.write { try Uploads.retry(id, by: clerk, $0) }
        try await Uploading.work(try await Uploading.lease())
        guard case .ended(let ending) = try await Uploading.upload(id).state else { return #expect(Bool(false)) }
        #expect(ending.outcome == .imported)
    }

    @Test func whatWasTakenAwayIsNotRead() async throws {
        let clerk = try await Uploading.clerk()
        let id = try await Uploading.bring(by: clerk)
        try await TestStore.current.write { try Uploads.remove(id, by: clerk, $0) }
        #expect(try await Uploading.count("upload_pieces") == 0)
        try await Uploading.work(try await Uploading.lease())
        #expect(try await Uploading.count("documents") == 0)
    }

    @Test func othersSeeWhatTheirUnitsBroughtAlone() async throws {
        let clerk = try await Uploading.clerk()
        let id = try await Uploading.bring(by: clerk)
        guard case .holder(_, _, let unit) = clerk.actor else { return #expect(Bool(false)) }
        let (own, others) = try await TestStore.current.read { db in
            (
                try Uploads.latest(.units([OrganisationID(rawValue: unit.id)]), now: Uploading.now, db),
                try Uploads.latest(.units([OrganisationID(rawValue: unit.id + 1)]), now: Uploading.now, db)
            )
        }
        #expect(own.map(\.id) == [id] && others.isEmpty)
    }
}

@Suite struct ArrivalTests {
    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Kế hoạch\\ke hoach.docx", "ke hoach.docx"), ("..", "?"),
        ("a\u{0}\n b", "a b"),
        ("ke-hoach\u{202E}xcod.exe", "ke-hoachxcod.exe"), ("", "?"), ("<script>.pdf", "<script>.pdf"),
    ])
    func aNameIsNeverAPath(_ given: String, _ taken: String) throws {
        #expect(try Uploads.look(at: .bytes([0x41]), name: given).name == taken)
    }

    @Test func whatNobodyCouldReadIsTurnedAwayUnopened() throws {
        for bytes: [UInt8] in [[], [0x7F, 0x45, 0x4C, 0x46, 0, 0], [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70]] {
            #expect(throws: Refusal.self) { try Uploads.look(at: .bytes(bytes), name: "tệp") }
        }
    }

    @Test func aFileOverTheLimitIsTurnedAway() throws {
        let large = [UInt8](repeating: 0x41, count: Uploads.fileBytes + 1)
        #expect(throws: Refusal("upload.large", ["name": "lớn.txt", "limit": "50"])) {
            try Uploads.look(at: .bytes(large), name: "lớn.txt")
        }
    }
}

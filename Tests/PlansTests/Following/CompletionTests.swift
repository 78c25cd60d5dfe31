import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@Suite(.onEachEngine(Cast.migrations))
struct CompletionTests {
    /// What the statement is refused with; `nil` where it is done.
    private func refusal(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws -> String? {
        do {
            try await TestStore.current.write(body)
            return nil
        } catch let refusal as Refusal {
            return refusal.message.key
        }
    }

    private func occurrence(
        deliverable: String? = nil, target: ClosedRange<Int>? = nil, due: String? = "2026-12-31"
    ) async throws -> Int {
        try await TestStore.current.write { db in
            try Cast.units(db)
            let plan = try Cast.plan("15/KH-UBND", db)
            return try #require(
                try Cast.assignment(
                    of: plan, "Xây dựng chuyên mục", deliverable: deliverable, target: target, due: due,
                    leads: [Cast.tourism], db
                ).occurrences.first)
        }
    }

    private func state(of occurrence: Int, on day: String = "2026-12-01") async throws -> OccurrenceState? {
        let day = try Cast.day(day)
        return try await TestStore.current.read { db in
            try db.first("SELECT \(Occurrence.columns) FROM occurrences WHERE id = \(occurrence)") {
                try Occurrence(&$0)
            }.map { OccurrenceState(due: $0.due, completed: $0.completed, on: day) }
        }
    }

    @Test func needsTheDeliverableOrAReason() async throws {
        let occurrence = try await occurrence(deliverable: "Chuyên mục")
        let (act, day) = (try Cast.act(), try Cast.day("2026-11-20"))
        let page = try #require(WebAddress("https://haiphong.gov.vn/chuyen-muc"))
        let key = try await refusal { db in
            try Following.addProgress(
                Progress(day: day, text: "Họp bàn", evidence: [Evidence(.link(page), title: "Tin về cuộc họp")]),
                to: occurrence, by: act, db)
            try Following.complete(occurrence, on: day, by: act, db)
        }
        #expect(key == "following.deliverable-missing")
        #expect(try await state(of: occurrence) == .openInTime)

        #expect(
            try await refusal { db in
                let product = Evidence(.link(page), title: "Chuyên mục", isDeliverable: true)
                try Following.complete(
                    occurrence, on: day, with: Progress(day: day, text: "Đã mở", evidence: [product]), by: act, db)
            } == nil)
        #expect(try await state(of: occurrence) == .doneInTime)
    }

    @Test func isWithoutTheDeliverableWhereAReasonIsGiven() async throws {
        let occurrence = try await occurrence(deliverable: "Chuyên mục")
        let (act, day) = (try Cast.act(), try Cast.day("2026-11-20"))
        #expect(
            try await refusal { try Following.complete(occurrence, on: day, reason: "  ", by: act, $0) }
                == "following.deliverable-missing")
        #expect(
            try await refusal { try Following.complete(occurrence, on: day, reason: "Đã gộp vào cổng", by: act, $0) }
                == nil)
        #expect(try await state(of: occurrence) == .doneInTime)
    }

    @Test func needsTheTargetOrAReason() async throws {
        let occurrence = try await occurrence(target: 2...3)
        let (act, day) = (try Cast.act(), try Cast.day("2026-11-20"))
        let key = try await refusal { db in
            try Following.complete(
                occurrence, on: day, with: Progress(day: day, text: "Đoàn thứ nhất", number: 1), by: act, db)
        }
        #expect(key == "following.below-target")
        let key2 = try await refusal { db in
            try Following.complete(
                occurrence, on: day, with: Progress(day: day, text: "Đoàn thứ hai", number: 2), by: act, db)
        }
        #expect(key2 == nil)
    }

    @Test(arguments: [("2026-11-22", "following.future"), ("2026-07-01", "following.before-document")])
    func isNeitherInTheFutureNorBeforeTheDocument(_ day: String, _ key: String) async throws {
        let occurrence = try await occurrence()
        let (act, day) = (try Cast.act(on: "2026-11-21"), try Cast.day(day))
        #expect(try await refusal { try Following.complete(occurrence, on: day, by: act, $0) } == key)
    }

    @Test func isTakenBackByTheOppositeRow() async throws {
        let occurrence = try await occurrence()
        let (act, day) = (try Cast.act(), try Cast.day("2026-11-20"))
        try await TestStore.current.write { db in
            try Following.complete(occurrence, on: day, by: act, db)
            #expect(throws: Refusal("following.completed", ["day": "20/11/2026"])) {
                try Following.complete(occurrence, on: day, by: act, db)
            }
            try Following.undoCompletion(of: occurrence, reason: "Nhầm đơn vị", by: act, db)
        }
        #expect(try await state(of: occurrence) == .openInTime)
        let rows = try await TestStore.current.read { db in
            try db.all("SELECT day FROM completions ORDER BY id") { try $0.next(Day?.self) }
        }
        #expect(rows == [day, nil])
        #expect(try await TestStore.current.read { try Following.verify($0) } == [])
    }

    @Test func leavesEverythingAsItWasWhenRefused() async throws {
        let occurrence = try await occurrence(deliverable: "Chuyên mục")
        let (act, day) = (try Cast.act(), try Cast.day("2026-11-20"))
        let key = try await refusal { db in
            try Following.complete(occurrence, on: day, with: Progress(day: day, text: "Gần xong"), by: act, db)
        }
        #expect(key == "following.deliverable-missing")
        let count = try await TestStore.current.read { db in
            try db.value("SELECT (SELECT count(*) FROM progress) + (SELECT count(*) FROM journal)", Int.self)
        }
        #expect(count == 0)
    }

    @Test func takesEvidenceOnlyOfFilesThatAreKept() async throws {
        let occurrence = try await occurrence()
        let (act, day) = (try Cast.act(), try Cast.day("2026-11-20"))
        let lost = Evidence(.file(String(repeating: "a", count: 64)), title: "Báo cáo")
        #expect(
            try await refusal { db in
                try Following.addProgress(
                    Progress(day: day, text: "Xong", evidence: [lost]), to: occurrence, by: act, db)
            } == "following.no-file")
    }

    @Test func namesTheCopyThatWasChangedPastTheseFunctions() async throws {
        let occurrence = try await occurrence()
        let day = try Cast.day("2026-11-20")
        _ = try await TestStore.current.write { db in
            try db.run("UPDATE occurrences SET completed = \(day) WHERE id = \(occurrence)")
        }
        let found = try await TestStore.current.read { try Following.verify($0) }
        #expect(found == [.init(occurrence: occurrence, column: .completed, kept: day, decided: nil)])
    }
}

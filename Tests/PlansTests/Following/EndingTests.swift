import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

/// Two assignments of one plan, each of both units; the first one is done by the first unit.
private struct Followed: Sendable {
    let plan: Int
    let first: Int
    let second: Int
    /// Of the first assignment, then of the second.
    let occurrences: [Int]

    init(_ db: Transaction) throws {
        try Cast.units(db)
        plan = try Cast.plan("15/KH-UBND", db)
        let units = [Cast.tourism, Cast.trade]
        let one = try Cast.assignment(of: plan, "Tổ chức hội chợ", due: "2026-12-31", leads: units, db)
        let two = try Cast.assignment(of: plan, "Mở gian hàng", due: "2026-12-31", leads: units, db)
        (first, second) = (one.assignment, two.assignment)
        occurrences = one.occurrences + two.occurrences
        try Following.complete(occurrences[0], on: try Cast.day("2026-11-20"), by: try Cast.act(), db)
    }

    static func make() async throws -> Followed { try await TestStore.current.write { try Followed($0) } }

    /// The days on which the occurrences ended.
    var ended: [Day?] {
        get async throws {
            try await TestStore.current.read { db in
                try db.all("SELECT ended FROM occurrences WHERE id IN (\(list: occurrences)) ORDER BY id") {
                    try $0.next(Day?.self)
                }
            }
        }
    }

    /// The due days of the occurrences.
    var due: [Day?] {
        get async throws {
            try await TestStore.current.read { db in
                try db.all("SELECT due FROM occurrences WHERE id IN (\(list: occurrences)) ORDER BY id") {
                    try $0.next(Day?.self)
                }
            }
        }
    }
}

@Suite(.onEachEngine(Cast.migrations))
struct EndingTests {
    private func write(_ body: @escaping @Sendable (Transaction, Act) throws -> Void) async throws {
        let act = try Cast.act()
        try await TestStore.current.write { try body($0, act) }
        // Whatever was done, the copies are what was decided.
        #expect(try await TestStore.current.read { try Following.verify($0) } == [])
    }

    @Test func recallOfAnAssignmentEndsWhatIsOpenOfIt() async throws {
        let followed = try await Followed.make()
        let day = try Cast.day("2026-11-01")
        try await write { db, act in
            try Following.recall(
                assignment: followed.first, on: day, reason: "Không còn phù hợp", paper: "20/QĐ-UBND", by: act, db)
        }
        #expect(try await followed.ended == [nil, day, nil, nil])
    }

    @Test func recallOfAPlanLeavesWhatIsDone() async throws {
        let followed = try await Followed.make()
        let day = try Cast.day("2026-11-01")
        try await write { db, act in
            try Following.recall(plan: followed.plan, on: day, reason: "Hết hiệu lực", paper: "20/QĐ-UBND", by: act, db)
        }
        #expect(try await followed.ended == [nil, day, day, day])
        let today = try Cast.day("2026-12-01")
        let counts = try await TestStore.current.read {
            try Following.counts(within: .everything, on: today, until: PartialDate.year(2026).lastDay, $0)
        }
        #expect(counts == StateCounts([.doneInTime: 1]))
    }

    @Test func isUndoneByTheOppositeRowUnlessSomethingElseEndedItToo() async throws {
        let followed = try await Followed.make()
        let (first, second) = (try Cast.day("2026-11-01"), try Cast.day("2026-11-10"))
        try await write { db, act in
            let assignment = try Following.recall(
                assignment: followed.first, on: first, reason: "Trùng", paper: "20/QĐ-UBND", by: act, db)
            let plan = try Following.recall(
                plan: followed.plan, on: second, reason: "Hết hiệu lực", paper: "21/QĐ-UBND", by: act, db)
            try Following.undoEnding(assignment, reason: "Nhầm", by: act, db)
            #expect(throws: Refusal("following.no-ending")) {
                try Following.undoEnding(assignment, reason: "Nhầm", by: act, db)
            }
            _ = plan
        }
        #expect(try await followed.ended == [nil, second, second, second])
    }

    @Test func whatWasDoneAndIsReopenedInARecalledPlanIsNoWorkAnyMore() async throws {
        let followed = try await Followed.make()
        let day = try Cast.day("2026-11-01")
        try await write { db, act in
            try Following.recall(plan: followed.plan, on: day, reason: "Hết hiệu lực", paper: "20/QĐ-UBND", by: act, db)
            try Following.undoCompletion(of: followed.occurrences[0], reason: "Nhầm", by: act, db)
        }
        #expect(try await followed.ended == [day, day, day, day])
    }

    @Test func replacementIsShownByBothPlans() async throws {
        let followed = try await Followed.make()
        let day = try Cast.day("2026-11-15")
        try await write { db, act in
            let other = try Cast.plan("30/KH-UBND", issued: "2026-11-15", db)
            try Following.replace(
                plan: followed.plan, by: other, on: day, reason: "Kế hoạch mới", paper: "30/KH-UBND", by: act, db)
            #expect(try Following.endings(of: followed.plan, db).map(\.replacement) == [other])
            #expect(try Following.endings(of: other, db).map(\.plan) == [followed.plan])
            #expect(throws: Refusal("following.replaces-itself")) {
                try Following.replace(
                    plan: other, by: followed.plan, on: day, reason: "Quay lại", paper: "31/KH-UBND", by: act, db)
            }
        }
        #expect(try await followed.ended == [nil, day, day, day])
    }

    @Test func whatIsAddedToARecalledPlanEndsWithIt() async throws {
        let followed = try await Followed.make()
        let day = try Cast.day("2026-11-01")
        try await write { db, act in
            try Following.recall(plan: followed.plan, on: day, reason: "Hết hiệu lực", paper: "20/QĐ-UBND", by: act, db)
            _ = try Cast.assignment(of: followed.plan, "Thêm", due: "2027-12-31", leads: [Cast.trade], db)
            try Following.endNewOccurrences(db)
        }
        let open = try await TestStore.current.read { db in
            try db.value("SELECT count(*) FROM occurrences WHERE ended IS NULL AND completed IS NULL", Int.self)
        }
        #expect(open == 0)
    }

    @Test func recallNeedsReasonAndPaperAndADayThatHasCome() async throws {
        let followed = try await Followed.make()
        let (day, future) = (try Cast.day("2026-11-01"), try Cast.day("2027-01-01"))
        try await write { db, act in
            #expect(throws: Refusal("following.no-reason")) {
                try Following.recall(plan: followed.plan, on: day, reason: " ", paper: "20/QĐ-UBND", by: act, db)
            }
            #expect(throws: Refusal("following.no-paper")) {
                try Following.recall(plan: followed.plan, on: day, reason: "Trùng", paper: "", by: act, db)
            }
            #expect(throws: Refusal("following.future", ["day": "01/01/2027", "today": "21/11/2026"])) {
                try Following.recall(plan: followed.plan, on: future, reason: "Trùng", paper: "20", by: act, db)
            }
        }
    }

    @Test func approvedExtensionMovesTheDueDayAndShowsTheOldOne() async throws {
        let followed = try await Followed.make()
        let (before, later) = (try Cast.day("2026-12-31"), try Cast.day("2027-02-28"))
        let occurrence = followed.occurrences[1]
        try await write { db, act in
            let asked = try Following.askExtension(
                of: occurrence, to: later, reason: "Bão số 5", paper: "88/SCT", by: act, db)
            #expect(throws: Refusal("following.extension-waits", ["day": "28/02/2027"])) {
                try Following.askExtension(of: occurrence, to: later, reason: "Bão", paper: "89/SCT", by: act, db)
            }
            try Following.answerExtension(asked, .approve, paper: "20/UBND", by: act, db)
        }
        #expect(try await followed.due == [before, later, before, before])
        let shown = try await TestStore.current.read { try Following.extensions(of: occurrence, $0) }
        #expect(shown.map(\.before) == [before])
        #expect(shown.map(\.answer) == [.approve])

        try await write { db, act in try Following.answerExtension(shown[0].id, .undo, by: act, db) }
        #expect(try await followed.due == [before, before, before, before])
    }

    @Test func refusedExtensionLeavesTheDueDay() async throws {
        let followed = try await Followed.make()
        let (before, later) = (try Cast.day("2026-12-31"), try Cast.day("2027-02-28"))
        let occurrence = followed.occurrences[1]
        try await write { db, act in
            #expect(throws: Refusal("following.not-later", ["day": "31/12/2026", "due": "31/12/2026"])) {
                try Following.askExtension(of: occurrence, to: before, reason: "Bão", paper: "89/SCT", by: act, db)
            }
            let asked = try Following.askExtension(
                of: occurrence, to: later, reason: "Bão số 5", paper: "88/SCT", by: act, db)
            #expect(throws: Refusal("following.no-reason")) {
                try Following.answerExtension(asked, .refuse, by: act, db)
            }
            try Following.answerExtension(asked, .refuse, reason: "Đủ thời gian", by: act, db)
        }
        #expect(try await followed.due == [before, before, before, before])
    }

    @Test func historyTellsEverythingInItsOrder() async throws {
        let followed = try await Followed.make()
        let (day, later) = (try Cast.day("2026-11-20"), try Cast.day("2027-02-28"))
        let occurrence = followed.occurrences[1]
        try await write { db, act in
            try Following.addProgress(Progress(day: day, text: "Đã mời"), to: occurrence, by: act, db)
            let asked = try Following.askExtension(
                of: occurrence, to: later, reason: "Bão số 5", paper: "88/SCT", by: act, db)
            try Following.answerExtension(asked, .approve, by: act, db)
            try Following.complete(occurrence, on: day, by: act, db)
            try Following.undoCompletion(of: occurrence, reason: "Nhầm", by: act, db)
            try Following.recall(plan: followed.plan, on: day, reason: "Hết", paper: "20/QĐ", by: act, db)
        }
        let history = try await TestStore.current.read { try Following.history(of: occurrence, $0) }
        #expect(
            history.map(\.entry.action) == [
                "progress.add", "extension.ask", "extension.approve", "occurrence.complete", "occurrence.reopen",
                "plan.recall",
            ])
        #expect(history[0].what == .progress(Progress(day: day, text: "Đã mời")))
        #expect(history[4].what == .reopened(reason: "Nhầm"))
    }
}

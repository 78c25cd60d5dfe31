import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

/// What was declared done is approved or sent back by somebody else; comments stand beside it.
@Suite(.onEachEngine(Cast.migrations))
struct ApprovalTests {
    /// An account that acts for a position of the tourism department.
    private func act(_ account: Int, _ name: String) throws -> Act {
        let holder = Actor.holder(
            account: Named(id: account, name: name), position: Named(id: account, name: "Chuyên viên"),
            unit: Named(id: 1, name: "Sở Du lịch"))
        return Act(holder, at: Instant(milliseconds: 1_795_000_000_000), day: try Cast.day("2026-11-21"))
    }

    /// One occurrence that an officer has declared done.
    private func declared() async throws -> (occurrence: Int, officer: Act, leader: Act) {
        let (officer, leader) = (try act(1, "Nguyễn Thị Hoa"), try act(2, "Trần Văn Nam"))
        let occurrence = try await TestStore.current.write { db in
            try Cast.units(db)
            let plan = try Cast.plan("15/KH-UBND", db)
            let made = try Cast.assignment(of: plan, "Tổ chức hội chợ", due: "2026-12-31", leads: [Cast.tourism], db)
            try Following.complete(made.occurrences[0], on: officer.day, by: officer, db)
            return made.occurrences[0]
        }
        return (occurrence, officer, leader)
    }

    private func refusal(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws -> String? {
        do {
            try await TestStore.current.write(body)
            return nil
        } catch let refusal as Refusal { return refusal.message.key }
    }

    private func waiting(for account: Int) async throws -> [Int] {
        try await TestStore.current.read { db in
            try Following.waitingForApproval(
                within: .units([Cast.tourism]), by: AccountID(rawValue: account), db
            ).map(\.occurrence)
        }
    }

    private func completed(_ occurrence: Int) async throws -> Bool {
        try await TestStore.current.read { try Following.completion(of: occurrence, $0) != nil }
    }

    @Test func itWaitsUntilALeaderApproves() async throws {
        let (occurrence, officer, leader) = try await declared()
        #expect(try await waiting(for: 2) == [occurrence])
        #expect(try await waiting(for: 1) == [])  // not for who declared it
        #expect(try await refusal { try Following.approve(occurrence, by: officer, $0) } == "following.own-completion")

        #expect(try await refusal { try Following.approve(occurrence, by: leader, $0) } == nil)
        #expect(try await waiting(for: 2) == [])
        #expect(try await refusal { try Following.approve(occurrence, by: leader, $0) } == "following.approved")
        // Approved work is not reopened behind the leader's back.
        #expect(
            try await refusal { try Following.undoCompletion(of: occurrence, reason: "nhầm", by: officer, $0) }
                == "following.approved")

        #expect(
            try await refusal { try Following.undoApproval(of: occurrence, reason: "xem lại", by: leader, $0) } == nil)
        #expect(try await waiting(for: 2) == [occurrence])
    }

    @Test func sentBackItIsOpenAgainAndDeclaredAnew() async throws {
        let (occurrence, officer, leader) = try await declared()
        #expect(
            try await refusal { try Following.sendBack(occurrence, reason: " ", by: leader, $0) }
                == "following.no-reason")
        #expect(try await completed(occurrence))
        #expect(
            try await refusal { try Following.sendBack(occurrence, reason: "thiếu báo cáo", by: leader, $0) } == nil)
        #expect(try await completed(occurrence) == false)
        #expect(try await waiting(for: 2) == [])

        try await TestStore.current.write { db in
            try Following.complete(occurrence, on: officer.day, by: officer, db)
            try Following.approve(occurrence, by: leader, db)
        }
        let (history, mismatches) = try await TestStore.current.read { db in
            (try Following.history(of: occurrence, db).map(\.what), try Following.verify(db))
        }
        #expect(
            history == [
                .completed(officer.day, reason: nil), .sentBack(reason: "thiếu báo cáo"),
                .completed(officer.day, reason: nil), .approved,
            ])
        #expect(mismatches.isEmpty)
    }

    @Test func aCommentIsTakenBackByItsWriterAlone() async throws {
        let (occurrence, officer, leader) = try await declared()
        let comment = try await TestStore.current.write {
            try Following.comment(on: occurrence, "Đề nghị bổ sung ảnh.", by: leader, $0)
        }
        #expect(
            try await refusal { try Following.withdrawComment(comment, on: occurrence, by: officer, $0) }
                == "following.not-own-comment")
        #expect(
            try await refusal { try Following.withdrawComment(comment, on: occurrence + 1, by: leader, $0) }
                == "following.no-comment")
        try await TestStore.current.write { try Following.withdrawComment(comment, on: occurrence, by: leader, $0) }
        #expect(
            try await refusal { try Following.withdrawComment(comment, on: occurrence, by: leader, $0) }
                == "following.no-comment")
        let said = try await TestStore.current.read { db in
            try Following.history(of: occurrence, db).compactMap { event -> (Bool, String?)? in
                guard case .commented(let comment) = event.what else { return nil }
                return (comment.isWithdrawn, event.entry.actor.account?.name)
            }
        }
        #expect(said.count == 1 && said[0] == (true, "Trần Văn Nam"))
        #expect(
            try await refusal { try Following.comment(on: occurrence, " \n ", by: leader, $0) }
                == "following.nothing-said")
    }

    @Test func whatWasSentBackByMistakeWaitsAgainAsItWasDeclared() async throws {
        let (occurrence, officer, leader) = try await declared()
        let before = try await TestStore.current.read { try Following.history(of: occurrence, $0).count }
        #expect(try await refusal { try Following.sendBack(occurrence, reason: "nhầm", by: leader, $0) } == nil)
        #expect(try await !completed(occurrence))
        #expect(try await refusal { try Following.undoSendingBack(of: occurrence, by: leader, $0) } == nil)
        #expect(try await completed(occurrence))
        #expect(try await waiting(for: 2) == [occurrence])
        #expect(try await waiting(for: 1) == [])
        let history = try await TestStore.current.read { try Following.history(of: occurrence, $0) }
        #expect(history.count == before + 2 && history.last?.what == .sendingBackUndone)
        // Who declared it is who declared it: still not the one to approve.
        #expect(try await refusal { try Following.approve(occurrence, by: officer, $0) } == "following.own-completion")
        #expect(try await refusal { try Following.sendBack(occurrence, reason: "thiếu", by: leader, $0) } == nil)
        #expect(
            try await refusal { try Following.complete(occurrence, on: officer.day, by: officer, $0) } == nil)
        #expect(
            try await refusal { try Following.undoSendingBack(of: occurrence, by: leader, $0) }
                == "following.not-sent-back")
    }
}

import Documents
import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite(.onEachEngine(Office31.migrations))
struct ReviewTests {
    /// Imports the sample and changes it in one transaction.
    private func reviewing<T: Sendable>(
        isAccepted: Bool = false,
        _ body: @escaping @Sendable ([ReviewedAssignment], Directory, Transaction) throws -> T
    ) async throws -> T {
        try await Office31.found()
        let plan = try #require(try await SamplePaper.imported(isAccepted: isAccepted).plan)
        return try await TestStore.current.write { db in
            try body(try ReviewedAssignment.all(of: plan, db), try Organisations.directory(db), db)
        }
    }

    private static let act = Office31.act

    @Test func aStaleEditIsRefusedAndShowsBoth() async throws {
        try await reviewing { all, directory, db in
            let seen = try all.beginning("Hướng dẫn các câu lạc bộ")
            var theirs = AssignmentFields(seen)
            theirs.text = "Hướng dẫn mua giấy dó."
            let version = try Review.correct(
                seen.assignment.id, to: theirs, version: seen.assignment.version, directory, by: Self.act, db)
            #expect(version == seen.assignment.version + 1)
            var mine = AssignmentFields(seen)
            mine.text = "Hướng dẫn mua dây diều."
            let stale = #expect(throws: StaleEdit.self) {
                try Review.correct(
                    seen.assignment.id, to: mine, version: seen.assignment.version, directory, by: Self.act, db)
            }
            #expect(stale?.mine == mine && stale?.theirs.assignment.text == theirs.text)
            #expect(stale?.theirs.assignment.quote == seen.assignment.quote)
        }
    }

    @Test func aCorrectionOfAFollowedAssignmentIsFollowedAndCanBeTakenBack() async throws {
        try await reviewing(isAccepted: true) { all, directory, db in
            let seen = try all.beginning("Hướng dẫn kỹ thuật")
            let id = seen.assignment.id
            var fields = AssignmentFields(seen)
            let office = try #require(try all.beginning("Mời đoàn").leads.first?.units.first)
            fields.leads[0].meaning = .units([office])
            fields.deadline = Deadline(raw: nil, kind: .date, due: Day(iso: "2026-12-15"))
            fields.target = Target(least: 3, most: 3, unit: "buổi")
            try Review.correct(id, to: fields, version: seen.assignment.version, directory, by: Self.act, db)
            func standing() throws -> [Occurrence] {
                try db.all("SELECT \(Occurrence.columns) FROM occurrences WHERE assignment = \(id) AND ended IS NULL") {
                    try Occurrence(&$0)
                }
            }
            #expect(try standing().map(\.unit) == [office] && standing().map(\.due?.description) == ["2026-12-15"])
            let corrected = try #require(try ReviewedAssignment.one(id, db))
            #expect(corrected.assignment.target?.unit == "buổi" && corrected.leads.map(\.outcome) == [.units])
            #expect(corrected.leads.map(\.written) == seen.leads.map(\.written))
            try Review.undoCorrection(
                of: id, version: corrected.assignment.version, directory, by: Self.act, db)
            let undone = try #require(try ReviewedAssignment.one(id, db))
            #expect(AssignmentFields(undone) == AssignmentFields(seen) && undone.bodies == seen.bodies)
            #expect(try standing().map(\.unit) == [nil] && standing().map(\.due) == [nil])
            #expect(throws: Refusal("review.not-corrected")) {
                try Review.undoCorrection(of: id, version: undone.assignment.version, directory, by: Self.act, db)
            }
        }
    }

    @Test func theRepeatedRowsAreJoinedAndTheJoiningTakenBack() async throws {
        try await reviewing { all, directory, db in
            let pair = all.filter { $0.assignment.text.hasPrefix("Phát thanh chuyên mục") }
            #expect(pair.count == 2)
            let seen = pair.map { (id: $0.assignment.id, version: $0.assignment.version) }
            let joined = try Review.join(seen, as: AssignmentFields(pair[0]), directory, by: Self.act, db)
            let plan = pair[0].assignment.plan
            let after = try ReviewedAssignment.all(of: plan, db)
            #expect(after.filter { $0.state == .replaced }.map(\.assignment.id) == seen.map(\.id))
            let one = try #require(after.first { $0.assignment.id == joined })
            #expect(one.assignment.quote == pair[0].assignment.quote)
            #expect(throws: Refusal("review.is-replaced")) {
                try Review.accept(seen[0].id, version: seen[0].version + 1, directory, by: Self.act, db)
            }
            try Review.undoReplacement(of: joined, version: one.assignment.version, by: Self.act, db)
            #expect(try ReviewedAssignment.all(of: plan, db).count { $0.state == .draft } == all.count)
        }
    }

    @Test func anAssignmentIsSplitAndItsPartsAreFollowed() async throws {
        try await reviewing { all, directory, db in
            let whole = try all.beginning("Tổ chức sơ kết")
            var first = AssignmentFields(whole)
            first.text = "Tổ chức sơ kết."
            first.deadline = Deadline(raw: nil, kind: .year, due: Day(iso: "2027-12-31"))
            var second = first
            second.text = "Tổ chức tổng kết."
            second.deadline.due = Day(iso: "2028-12-31")
            let parts = try Review.split(
                whole.assignment.id, version: whole.assignment.version, into: [first, second], directory, by: Self.act,
                db)
            try Review.acceptAll(of: whole.assignment.plan, directory, by: Self.act, db)
            let dues = try db.all(
                "SELECT due FROM occurrences WHERE assignment IN (\(list: parts + [whole.assignment.id])) ORDER BY due"
            ) { try $0.next(String.self) }
            #expect(dues == ["2027-12-31", "2028-12-31"])
            #expect(throws: Refusal("review.is-accepted")) {
                try Review.undoReplacement(of: parts[0], version: 2, by: Self.act, db)
            }
        }
    }

    @Test func whatIsDroppedIsNotFollowedUntilThatIsTakenBack() async throws {
        try await reviewing { all, directory, db in
            let seen = try all.beginning("Giữ bãi thả diều")
            let (id, plan) = (seen.assignment.id, seen.assignment.plan)
            #expect(throws: Refusal("review.no-reason")) {
                try Review.drop(id, version: 1, reason: " ", by: Self.act, db)
            }
            try Review.drop(id, version: 1, reason: "Việc thường xuyên", by: Self.act, db)
            try Review.acceptAll(of: plan, directory, by: Self.act, db)
            func open() throws -> Int? {
                try db.value("SELECT count(*) FROM occurrences WHERE assignment = \(id) AND ended IS NULL")
            }
            #expect(try open() == 0)
            try Review.undoDecision(on: id, version: 2, directory, by: Self.act, db)
            #expect(try Review.accept(id, version: 3, directory, by: Self.act, db) == 114)
            try Review.undoDecision(on: id, version: 4, directory, by: Self.act, db)
            #expect(try open() == 0)
            try Review.accept(id, version: 5, directory, by: Self.act, db)
            #expect(try open() == 114)
            #expect(try db.value("SELECT count(*) FROM occurrences WHERE assignment = \(id)") == 114)
            #expect(try Journal.verify(db).broken == nil)
        }
    }
}

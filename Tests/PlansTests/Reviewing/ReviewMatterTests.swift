import Documents
import Office
import Paper
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite(.onEachEngine(Office31.migrations + FollowingSchema.migrations))
struct ReviewMatterTests {
    private func matter() async throws -> (ReviewMatter, Directory) {
        try await Office31.found()
        let plan = try #require(try await SamplePaper.imported().plan)
        let found = try await TestStore.current.read { db in
            let directory = try Organisations.directory(db)
            return (try ReviewMatter.of(plan, directory, on: Office31.today, db), directory)
        }
        return (try #require(found.0), found.1)
    }

    @Test func everyAssignmentStandsWhereItsWordsStand() async throws {
        let (matter, _) = try await matter()
        let paragraphs = matter.content.blocks.flatMap { block -> [Paragraph] in
            switch block {
            case .paragraph(let paragraph): [paragraph]
            case .footnote(let note): note.paragraphs
            case .table(let table): table.rows.flatMap(\.cells).flatMap(\.paragraphs)
            }
        }
        for reviewed in matter.assignments {
            let assignment = reviewed.assignment
            switch try #require(matter.passages[assignment.id]).spot {
            case .row: #expect(assignment.part == .annex)
            case .text(let paragraph, let bytes):
                let marked = String(decoding: Array(paragraphs[paragraph].text.utf8)[bytes], as: UTF8.self)
                #expect(marked.contains(assignment.text.prefix(20)), "\(marked)")
            }
        }
        let rows = Set(
            matter.assignments.filter { $0.assignment.part == .annex }
                .compactMap { matter.passages[$0.assignment.id]?.spot })
        #expect(rows.count == 3)
    }

    @Test func aNameThatNobodyBearsIsToldWithTheAssignmentsThatNameIt() async throws {
        let (matter, _) = try await matter()
        #expect(matter.unresolved.map(\.written) == ["Liên đoàn Diều Thái Bình Dương"])
        #expect(matter.names.values.contains("Sở Tài chính"))
        #expect(matter.members.values.map(\.count).contains(114))
    }

    @Test func whatIsTypedIsUnderstoodAsPapersAre() async throws {
        let (matter, directory) = try await matter()
        let standing = try matter.assignments.beginning("Hướng dẫn các câu lạc bộ")
        let matching = BodyMatching(
            directory, matter.document.scope, issued: matter.document.day, today: Office31.today)
        var typed = TypedFields(standing)
        guard case .fields(let same) = typed.understood(standing, of: matter.document, matching) else {
            return #expect(Bool(false))
        }
        #expect(same == AssignmentFields(standing))
        typed.deadline = "trước 30/11 hằng năm"
        typed.leads = ["sở ngoại vụ"]
        guard case .fields(let fields) = typed.understood(standing, of: matter.document, matching) else {
            return #expect(Bool(false))
        }
        #expect(fields.deadline.kind == .yearly && fields.deadline.due?.description == "2026-11-30")
        #expect(fields.leads == [AssignmentFields.Body("sở ngoại vụ")])
        typed.deadline = "khi nào tiện"
        #expect(typed.understood(standing, of: matter.document, matching) == .noDeadline)
    }

    @Test func aNameThatCannotBeToldIsAskedAbout() async throws {
        let (matter, directory) = try await matter()
        let standing = try matter.assignments.beginning("Hướng dẫn các câu lạc bộ")
        let matching = BodyMatching(
            directory, matter.document.scope, issued: matter.document.day, today: Office31.today)
        var typed = TypedFields(standing)
        typed.leads = ["cong thuong"]
        guard case .questions(let questions) = typed.understood(standing, of: matter.document, matching) else {
            return #expect(Bool(false))
        }
        let first = try #require(questions.first?.candidates.first)
        #expect(directory.name(of: first, on: Office31.today) == "Sở Công Thương")
        typed.choices["cong thuong"] = first
        guard case .fields(let fields) = typed.understood(standing, of: matter.document, matching) else {
            return #expect(Bool(false))
        }
        #expect(fields.leads == [AssignmentFields.Body("cong thuong", .units([first]))])
        typed.choices = [:]
        typed.left = ["cong thuong"]
        guard case .fields = typed.understood(standing, of: matter.document, matching) else {
            return #expect(Bool(false))
        }
    }

    @Test func whatWaitsForItsReviewIsCounted() async throws {
        let (matter, directory) = try await matter()
        let plan = matter.plan.id
        let first = try #require(matter.drafts.first?.assignment)
        let last = try #require(matter.drafts.last?.assignment)
        try await TestStore.current.write { db in
            try Review.accept(first.id, version: first.version, directory, by: Office31.act, db)
            try Review.drop(last.id, version: last.version, reason: "Thử", by: Office31.act, db)
        }
        let waiting = try await TestStore.current.read { try Review.waiting(plans: [plan], $0) }
        let count = matter.assignments.count
        #expect(waiting == [plan: Review.Waiting(all: count - 1, drafts: count - 2)])
        let again = try await TestStore.current.read { try ReviewMatter.of(plan, directory, on: Office31.today, $0) }
        #expect(again?.reasons == [last.id: "Thử"] && again?.shown.count == count - 1)
        #expect(again?.occurrences[first.id]?.count ?? 0 > 0)
    }

    @Test func aPlanOfNoProvinceIsGivenOne() async throws {
        try await Office31.found()
        let text = SamplePaper.text.replacing("THÀNH PHỐ HẢI PHÒNG", with: "TỈNH LAM GIANG")
            .replacing("Hải Phòng, ngày", with: "Lam Giang, ngày").replacing("Đồ Sơn", with: "Cát Trắng")
        let plan = try #require(try await SamplePaper.imported(text).plan)
        let (before, directory) = try await TestStore.current.read { db in
            (try ReviewedAssignment.all(of: plan, db), try Organisations.directory(db))
        }
        #expect(before.flatMap(\.bodies).allSatisfy { $0.outcome == .unknown })
        let province = try #require(directory.provinces(on: Office31.today).first?.organisation)
        try await TestStore.current.write {
            try Review.setProvince(of: plan, to: province, directory, by: Office31.act, $0)
        }
        let after = try await Office31.reviewed(plan)
        #expect(Set(after.flatMap(\.bodies).filter { $0.outcome == .unknown }.map(\.written)).count == 1)
        #expect(after.allSatisfy { $0.assignment.version <= 2 })
        await #expect(throws: Refusal("review.has-province")) {
            try await TestStore.current.write {
                try Review.setProvince(of: plan, to: province, directory, by: Office31.act, $0)
            }
        }
        try await TestStore.current.write { try Review.unsetProvince(of: plan, by: Office31.act, $0) }
        let again = try await Office31.reviewed(plan)
        #expect(again.flatMap(\.bodies).map(\.written) == before.flatMap(\.bodies).map(\.written))
        #expect(again.flatMap(\.bodies).allSatisfy { $0.outcome == .unknown })
        await #expect(throws: Refusal("review.no-province-set")) {
            try await TestStore.current.write { try Review.unsetProvince(of: plan, by: Office31.act, $0) }
        }
    }
}

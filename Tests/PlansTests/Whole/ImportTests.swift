import Documents
import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@Suite(.onEachEngine(Office31.migrations))
struct ImportTests {
    @Test func aDocumentBecomesAPlanThatWaitsForItsReview() async throws {
        try await Office31.found()
        let imported = try await SamplePaper.imported()
        #expect(imported.recognition == nil)
        let all = try await Office31.reviewed(imported.plan)
        #expect(all.count { $0.assignment.part == .annex } == 3)
        #expect(all.allSatisfy { $0.state == .draft })
        let delegations = try all.beginning("Mời đoàn nghệ nhân")
        #expect(delegations.assignment.target == Target(least: 1, most: 2, unit: "đoàn", per: .year))
        #expect(
            delegations.assignment.quote.text
                == "Mời đoàn nghệ nhân diều quốc tế đến biểu diễn tại bãi biển Đồ Sơn | Sở Ngoại vụ | Sở Công Thương; "
                + "các đơn vị liên quan | Đoàn nghệ nhân (dự kiến 1-2 đoàn/năm) | Hằng năm")
        #expect(delegations.leads.map(\.certainty) == [.exact])
        #expect(delegations.coordinators.map(\.outcome) == [.units, .open])
        let count = try await TestStore.current.read { try $0.value("SELECT count(*) FROM occurrences", Int.self) }
        #expect(count == 0)
    }

    @Test func namesOfBeforeLeadToTheSuccessorWithTheReasonAndUnknownOnesToNobody() async throws {
        try await Office31.found()
        let all = try await Office31.reviewed(try await SamplePaper.imported().plan)
        let body = try #require(try all.beginning("Hướng dẫn các câu lạc bộ").leads.first)
        #expect(body.written == "Sở Kế hoạch và Đầu tư" && body.certainty == .predecessor)
        let directory = try await TestStore.current.read { try Organisations.directory($0) }
        #expect(body.units.map { directory.name(of: $0, on: Office31.today) } == ["Sở Tài chính"])
        #expect(try OfficeTexts.catalogue(.vi).text(body.reason).contains("nay là Sở Tài chính"))
        let stranger = try #require(try all.beginning("Hướng dẫn kỹ thuật dán giấy").leads.first)
        #expect(stranger.outcome == .unknown && stranger.units.isEmpty)
    }

    @Test func acceptedItStandsForEveryCommuneInEveryYearOfThePlan() async throws {
        try await Office31.found()
        let all = try await Office31.reviewed(try await SamplePaper.imported(isAccepted: true).plan)
        #expect(all.allSatisfy { $0.state == .accepted })
        let yearly = try await Office31.occurrences(of: try all.beginning("Lập danh sách gia đình").assignment.id)
        #expect(yearly.count == 3 * 114)
        #expect(Set(yearly.compactMap(\.unit)).count == 114)
        #expect(Set(yearly.map(\.due?.description)) == ["2026-11-30", "2027-11-30", "2028-11-30"])
        let undated = try await Office31.occurrences(of: try all.beginning("Giữ bãi thả diều").assignment.id)
        #expect(undated.count == 114 && undated.allSatisfy { $0.due == nil })
        let twice = try await Office31.occurrences(of: try all.beginning("Tổ chức sơ kết").assignment.id)
        #expect(twice.map(\.period?.key) == ["2027", "2028"])
        let unknown = try await Office31.occurrences(of: try all.beginning("Hướng dẫn kỹ thuật dán giấy").assignment.id)
        #expect(unknown.count == 1 && unknown[0].unit == nil && unknown[0].body != nil)
    }

    @Test func theSameDocumentIsRecognisedInTheSameFileAndInAnother() async throws {
        try await Office31.found()
        let first = try await SamplePaper.imported(isAccepted: true)
        let again = try await SamplePaper.imported(name: "ban-sao.txt", isAccepted: true)
        #expect(again == ImportedDocument(document: first.document, plan: first.plan, recognition: .sameFile))
        let other = try await SamplePaper.imported(SamplePaper.text.replacing("Số: 905", with: "Số:  905 "))
        #expect(other.recognition == .sameDocument && other.document == first.document)
        let counts = try await TestStore.current.read { db in
            try ["documents", "plans", "kept_files"].map { try db.value("SELECT count(*) FROM \(name: $0)", Int.self) }
        }
        #expect(counts == [1, 1, 1])
    }

    @Test func wordsWithoutAccentsFindTheDocumentAndTheAssignment() async throws {
        try await Office31.found()
        _ = try await SamplePaper.imported()
        let kinds = try await TestStore.current.read { db in
            try Search.find("\"gia dinh co nghe lam dieu\"", db).map(\.kind)
        }
        #expect(Set(kinds) == ["document", "assignment"])
    }

    @Test func whatWasReadIsKept() async throws {
        try await Office31.found()
        let id = try await SamplePaper.imported().document
        let handover = try await SamplePaper.handover()
        try await TestStore.current.read { db in
            let kept = try #require(try DocumentRegister.reading(of: id, db))
            #expect(kept.assignments == handover.document.assignments && kept.findings == handover.document.findings)
            #expect(try DocumentRegister.lines(of: id, db) == handover.lines)
            #expect(try DocumentRegister.document(id, db)?.scope.issuer != nil)
            #expect(try DocumentRegister.documents(citing: "36-NQ/tw", db).map(\.id) == [id])
            #expect(try Journal.verify(db).broken == nil)
        }
    }

    @Test func bodiesOfAnotherProvinceAreNoUnitsOfOurs() async throws {
        try await Office31.found(["01"])
        let imported = try await SamplePaper.imported(isAccepted: true)
        let all = try await Office31.reviewed(imported.plan)
        #expect(all.flatMap(\.bodies).allSatisfy { $0.outcome == .unknown && $0.units.isEmpty })
        #expect(all.flatMap(\.bodies).allSatisfy { $0.reason.key == "plan.other-province" })
        #expect(try await Office31.occurrences(of: try all.beginning("Lập danh sách").assignment.id).count == 3)
    }

    @Test func whatCannotBeImportedLeavesNothing() async throws {
        try await Office31.found()
        var handover = try await SamplePaper.handover()
        let many = Array(repeating: handover.document.assignments[0], count: 5_001)
        handover.document.assignments = many
        let hostile = handover
        await #expect(throws: Refusal.self) {
            try await TestStore.current.write { db in
                let file = try FileKeeper().receive(.bytes([1, 2, 3]), name: "x.txt", mediaType: "text/plain")
                _ = try PlanImport.store(
                    hostile, file: file, name: "x.txt", keeper: FileKeeper(), isAccepted: true, by: Office31.act, db)
            }
        }
        let count = try await TestStore.current.read { try $0.value("SELECT count(*) FROM documents", Int.self) }
        #expect(count == 0)
    }
}

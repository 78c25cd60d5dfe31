import Foundation
import Office
import Plans
import Storage
import TestSupport
import Testing
import WebTestSupport
import WorkCalendar

@Suite("Reviewing in the browser", .onEachEngine(ImportSite.migrations))
struct ReviewPageTests {
    private func opened() async throws -> (TestBrowser, plan: Int, [ReviewedAssignment]) {
        let site = try await ImportSite()
        let browser = try await site.browser()
        let plan = try await site.imported(browser)
        return (browser, plan, try await Office31.reviewed(plan))
    }

    @Test func `Each assignment stands beside the words it was read from, with links both ways`() async throws {
        let (browser, plan, all) = try await opened()
        let page = try await browser.get(ReviewPages.path(plan))
        #expect(page.status == 200)
        for id in all.map(\.assignment.id) {
            #expect(page.text.contains("id=\"q-\(id)\"") && page.text.contains("href=\"#q-\(id)\""))
            #expect(page.text.contains("id=\"n-\(id)\"") && page.text.contains("href=\"#n-\(id)\""))
        }
        #expect(page.text.contains("→ Sở Tài chính") && page.text.contains("tên cũ"))
        #expect(page.text.contains("Cơ quan chưa xác định được (1)"))
        #expect(!page.text.contains("style=\"") && !page.text.contains("onclick"))
    }

    @Test func `A lead and a deadline are corrected, and the correction is taken back`() async throws {
        let (browser, plan, all) = try await opened()
        let first = try all.beginning("Hướng dẫn các câu lạc bộ").assignment
        let path = "\(ReviewPages.path(plan))/\(first.id)"
        #expect(try await browser.get("\(ReviewPages.path(plan))?sua=\(first.id)").text.contains("name=\"lead\""))
        let saved = try await browser.post(
            "\(path)/sua",
            [
                "version": "1", "text": first.text, "lead": "so cong thuong", "lead": "", "deadline": "30/11 hằng năm",
            ])
        #expect(saved.status == 303)
        let page = try await browser.get(ReviewPages.path(plan))
        #expect(page.text.contains("→ Sở Công Thương") && page.text.contains("hạn đầu tiên 30/11/2026"))
        let undone = try await browser.post("\(path)/hoan-tac", ["version": "2", "what": "correction"])
        #expect(undone.status == 303)
        #expect(try await browser.get(ReviewPages.path(plan)).text.contains("→ Sở Tài chính"))
    }

    @Test func `A name that cannot be told is asked about, and so is a deadline`() async throws {
        let (browser, plan, all) = try await opened()
        let id = try all.beginning("Hướng dẫn các câu lạc bộ").assignment.id
        let path = "\(ReviewPages.path(plan))/\(id)/sua"
        let asked = try await browser.post(
            path, ["version": "1", "text": "A", "lead": "cong thuong", "deadline": "Quý IV/2026"])
        #expect(asked.status == 422 && asked.text.contains("“cong thuong” là cơ quan nào?"))
        let unit = try #require(asked.text.firstMatch(of: /value="([0-9]+)"[^>]*><span>Sở Công Thương/)).1
        let answered = try await browser.post(
            path,
            [
                "version": "1", "text": "A", "lead": "cong thuong", "who:cong thuong": String(unit),
                "deadline": "Quý IV/2026",
            ])
        #expect(answered.status == 303)
        let unclear = try await browser.post(
            path, ["version": "2", "text": "A", "lead": "cong thuong", "deadline": "khi nào tiện"])
        #expect(unclear.status == 422 && unclear.text.contains("Chưa hiểu thời hạn này"))
        #expect(unclear.text.contains("value=\"khi nào tiện\""))
    }

    @Test func `Who was slower sees what stands, and what was to be stored`() async throws {
        let (browser, plan, all) = try await opened()
        let first = try all.beginning("Giữ bãi thả diều").assignment
        let path = "\(ReviewPages.path(plan))/\(first.id)"
        let fields: KeyValuePairs = ["version": "1", "text": "Của tôi", "deadline": ""]
        _ = try await browser.post("\(path)/sua", ["version": "1", "text": "Của người khác", "deadline": ""])
        let stale = try await browser.post("\(path)/sua", fields)
        #expect(stale.status == 409)
        #expect(stale.text.contains("<td>Của người khác</td>") && stale.text.contains("<td>Của tôi</td>"))
        #expect(try await browser.post("\(path)/chap-nhan", ["version": "1"]).status == 409)
        let forced = try await browser.post("\(path)/sua", ["version": "2", "text": "Của tôi", "deadline": ""])
        #expect(forced.status == 303)
    }

    @Test func `One is accepted, one dropped, and both are taken back`() async throws {
        let (browser, plan, all) = try await opened()
        let (first, second) = (all[0].assignment, all[1].assignment)
        let path = ReviewPages.path(plan)
        #expect(try await browser.post("\(path)/\(first.id)/chap-nhan", ["version": "1"]).status == 303)
        let page = try await browser.get(path)
        #expect(page.text.contains("kỳ thực hiện được lập") && page.text.contains("hoan-tac?version=2"))
        #expect(try await browser.post("\(path)/\(first.id)/hoan-tac?version=2").status == 303)
        #expect(try await browser.post("\(path)/\(second.id)/bo", ["version": "1", "reason": "Trùng"]).status == 303)
        #expect(try await browser.get(path).text.contains("Lý do: Trùng"))
        #expect(try await Office31.reviewed(plan).map(\.state).prefix(2) == [.draft, .dropped])
        #expect(try await browser.post("\(path)/\(second.id)/hoan-tac", ["version": "2"]).status == 303)
        #expect(try await Office31.reviewed(plan).allSatisfy { $0.state == .draft })
    }

    @Test func `Two are joined, one is split, and all are accepted`() async throws {
        let (browser, plan, all) = try await opened()
        let path = ReviewPages.path(plan)
        let joined = try await browser.post(
            "\(path)/gop", ["chosen": "\(all[0].assignment.id):1", "chosen": "\(all[1].assignment.id):1"])
        #expect(joined.status == 303 && joined.location?.contains("?sua=") == true)
        let third = all[2].assignment.id
        #expect(
            try await browser.post("\(path)/\(third)/tach", ["version": "1", "parts": "Việc một\nViệc hai\n"]).status
                == 303)
        let count = try await Office31.reviewed(plan).count { $0.state == .draft }
        #expect(count == all.count)
        #expect(try await browser.post("\(path)/chap-nhan-het").status == 303)
        let page = try await browser.get(path)
        #expect(page.text.contains("\(count) đã chấp nhận") && page.text.contains("href=\"/ke-hoach/\(plan)\""))
    }

    @Test func `Units and deadlines are suggested as one types`() async throws {
        let (browser, plan, _) = try await opened()
        let units = try await browser.get("\(ReviewPages.path(plan))/don-vi?q=ngoai%20vu")
        #expect(units.text.hasPrefix("[\"Sở Ngoại vụ\""))
        let deadline = try await browser.get("\(ReviewPages.path(plan))/thoi-han?q=qu%C3%BD%204%2F2026")
        #expect(deadline.text == #"{"text":"trong quý, hạn 31/12/2026"}"#)
    }

    @Test func `An assignment of another plan is not found`() async throws {
        let (browser, plan, all) = try await opened()
        let path = "\(ReviewPages.path(plan + 1))/\(all[0].assignment.id)/chap-nhan"
        #expect(try await browser.post(path, ["version": "1"]).status == 404)
        #expect(try await browser.get(ReviewPages.path(plan + 1)).status == 404)
    }

    @Test func `A target and the meaning of an open group are chosen, and who gets work is told before`() async throws {
        let (browser, plan, all) = try await opened()
        let path = ReviewPages.path(plan)
        let kites = try all.beginning("Mời đoàn nghệ nhân").assignment
        let edit = try await browser.get("\(path)?sua=\(kites.id)")
        #expect(edit.text.contains("“các đơn vị liên quan” là những ai?") && edit.text.contains("name=\"target\""))
        let preview = try await browser.get("\(path)/nghia?q=departments")
        #expect(preview.text.contains("đơn vị có việc: ") && preview.text.contains("Sở Công Thương"))
        let target = try await browser.get("\(path)/chi-tieu?q=1-2%20%C4%91o%C3%A0n%2Fn%C4%83m")
        #expect(target.text == #"{"text":"mỗi năm: từ 1 đến 2 đoàn"}"#)
        var fields: KeyValuePairs = [
            "version": "1", "text": kites.text, "lead": "Sở Ngoại vụ", "coordinate": "Sở Công Thương",
            "coordinate": "các đơn vị liên quan", "target": "khá nhiều đoàn", "deadline": "Hằng năm",
            "means:các đơn vị liên quan": "departments",
        ]
        #expect(try await browser.post("\(path)/\(kites.id)/sua", fields).status == 422)
        fields = [
            "version": "1", "text": kites.text, "lead": "Sở Ngoại vụ", "coordinate": "Sở Công Thương",
            "coordinate": "các đơn vị liên quan", "target": "ít nhất 3 đoàn/năm", "deadline": "Hằng năm",
            "means:các đơn vị liên quan": "departments",
        ]
        #expect(try await browser.post("\(path)/\(kites.id)/sua", fields).status == 303)
        let kept = try #require(try await Office31.reviewed(plan).first { $0.assignment.id == kites.id })
        #expect(kept.assignment.target == Target(least: 3, most: nil, unit: "đoàn", per: .year))
        #expect(kept.coordinators.last?.outcome == .group && kept.coordinators.last?.groups == ["departments"])
        let page = try await browser.get(path)
        #expect(page.text.contains("<dd>ít nhất 3 đoàn/năm") && page.text.contains("href=\"#nhom-departments\""))
        let undone = try await browser.post("\(path)/\(kites.id)/hoan-tac", ["version": "2", "what": "correction"])
        #expect(undone.status == 303)
        let before = try #require(try await Office31.reviewed(plan).first { $0.assignment.id == kites.id })
        #expect(before.assignment.target?.most == 2 && before.coordinators.last?.outcome == .open)
    }

    @Test func `Accepting all, joining and splitting are taken back from the notice`() async throws {
        let (browser, plan, all) = try await opened()
        let path = ReviewPages.path(plan)
        func undo() async throws -> Int {
            let page = try await browser.get(path)
            let address = try #require(page.text.firstMatch(of: /action="([^"]*hoan-tac[^"]*)"/)).1
            return try await browser.post(String(address).replacing("&amp;", with: "&")).status
        }
        _ = try await browser.post(
            "\(path)/gop", ["chosen": "\(all[0].assignment.id):1", "chosen": "\(all[1].assignment.id):1"])
        #expect(try await undo() == 303)
        let third = all[2].assignment
        _ = try await browser.post("\(path)/\(third.id)/tach", ["version": "1", "parts": "Việc một\nViệc hai\n"])
        #expect(try await undo() == 303)
        let drafts = try await Office31.reviewed(plan).filter { $0.state == .draft }.map(\.assignment.id)
        #expect(drafts.sorted() == all.map(\.assignment.id).sorted())
        #expect(try await browser.post("\(path)/chap-nhan-het").status == 303)
        #expect(try await undo() == 303)
        #expect(try await Office31.reviewed(plan).count { $0.state == .draft } == all.count)
        #expect(try await browser.get(path).text.contains("\(all.count) nhiệm vụ lại chờ rà soát"))
        #expect(try await browser.post("\(path)/chap-nhan-het/hoan-tac").status == 422)
    }
}

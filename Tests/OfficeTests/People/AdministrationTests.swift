import Storage
import TestSupport
import Testing
import Web
import WebTestSupport
import WorkCalendar

@testable import Office

@Suite("Administration in the browser", .onEachEngine(TestOffice.migrations))
struct AdministrationTests {
    private func office() async throws -> TestOffice { try await TestOffice(TestStore.current) }

    @Test func `An account is added, found without accents, and taken out of use with its sessions`() async throws {
        let office = try await office()
        let browser = try await office.browser(as: .administrator)
        _ = try await browser.get("/quan-tri/tai-khoan/them")
        let wrong = try await browser.post(
            "/quan-tri/tai-khoan/them",
            [
                "name": "Vũ Thị Sen", "login": "sen.vu", "unit": "Sở Trên Trời", "role": "officer",
                "title": "Chuyên viên",
            ])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"Vũ Thị Sen\""))
        let added = try await browser.post(
            "/quan-tri/tai-khoan/them",
            [
                "name": "Vũ Thị Sen", "login": "sen.vu", "unit": "so cong thuong", "role": "officer",
                "title": "Chuyên viên",
            ])
        let address = try #require(added.location)
        #expect(try await browser.get("/quan-tri?q=vu+thi").text.contains("Vũ Thị Sen"))
        #expect(
            try await browser.get("/quan-tri.csv?q=vu+thi").text.hasSuffix(
                "\r\nVũ Thị Sen,sen.vu,\"Chuyên viên, Sở Công Thương\",có,không\r\n"))
        #expect(try await browser.get(address).text.contains("Sở Công Thương"))
        #expect(try await browser.post("\(address)/ngung", ["reason": ""]).status == 422)
        #expect(try await browser.post("\(address)/ngung", ["reason": "Chuyển công tác"]).status == 303)
        #expect(try await browser.get("/quan-tri?q=sen.vu").text.contains("ngừng dùng"))
        #expect(try await browser.post("\(address)/lien-ket").status == 422)
        #expect(try await browser.post("\(address)/dung-lai", ["reason": "Trở lại"]).status == 303)
    }

    @Test func `Nobody shuts oneself out`() async throws {
        let office = try await office()
        let browser = try await office.browser(as: .administrator)
        let person = try #require(office.people[.administrator])
        let address = "/quan-tri/tai-khoan/\(person.account.id.rawValue)"
        #expect(try await browser.post("\(address)/ngung", ["reason": "Thử"]).status == 422)
        let position = String(person.position.id.rawValue)
        #expect(try await browser.post("\(address)/thoi-giu", ["position": position]).status == 422)
        #expect(try await browser.post("/quan-tri/vi-tri/\(position)/thoi-giu").status == 422)
    }

    @Test func `A merger is shown before it is done, and done when it was confirmed`() async throws {
        let office = try await office()
        let browser = try await office.browser(as: .administrator)
        let form = "/quan-tri/co-quan/thay-doi"
        for name in ["Sở Kế hoạch", "Sở Tài chính"] {
            let fields: KeyValuePairs = [
                "kind": "add", "name": name, "parent": "Thành phố Sông Xanh", "level": "department",
                "sort": "department", "day": "2026-11-20", "confirmed": "1",
            ]
            #expect(try await browser.post(form, fields).status == 303)
        }
        let merger: KeyValuePairs = [
            "kind": "merge", "from": "Sở Kế hoạch\r\nSở Tài chính", "to": "Sở Tài chính", "day": "2026-12-01",
            "basis": "Nghị quyết 12/NQ-HĐND", "verified": "1",
        ]
        #expect(
            try await browser.post(form, ["kind": "merge", "from": "Sở Kế hoạch", "to": "Sở Tài chính"]).status == 422)
        let preview = try await browser.post(form, merger)
        #expect(preview.status == 200)
        #expect(preview.text.contains("Sở Kế hoạch kết thúc từ ngày 01/12/2026"))
        #expect(try await browser.get("/co-quan?ngay=2026-12-01").text.contains(">Sở Kế hoạch<"))
        #expect(preview.text.contains("name=\"confirmed\""))
        let confirmed: KeyValuePairs = [
            "kind": "merge", "from": "Sở Kế hoạch\r\nSở Tài chính", "to": "Sở Tài chính", "day": "2026-12-01",
            "basis": "Nghị quyết 12/NQ-HĐND", "verified": "1", "confirmed": "1",
        ]
        #expect(try await browser.post(form, confirmed).status == 303)
        #expect(try await browser.get("/co-quan?ngay=2026-11-30").text.contains(">Sở Kế hoạch<"))
        #expect(!(try await browser.get("/co-quan?ngay=2026-12-01").text.contains(">Sở Kế hoạch<")))
        let units = try await office.store.read { try Organisations.directory($0) }
        let heir = try NamedUnit.only("Sở Tài chính", on: office.clock.now.day, units)
        let page = try await browser.get("/co-quan/\(heir.rawValue)")
        #expect(page.text.contains("<svg") && page.text.contains("Nghị quyết 12/NQ-HĐND"))
    }

    @Test func `Names of units are suggested without accents`() async throws {
        let office = try await office()
        let browser = try await office.browser(as: .officer)
        #expect(try await browser.get("/co-quan/goi-y?q=so+cong").text == "[\"Sở Công Thương\"]")
    }

    @Test func `The journal is read by person and kind, and verified`() async throws {
        let office = try await office()
        let administrator = try await office.browser(as: .administrator)
        let id = try #require(office.people[.officer]).account.id.rawValue
        _ = try await administrator.post("/quan-tri/tai-khoan/\(id)/mo-khoa")
        let own = try #require(office.people[.administrator]).account.id.rawValue
        let auditor = try await office.browser(as: .auditor)
        let page = try await auditor.get("/nhat-ky?nguoi=\(own)&viec=account&tu=2026-11-20&den=2026-11-20")
        #expect(page.text.contains("<strong>Mở khóa</strong>"))
        #expect(!page.text.contains("<strong>Thêm tài khoản</strong>"))
        #expect(try await auditor.get("/nhat-ky?den=2026-11-19").text.contains("Không có dòng nào như vậy"))
        #expect(try await auditor.post("/nhat-ky/kiem-chung").text.contains("Nhật ký còn nguyên vẹn"))
        #expect(try await auditor.post("/nhat-ky/kiem-chung", ["mark": "12"]).status == 422)
    }
}

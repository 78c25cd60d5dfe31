import TestSupport
import Testing
import WebTestSupport

@testable import Registers

@Suite("Registers in the browser", .onEachEngine(RegisterOffice.migrations))
struct RegisterPagesTests {
    /// Records a delegation as people type it, and gives its address.
    private func recorded(_ browser: TestBrowser) async throws -> String {
        let saved = try await browser.post(
            "/so/visits/moi",
            [
                "f.name": "Đoàn tỉnh <Quảng Đông>", "f.level": "high", "f.countries": "trung quoc, Lào",
                "f.arrival": "02/7/2026", "f.planned": "quý 3/2026", "f.people": "1.204",
                "f.cost": "1.200,5 triệu", "f.cost.currency": "VND", "f.host": "so du lich",
                "f.telephone": "0912 345 678", "l.payments": "0", "l.payments.0.paid": "5-7-2026",
                "l.payments.0.amount": "350 USD", "l.payments": "1",
            ])
        #expect(saved.status == 303, "\(saved.text)")
        return try #require(saved.location)
    }

    @Test func `What people type is recorded, and shown as the office writes it`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let page = try await browser.get(try await recorded(browser)).text
        for text in [
            "Đoàn tỉnh &lt;Quảng Đông>", "Cấp cao", "Trung Quốc, Lào", "02/7/2026", "Quý III/2026", "1.204 người",
            "1.200.500.000 đồng", "Sở Du lịch", "05/7/2026", "350 USD", "Dự kiến", "Ghi bản ghi mới",
        ] {
            #expect(page.contains(text) || page.contains(text.replacing(">", with: "&gt;")), "\(text)")
        }
        #expect(!page.contains("0912"))
    }

    @Test func `The list counts, narrows, sorts and adds up; it is taken away as it is shown`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        _ = try await recorded(browser)
        for (name, people) in [("Đoàn Viêng Chăn", "12"), ("Đoàn doanh nghiệp", "30")] {
            let saved = try await browser.post(
                "/so/visits/moi",
                [
                    "f.name": name, "f.countries": "Lào", "f.arrival": "15/8/2026", "f.people": people,
                    "f.level": "local",
                ])
            #expect(saved.status == 303)
        }
        #expect(try await browser.get("/so").text.contains("3 đoàn"))
        let all = try await browser.get("/so/visits").text
        #expect(all.contains("3 đoàn") && all.contains("1.246"))
        let high = try await browser.get("/so/visits?loc-level=high").text
        #expect(high.contains("Quảng Đông") && !high.contains("Viêng Chăn"))
        let may = try await browser.get("/so/visits?tu=th%C3%A1ng%208/2026&xep=people").text
        #expect(!may.contains("Quảng Đông"))
        let (small, great) = (may.firstRange(of: "Viêng Chăn"), may.firstRange(of: "Đoàn doanh nghiệp"))
        #expect(try #require(small).lowerBound < (try #require(great)).lowerBound)
        let found = try await browser.get("/so/visits?q=vieng+chan").text
        #expect(found.contains("Đoàn Viêng Chăn") && !found.contains("doanh nghiệp"))
        let csv = try await browser.get("/so/visits.csv?loc-level=local").text
        #expect(csv.contains("Đoàn Viêng Chăn") && !csv.contains("Quảng Đông"))
        #expect(try await browser.get("/so/visits.json?loc-level=high").text.contains("\"people\":1204"))
    }

    @Test func `What cannot be read is told at its field; what was typed stays, and nothing is recorded`() async throws
    {
        let browser = try await RegisterOffice().browser(.officer)
        let page = try await browser.post(
            "/so/visits/moi",
            ["f.name": "", "f.arrival": "31/2/2026", "f.countries": "Nước Không Có", "f.people": "nhiều lắm"])
        #expect(page.status == 422)
        for text in ["“31/2/2026” không phải ngày", "Nước Không Có", "“nhiều lắm” không phải số", "cần điền"] {
            #expect(page.text.contains(text), "\(text)")
        }
        #expect(page.text.contains("value=\"nhiều lắm\""))
        #expect(try await browser.get("/so/visits").text.contains("Sổ chưa có đoàn nào."))
    }

    @Test func `A line more or less needs no script and records nothing`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let more = try await browser.post("/so/visits/moi", ["f.name": "Đoàn A", "them": "payments"])
        #expect(more.status == 200 && more.text.contains("name=\"l.payments.0.paid\""))
        #expect(more.text.contains("value=\"Đoàn A\""))
        let less = try await browser.post(
            "/so/visits/moi", ["f.name": "Đoàn A", "l.payments": "0", "bo": "payments.0"])
        #expect(!less.text.contains("name=\"l.payments.0.paid\""))
    }

    @Test func `A step asks for what it needs, is taken, and undone`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let path = try await recorded(browser)
        #expect(try await browser.get(path).text.contains("name=\"f.result\""))
        let refused = try await browser.post("\(path)/chuyen/receive", ["phien-ban": "1"])
        #expect(refused.status == 422 && refused.text.contains("cần điền trước khi chuyển trạng thái"))
        let moved = try await browser.post(
            "\(path)/chuyen/receive", ["phien-ban": "1", "f.result": "Tốt đẹp", "ngay": "03/7/2026"])
        #expect(moved.status == 303)
        #expect(try await browser.get(path).text.contains("Đã đón"))
        #expect(try await browser.post("\(path)/hoan-tac", ["phien-ban": "3"]).status == 303)
        let page = try await browser.get(path).text
        #expect(page.contains("badge wait") && page.contains("Hoàn tác chuyển trạng thái"))
    }

    @Test func `Who was slower is told, and keeps what was typed`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let path = try await recorded(browser)
        let form = try await browser.get("\(path)/sua").text
        #expect(form.contains("value=\"Trung Quốc, Lào\"") && form.contains("value=\"1.204\""))
        func change(_ name: String) async throws -> TestBrowser.Page {
            try await browser.post(
                "\(path)/sua", ["phien-ban": "1", "f.name": name, "f.arrival": "02/7/2026", "f.host": "Sở Du lịch"])
        }
        #expect(try await change("Đoàn thứ nhất").status == 303)
        let slower = try await change("Đoàn thứ hai")
        #expect(slower.status == 422 && slower.text.contains("Người khác vừa sửa"))
        #expect(slower.text.contains("value=\"Đoàn thứ hai\""))
        let page = try await browser.get(path).text
        #expect(page.contains("<ins>Đoàn thứ nhất</ins>"))
    }

    @Test func `What is private is shown for a purpose alone, and every look stays`() async throws {
        let office = try await RegisterOffice()
        let browser = try await office.browser(.officer)
        let path = try await recorded(browser)
        for address in [path, "\(path)/sua", "/so/visits", "/so/visits.csv", "/so/visits.json"] {
            #expect(try await !browser.get(address).text.contains("0912"), "\(address)")
        }
        let refused = try await browser.post("\(path)/rieng-tu", ["muc-dich": ""])
        #expect(refused.status == 422 && !refused.text.contains("0912"))
        let open = try await browser.post("\(path)/rieng-tu", ["muc-dich": "Liên hệ đón đoàn"])
        #expect(open.status == 200 && open.text.contains("0912 345 678"))
        #expect(try await browser.get(path).text.contains("Liên hệ đón đoàn"))
        let clerk = try await office.browser(.clerk)
        #expect(try await clerk.post("\(path)/rieng-tu", ["muc-dich": "Xem"]).status == 403)
        #expect(try await !clerk.get(path).text.contains("Mục đích"))
    }

    @Test func `Another unit's record is not there; who administers sees no records`() async throws {
        let office = try await RegisterOffice()
        let path = try await recorded(try await office.browser(.officer))
        let stranger = try await office.browser(.stranger)
        #expect(try await stranger.get(path).status == 404)
        #expect(try await stranger.get("\(path)/sua").status == 404)
        #expect(try await stranger.post("\(path)/xoa", ["phien-ban": "1"]).status == 404)
        #expect(try await !stranger.get("/so/visits").text.contains("Quảng Đông"))
        #expect(try await office.browser(.administrator).get("/so").status == 403)
        #expect(try await office.browser(.coordinator).get(path).status == 200)
        #expect(try await stranger.get("/so/nothing-here").status == 404)
    }

    @Test func `A record that was removed leaves the list, and comes back`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let path = try await recorded(browser)
        #expect(try await browser.post("\(path)/xoa", ["phien-ban": "1", "ly-do": "Ghi nhầm"]).status == 303)
        #expect(try await !browser.get("/so/visits").text.contains("Quảng Đông"))
        #expect(try await browser.get("/so/visits?da-xoa=1").text.contains("Quảng Đông"))
        #expect(try await browser.post("\(path)/khoi-phuc", ["phien-ban": "2"]).status == 303)
        #expect(try await browser.get("/so/visits").text.contains("Quảng Đông"))
    }

    @Test func `Nothing to record is declared for a window, and a record that comes later contradicts it`() async throws
    {
        let browser = try await RegisterOffice().browser(.officer)
        let path = "/so/visits/khong-phat-sinh"
        #expect(try await browser.post(path, ["ky": "quý 3/2026"]).status == 303)
        #expect(try await browser.get(path).text.contains("khớp với sổ"))
        _ = try await recorded(browser)
        #expect(try await browser.get(path).text.contains("mâu thuẫn: sổ có 1 bản ghi"))
        let refused = try await browser.post(path, ["ky": "tháng 7/2026"])
        #expect(refused.status == 422 && refused.text.contains("Sổ đã có 1 bản ghi"))
    }

    @Test func `A view is kept under a name for its owner alone`() async throws {
        let office = try await RegisterOffice()
        let browser = try await office.browser(.officer)
        let saved = try await browser.post(
            "/so/visits/khung-nhin", ["ten": "Cấp cao năm nay", "cau-hoi": "loc-level=high&cot=name&cot=people"])
        #expect(saved.status == 303)
        #expect(try await browser.get("/so/visits").text.contains("Cấp cao năm nay"))
        #expect(try await !office.browser(.clerk).get("/so/visits").text.contains("Cấp cao năm nay"))
    }

    @Test func `Names are suggested without accents, one country after another`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        #expect(
            try await browser.get("/so/visits/goi-y/countries?q=L%C3%A0o,%20trung%20q").text.contains("Lào, Trung Quốc")
        )
        let partner = try await browser.post("/so/partners/moi", ["f.name": "Tỉnh Khăm Muộn", "f.country": "lao"])
        #expect(partner.status == 303)
        let suggested = try await browser.get("/so/visits/goi-y/partner?q=kham").text
        #expect(suggested.contains("Tỉnh Khăm Muộn #"))
        let saved = try await browser.post(
            "/so/visits/moi", ["f.name": "Đoàn B", "f.arrival": "1/9/2026", "f.partner": "kham muon"])
        #expect(try await browser.get(try #require(saved.location)).text.contains("Tỉnh Khăm Muộn"))
    }
}

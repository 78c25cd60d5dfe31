import TestSupport
import Testing
import WebTestSupport

@testable import Registers

@Suite("Changing many records at once", .onEachEngine(RegisterOffice.migrations))
struct BulkTests {
    /// Records three delegations, and gives their numbers.
    private func recorded(_ browser: TestBrowser) async throws -> [String] {
        var numbers: [String] = []
        for (name, level) in [("Đoàn A", "high"), ("Đoàn B", "local"), ("Đoàn C", "local")] {
            let saved = try await browser.post(
                "/so/visits/moi", ["f.name": name, "f.level": level, "f.arrival": "02/7/2026", "f.host": "so du lich"])
            numbers.append(String(try #require(saved.location?.split(separator: "/").last)))
        }
        return numbers
    }

    private func digest(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="xem-truoc" value="([0-9a-f]+)"/)).1)
    }

    /// How many records will change, stay, and cannot be changed.
    private func counts(_ page: String) -> [Int] {
        page.matches(of: /<strong>([0-9]+)<\/strong> bản ghi/).compactMap { Int($0.1) }
    }

    @Test func `Chosen records get a value after a preview, all at once, and it is taken back at once`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let numbers = try await recorded(browser)
        #expect(try await browser.get("/so/visits").text.contains("name=\"ma\" value=\"\(numbers[0])\""))
        let query = "ma=\(numbers[0])&ma=\(numbers[1])&viec=truong:level"
        #expect(try await browser.get("/so/visits/sua-nhieu?\(query)").text.contains("name=\"f.level\""))
        let look = try await browser.get("/so/visits/sua-nhieu?\(query)&f.level=high&xem=truong:level").text
        #expect(counts(look) == [1, 1, 0])
        #expect(look.contains("<del>Địa phương</del> → <ins>Cấp cao</ins>"))
        let done = try await browser.post(
            "/so/visits/sua-nhieu",
            ["cau-hoi": "\(query)&f.level=high&xem=truong:level", "xem-truoc": try digest(look)])
        #expect(done.status == 303, "\(done.text)")
        // The page that follows offers to take it back.
        let notice = try await browser.get("/so/visits").text
        let address = try #require(notice.firstMatch(of: /action="(\/so\/visits\/dot\/[0-9]+\/hoan-tac)"/)).1
        #expect(try await browser.get("/so/visits?loc-level=high").text.contains("2 đoàn"))
        #expect(try await browser.post(String(address)).status == 303)
        #expect(try await browser.get("/so/visits?loc-level=high").text.contains("1 đoàn"))
    }

    @Test func `A step is taken by those that are ready; what is missing in others is told`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let numbers = try await recorded(browser)
        let filled = try await browser.post(
            "/so/visits/\(numbers[0])/sua",
            ["phien-ban": "1", "f.name": "Đoàn A", "f.arrival": "02/7/2026", "f.host": "Sở Du lịch", "f.result": "Tốt"])
        #expect(filled.status == 303)
        let query = "tat-ca=1&viec=buoc:receive&xem=buoc:receive"
        let look = try await browser.get("/so/visits/sua-nhieu?\(query)").text
        #expect(counts(look) == [1, 0, 2])
        #expect(look.contains("cần điền trước khi chuyển trạng thái"))
        // Somebody else was faster: what was seen is not what would be done.
        let changed = try await browser.post(
            "/so/visits/\(numbers[1])/sua",
            ["phien-ban": "1", "f.name": "Đoàn B", "f.arrival": "02/7/2026", "f.host": "Sở Du lịch", "f.result": "Tốt"])
        #expect(changed.status == 303)
        let fields = ["cau-hoi": query, "xem-truoc": try digest(look)]
        let refused = try await browser.post("/so/visits/sua-nhieu", pairs: fields.map { ($0.key, $0.value) })
        #expect(refused.status == 422 && counts(refused.text) == [2, 0, 1])
        let done = try await browser.post(
            "/so/visits/sua-nhieu", ["cau-hoi": query, "xem-truoc": try digest(refused.text)])
        #expect(done.status == 303)
        #expect(try await browser.get("/so/visits?trang-thai=received").text.contains("2 đoàn"))
    }

    @Test func `Another unit's records are not there, and an amount that is none changes nothing`() async throws {
        let office = try await RegisterOffice()
        let numbers = try await recorded(try await office.browser(.officer))
        let stranger = try await office.browser(.stranger)
        #expect(try await stranger.get("/so/visits/sua-nhieu?ma=\(numbers[0])").text.contains("Chưa chọn bản ghi nào"))
        let browser = try await office.browser(.officer)
        let look = try await browser.get(
            "/so/visits/sua-nhieu?ma=\(numbers[0])&viec=truong:people&f.people=nhieu&xem=truong:people"
        ).text
        #expect(look.contains("“nhieu” không phải số") && !look.contains("xem-truoc"))
    }

    @Test func `A past record is recorded where it stands already`() async throws {
        let browser = try await RegisterOffice().browser(.officer)
        let form: KeyValuePairs<String, String> = [
            "f.name": "Đoàn cũ", "f.arrival": "02/7/2025", "f./trang-thai": "received",
        ]
        let refused = try await browser.post("/so/visits/moi", form)
        #expect(refused.status == 422 && refused.text.contains("cần điền trước khi chuyển trạng thái"))
        let saved = try await browser.post(
            "/so/visits/moi",
            ["f.name": "Đoàn cũ", "f.arrival": "02/7/2025", "f.result": "Tốt", "f./trang-thai": "received"])
        #expect(saved.status == 303)
        #expect(try await browser.get("/so/visits?trang-thai=received").text.contains("Đoàn cũ"))
    }
}

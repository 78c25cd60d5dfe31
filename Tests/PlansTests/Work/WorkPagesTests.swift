import HTTPTypes
import Office
import Plans
import Storage
import TestSupport
import Testing
import Web
import WebTestSupport

/// The daily pages, as four people use them.
@Suite(.onEachEngine(WorkOffice.migrations))
struct WorkPagesTests {
    @Test func fromTheMorningToTheApproval() async throws {
        let office = try await WorkOffice()
        let (officer, leader) = (try await office.browser(.officer), try await office.browser(.leader))
        let fair = "/ky-thuc-hien/\(office.fair)"

        let morning = try await officer.get("/viec-cua-toi")
        #expect(morning.status == 200)
        #expect(morning.text.contains("Tổ chức hội chợ &lt;diều&gt;") && morning.text.contains("trễ 11 ngày"))
        // What the unit takes part in is its morning, too.
        #expect(morning.text.contains("Mời đoàn nghệ nhân"))

        _ = try await officer.get(fair)
        let saved = try await officer.post(
            "\(fair)/tien-do",
            ["ngay": "2026-11-20", "noi-dung": "Đã mở hội chợ", "lien-ket": "https://haiphong.gov.vn/a"],
            files: [("tep", "ảnh.jpg", Array("anh".utf8))])
        #expect(saved.status == 303 && saved.location == fair)
        let page = try await officer.get(fair)
        #expect(page.text.contains("Đã mở hội chợ") && page.text.contains("ảnh.jpg"))
        let address = try #require(page.text.firstMatch(of: /\/minh-chung\/[0-9a-f]{64}/)).0
        let file = try await officer.get("\(fair)\(address)")
        #expect(file.text == "anh" && file.headers[.contentDisposition]?.hasPrefix("attachment") == true)

        #expect(try await officer.post("\(fair)/hoan-thanh", ["ngay": "2026-11-20"]).status == 303)
        #expect(try await leader.get("/viec-cua-toi").text.contains("báo hoàn thành ngày 20/11/2026"))
        #expect(try await officer.post("\(fair)/phe-duyet", ["tra-loi": "approve"]).status == 403)

        _ = try await leader.get(fair)
        #expect(try await leader.post("\(fair)/phe-duyet", ["tra-loi": "approve"]).status == 303)
        #expect(try await leader.get(fair).text.contains("Đã phê duyệt"))
        #expect(try await leader.get("/bang-dieu-hanh").text.contains("Đã hoàn thành 1 trong 1 việc (100%)."))
    }

    @Test func whatCannotBeTakenIsShownAgainWithWhatWasTyped() async throws {
        let office = try await WorkOffice()
        let officer = try await office.browser(.officer)
        let fair = "/ky-thuc-hien/\(office.fair)"
        _ = try await officer.get(fair)
        let answer = try await officer.post("\(fair)/tien-do", ["ngay": "2026-12-24", "noi-dung": "Đã \"xong\" <b>"])
        #expect(answer.status == 422)
        #expect(answer.text.contains("Ngày 24/12/2026 chưa đến") && answer.text.contains("Đã \"xong\" &lt;b&gt;"))
        let odd = try await officer.post("\(fair)/tien-do", ["lien-ket": "javascript:alert(1)"])
        #expect(odd.status == 422)
    }

    @Test func addressesTellAStrangerNothing() async throws {
        let office = try await WorkOffice()
        let stranger = try await office.browser(.stranger)
        _ = try await stranger.get("/viec-cua-toi")
        let (fair, none) = ("/ky-thuc-hien/\(office.fair)", "/ky-thuc-hien/999999")
        for path in ["", "/minh-chung/\(String(repeating: "a", count: 64))"] {
            #expect(try await stranger.get(fair + path).status == 404)
            #expect(try await stranger.get(none + path).status == 404)
        }
        for path in ["tien-do", "hoan-thanh", "mo-lai", "gia-han", "y-kien"] {
            let answer = try await stranger.post("\(fair)/\(path)", ["noi-dung": "x", "y-kien": "x", "ly-do": "x"])
            #expect(answer.status == 404, "\(path)")
        }
        let list = try await stranger.get("/nhiem-vu?don-vi=1")
        #expect(!list.text.contains("hội chợ"))
        #expect(!(try await stranger.get("/tim-kiem?q=hoi%20cho")).text.contains("<mark>"))
        // Who takes part sees it, and may not do it.
        let officer = try await office.browser(.officer)
        let tour = try await officer.get("/ky-thuc-hien/\(office.tour)")
        #expect(tour.status == 200 && !tour.text.contains("id=\"tien-do\""))
        #expect(try await officer.post("/ky-thuc-hien/\(office.tour)/tien-do", ["noi-dung": "x"]).status == 403)
    }

    @Test(arguments: [
        "/viec-cua-toi", "/nhiem-vu", "/nhiem-vu?trang-thai=openLate&xep=-don-vi&q=hoi%20cho&trang=3", "/nhiem-vu/lich",
        "/nhiem-vu/lich?han=2026-Q4", "/ke-hoach", "/ke-hoach?q=%22", "/bang-dieu-hanh", "/bang-dieu-hanh?nam=1900",
        "/tim-kiem", "/tim-kiem?q=hoi%20cho", "/tim-kiem?q=%22%22%2A", "/nhiem-vu?q=%27%20OR%201%3D1%20--",
    ])
    func everyPageAnswersEveryone(_ address: String) async throws {
        let office = try await WorkOffice()
        for person in WorkOffice.Person.allCases {
            let page = try await office.browser(person).get(address)
            #expect(page.status == 200, "\(person)")
            // A key without words would show itself.
            #expect(
                page.text.firstMatch(of: />(work|mine|plans|overview|found|occurrence|event|filter)\.[a-z-]+</) == nil)
        }
    }

    @Test func aPlanAndItsFilters() async throws {
        let office = try await WorkOffice()
        let coordinator = try await office.browser(.coordinator)
        let plan = try await coordinator.get("/ke-hoach/\(office.plan)")
        #expect(plan.status == 200 && plan.text.contains("Sở Công Thương") && plan.text.contains("Sở Du lịch"))
        let own = try await office.browser(.officer).get("/ke-hoach/\(office.plan)")
        #expect(own.status == 200 && !own.text.contains("Sở Công Thương"))

        _ = try await coordinator.get("/nhiem-vu")
        let kept = try await coordinator.post(
            "/bo-loc", ["ten": "Quá hạn", "cau-hoi": "trang-thai=openLate&la=x"])
        #expect(kept.status == 303 && kept.location == "/nhiem-vu?trang-thai=openLate")
        #expect(try await coordinator.get("/nhiem-vu").text.contains("href=\"/nhiem-vu?trang-thai=openLate\">Quá hạn"))
    }
}

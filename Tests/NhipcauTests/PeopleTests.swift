import Office
import Registers
import Storage
import TestSupport
import Testing
import WebTestSupport
import WorkCalendar

@testable import Nhipcau

/// People abroad: who is there twice, and what each of them agreed to.
@Suite("People on record", .onEachEngine(Schema.migrations, isShared: true)) struct PeopleTests {
    private static let path = "/so/people-abroad"

    private func typed(_ name: String, _ email: String) -> KeyValuePairs<String, String> {
        [
            "f.name": name, "f.birth-year": "1981", "f.country": "Nhật Bản", "f.email": email, "f.recorded": "1/2/2026",
        ]
    }

    @Test func `Who is recorded again is told, in the own units by number, in others only that there is one`()
        async throws
    {
        let office = try await PrivateOffice()
        let officer = try await office.browser(.officer)
        let first = try await officer.post("\(Self.path)/moi", typed("Khuẩng Thị Quềnh Lan", "lan@khuang.vn"))
        let known = try #require(first.location)
        let again = typed("Lan Khuang", "LAN@khuang.vn")
        let told = try await officer.post("\(Self.path)/moi", again)
        #expect(told.status == 422 && told.text.contains("Vẫn ghi") && told.text.contains("href=\"\(known)\""))
        #expect(told.text.contains("value=\"Lan Khuang\""), "what was typed stays")
        // As one types, too.
        let live = try await officer.post("\(Self.path)/trung/kiem-tra", again).text
        #expect(live.contains("href=\"\(known)\"") && !live.contains("khuang.vn"))
        #expect(try await officer.post("\(Self.path)/trung/kiem-tra", typed("Vũ Tòng", "t@x.vn")).text.isEmpty)

        // Whoever tries names out is seen to.
        let looks = try await office.browser(.auditor).get("/nhat-ky/luot-xem?so=people-abroad").text
        #expect(looks.contains("Danh sách trùng"))

        // Another unit has one who is the same.
        let other = try await office.person("Đặng Văn Khuẩng", 1975, "khuang@70420017.vn", of: office.other)
        let blind = try await officer.post(
            "\(Self.path)/moi",
            [
                "f.name": "Dang Van Khuang", "f.birth-year": "1975", "f.country": "Lào",
                "f.email": "khuang@70420017.vn", "f.recorded": "1/2/2026",
            ])
        #expect(blind.status == 422 && blind.text.contains("đã có ở đơn vị khác"))
        #expect(!blind.text.contains("\(Self.path)/\(other.rawValue)") && !blind.text.contains("Sở Hai"))

        // It is recorded all the same; its page tells no more, and asks the other unit.
        let saved = try await officer.post(
            "\(Self.path)/moi",
            [
                "f.name": "Dang Van Khuang", "f.birth-year": "1975", "f.country": "Lào",
                "f.email": "khuang@70420017.vn", "f.recorded": "1/2/2026", "van-ghi": "1",
            ])
        let record = try #require(saved.location)
        #expect(try await officer.post("\(record)/mo", ["muc-dich": "contact"]).status == 303)
        let page = try await officer.get(record).text
        #expect(page.contains("Người này đã có ở đơn vị khác.") && !page.contains("Sở Hai"))
        #expect(try await officer.post("\(record)/phoi-hop").status == 303)
        let notices = try await office.browser(.coordinator).get("/thong-bao").text
        #expect(notices.contains("Người Việt Nam ở nước ngoài #\(other.rawValue)") && !notices.contains("Khuẩng"))
        #expect(
            try await office.browser(.coordinator).get("/so/ban-ghi/\(other.rawValue)").location
                == "\(Self.path)/\(other.rawValue)")
    }

    @Test func `A register is looked through in the background; pairs are linked, and taken apart again`() async throws
    {
        let office = try await PrivateOffice()
        let one = try await office.person("Khuẩng Thị Quềnh Lan", 1981, "lan@khuang.vn", of: office.own)
        let two = try await office.person("Lan Khuang", 1981, "lan@khuang.vn", of: office.other)
        for (number, name) in ["Vũ Tòng Ba", "Bùi Lợi Năm", "Hà Sáu Mươi", "Tạ Bảy Tám"].enumerated() {
            _ = try await office.person(name, 1950 + number * 7, "\(number)@x.vn", of: office.own)
        }
        let coordinator = try await office.browser(.coordinator)
        #expect(try await coordinator.get("\(Self.path)/trung").text.contains("chưa được rà soát"))
        #expect(try await coordinator.post("\(Self.path)/trung").status == 303)
        #expect(try await coordinator.get("\(Self.path)/trung").text.contains("Đang rà soát"))
        try await office.work()
        let found = try await coordinator.get("\(Self.path)/trung").text
        for text in ["#\(one.rawValue)<", "#\(two.rawValue)<", "Rất có thể là một người", "Liên hệ", "1 cặp"] {
            #expect(found.contains(text), "\(text)")
        }
        #expect(!found.contains("khuang.vn"))
        // The other unit's is not told to an officer.
        let seen = try await office.browser(.officer).get("\(Self.path)/trung").text
        #expect(seen.contains("đã có ở đơn vị khác") && !seen.contains("#\(two.rawValue)<"))

        let record = "\(Self.path)/\(one.rawValue)"
        #expect(try await coordinator.post("\(record)/mo", ["muc-dich": "contact"]).status == 303)
        #expect(
            try await coordinator.post("\(record)/lien-ket", ["khac": "\(two.rawValue)", "la": "mot"]).status == 303)
        #expect(try await coordinator.get("\(Self.path)/trung").text.contains("Không có cặp nào"))
        #expect(try await coordinator.get(record).text.contains("Tách ra"))
        #expect(
            try await coordinator.post("\(record)/lien-ket", ["khac": "\(two.rawValue)", "la": "hai"]).status == 303)
        #expect(try await !coordinator.get(record).text.contains("Tách ra"))
        // Who may not record for the other unit links nothing of it.
        let officer = try await office.browser(.officer)
        #expect(try await officer.post("\(record)/lien-ket", ["khac": "\(two.rawValue)", "la": "mot"]).status == 422)
    }

    @Test func `What is private is seen for what the person agreed to, until it ends or is withdrawn`() async throws {
        let office = try await PrivateOffice()
        let person = try await office.person("Khuẩng Thị Quềnh Lan", 1981, "lan@khuang.vn", of: office.own)
        let officer = try await office.browser(.officer), record = "\(Self.path)/\(person.rawValue)"
        #expect(try await officer.post("\(record)/mo", ["muc-dich": "contact"]).status == 303)
        func see(_ purpose: String) async throws -> TestBrowser.Page {
            try await officer.post("\(record)/rieng-tu", ["muc-dich": purpose])
        }
        #expect(try await see("contact").status == 422)
        let given = try await officer.post(
            "\(record)/dong-y", ["cho": "contact", "cach": "paper", "tu": "1/3/2026", "den": "31/12/2098"])
        #expect(given.status == 303)
        #expect(try await see("contact").text.contains("lan@khuang.vn"))
        let other = try await see("trade")
        #expect(other.status == 422 && other.text.contains("chưa đồng ý") && !other.text.contains("lan@khuang.vn"))
        #expect(try await officer.get(record).text.contains("đến hết 31/12/2098"))

        #expect(try await officer.post("\(record)/dong-y/rut", ["muc-dich": "contact"]).status == 303)
        #expect(try await see("contact").status == 422)
        #expect(try await officer.get(record).text.contains("đã rút lại"))
        // One that has ended, a rule without its name, a rule.
        _ = try await officer.post(
            "\(record)/dong-y", ["cho": "contact", "cach": "spoken", "tu": "1/1/2020", "den": "31/12/2020"])
        #expect(try await see("contact").status == 422)
        #expect(try await officer.post("\(record)/dong-y", ["cho": "assistance", "cach": "law"]).status == 422)
        _ = try await officer.post(
            "\(record)/dong-y", ["cho": "assistance", "cach": "law", "nguon": "Điều 5 Luật Thử"])
        #expect(try await see("assistance").text.contains("lan@khuang.vn"))
    }
}

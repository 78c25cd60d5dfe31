import Foundation
import TestSupport
import Testing
import WebTestSupport

@testable import Registers

@Suite("Registers edited in the browser", .onEachEngine(RegisterOffice.migrations))
struct DefinitionPagesTests {
    private let path = "/quan-tri/so/visits"

    /// The text that a page of the editor carries to the next.
    private func draft(_ page: TestBrowser.Page) throws -> String {
        let match = try #require(page.text.firstMatch(of: /name="ban-nhap" value="([^"]*)"/), "\(page.text)")
        return String(match.1).replacing("&#10;", with: "\n").replacing("&quot;", with: "\"").replacing(
            "&lt;", with: "<"
        )
        .replacing("&amp;", with: "&")
    }

    private func version(_ page: TestBrowser.Page) throws -> String {
        String(try #require(page.text.firstMatch(of: /name="goc" value="([0-9]+)"/)).1)
    }

    /// Presses a button of an editor's page.
    private func press(
        _ browser: TestBrowser, _ page: TestBrowser.Page, _ button: String, at path: String? = nil,
        _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> TestBrowser.Page {
        let fields =
            [("ban-nhap", try draft(page)), ("goc", try version(page)), ("lam", button)] + more.map { ($0, $1) }
        return try await browser.post(path ?? self.path, pairs: fields)
    }

    @Test func `A field is added, previewed and saved; it is filled in, and undoing hides it again`() async throws {
        let office = try await RegisterOffice()
        let (administrator, officer) = (try await office.browser(.administrator), try await office.browser(.officer))
        let first = try await administrator.get(path)
        let form = try await press(administrator, first, "them:fields", ["kieu.fields": "choice"])
        #expect(form.text.contains("Lựa chọn 1"))
        let without = try await press(administrator, form, "giu:fields", ["kieu": "choice", "vi": "Loại quà"])
        #expect(without.status == 422 && without.text.contains("ít nhất một lựa chọn"))
        let kept = try await press(
            administrator, form, "giu:fields",
            [
                "kieu": "choice", "vi": "Loại quà", "required": "1", "choice.key": "", "choice.vi": "Tranh",
                "choice.en": "",
                "choice.key": "", "choice.vi": "Gốm", "choice.en": "Pottery", "default": "gốm",
            ])
        #expect(kept.status == 200 && kept.text.contains("Có thay đổi chưa lưu"), "\(kept.text)")
        let preview = try await press(administrator, kept, "xem")
        #expect(preview.text.contains("Thêm trường “Loại quà”"))
        #expect(!(try await officer.get("/so/visits/moi").text.contains("Loại quà")))
        let saved = try await press(administrator, preview, "luu")
        #expect(saved.status == 303 && saved.location == path, "\(saved.text)")
        let blank = try await officer.get("/so/visits/moi").text
        #expect(blank.contains("Loại quà") && blank.contains("value=\"pottery\" selected"))
        let recorded = try await officer.post(
            "/so/visits/moi", ["f.name": "Đoàn A", "f.arrival": "2/7/2026", "f.loai-qua": "tranh"])
        #expect(recorded.status == 303, "\(recorded.text)")
        #expect(try await officer.get(#require(recorded.location)).text.contains("Tranh"))

        let again = try await administrator.get(path)
        let hidden = try await press(administrator, again, "an:fields:\(try index(of: "loai-qua", again))")
        let told = try await press(administrator, hidden, "xem")
        #expect(told.text.contains("Ẩn trường “Loại quà”") && told.text.contains("1 bản ghi đang có dữ liệu"))

        let undone = try await administrator.post("\(path)/ban/1/dat-lai")
        #expect(undone.status == 303)
        #expect(!(try await officer.get("/so/visits/moi").text.contains("Loại quà")))
        let versions = try await administrator.get("\(path)/ban").text
        #expect(versions.contains("Phiên bản 3") && versions.contains("Ẩn trường “Loại quà”"))
        // What was saved can be used again, with what was recorded.
        #expect(try await administrator.post("\(path)/ban/2/dat-lai").status == 303)
        #expect(try await officer.get(#require(recorded.location)).text.contains("Tranh"))
    }

    private func index(of key: String, _ page: TestBrowser.Page) throws -> Int {
        let document = try #require(DefinitionDocument(try draft(page)))
        return try #require(document[.fields].firstIndex { $0["key"]?.text == key })
    }

    @Test func `A new register is made of a name and a few fields, and works at once`() async throws {
        let office = try await RegisterOffice()
        let (administrator, officer) = (try await office.browser(.administrator), try await office.browser(.officer))
        let begun = try await administrator.post(
            "/quan-tri/so/moi",
            [
                "vi": "Giao lưu thanh niên", "record.vi": "cuộc giao lưu", "group": "visits", "title": "Tên",
                "day": "Ngày",
            ])
        #expect(begun.status == 200 && begun.text.contains("Sổ mới chưa lưu"), "\(begun.text)")
        let new = "/quan-tri/so/giao-luu-thanh-nien"
        let saved = try await press(administrator, begun, "luu", at: new)
        #expect(saved.status == 303, "\(saved.text)")
        let recorded = try await officer.post(
            "/so/giao-luu-thanh-nien/moi", ["f.ten": "Trại hè Nhật Bản", "f.ngay": "1/8/2026"])
        #expect(recorded.status == 303, "\(recorded.text)")
        #expect(try await officer.get("/so/giao-luu-thanh-nien").text.contains("Trại hè Nhật Bản"))
        // Before the first version stands none: the register is hidden with all that was recorded.
        #expect(try await administrator.post("\(new)/ban/0/dat-lai").status == 303)
        #expect(try await officer.get("/so/giao-luu-thanh-nien").status == 404)
        #expect(try await administrator.post("\(new)/ban/1/dat-lai").status == 303)
        #expect(try await officer.get("/so/giao-luu-thanh-nien").text.contains("Trại hè Nhật Bản"))
    }

    @Test func `Order, states, steps and what is shown are edited without a word of YAML`() async throws {
        let administrator = try await RegisterOffice().browser(.administrator)
        var page = try await press(administrator, try await administrator.get(path), "xuong:fields:0")
        #expect(try document(page)[.fields].prefix(2).compactMap { $0["key"]?.text } == ["level", "name"])
        page = try await press(
            administrator, page, "giu:states",
            ["vi": "Chờ duyệt", "move.vi": "Trình duyệt", "from": "expected"])
        #expect(page.status == 200, "\(page.text)")
        page = try await press(
            administrator, page, "giu:hien-thi",
            ["title": "name", "day": "arrival", "columns": "name", "columns": "result", "chart-by": "countries"])
        let edited = try document(page)
        #expect(edited["columns"]?.texts == ["name", "result"])
        #expect(edited["chart"]?["by"]?.text == "countries" && edited["facets"] == nil && edited["unit"] == nil)
        let preview = try await press(administrator, page, "xem").text
        for text in [
            "Đổi thứ tự các trường", "Thêm trạng thái “Chờ duyệt”", "Thêm bước chuyển “Trình duyệt”",
            "Sửa cách hiển thị",
        ] {
            #expect(preview.contains(text), "\(text)")
        }
    }

    private func document(_ page: TestBrowser.Page) throws -> DefinitionDocument {
        try #require(DefinitionDocument(try draft(page)))
    }

    @Test func `What the engine refuses is told with what helps, and nothing is saved`() async throws {
        let administrator = try await RegisterOffice().browser(.administrator)
        let page = try await administrator.get(path)
        let text = try draft(page).replacing(
            "{vi: Kết quả, en: Result}", with: "{vi: Kết quả, en: Result}, private: true")
        let kept = try await press(administrator, page, "giu:yaml", ["van-ban": text])
        let preview = try await press(administrator, kept, "luu")
        #expect(preview.status == 422 && preview.text.contains("hãy thêm trường mới, chép dữ liệu sang"))
        let faulty = try await press(
            administrator, page, "giu:yaml", ["van-ban": text.replacing("kind: day", with: "kind: dya")])
        #expect(faulty.status == 422 && faulty.text.contains("Dòng ") && faulty.text.contains("dya"))
        // Who began from an older version does not overwrite the newer.
        let named = try await press(
            administrator, page, "giu:chung", ["vi": "Đoàn khách", "record.vi": "đoàn", "about.vi": "Khách."])
        #expect(try await press(administrator, named, "luu").status == 303)
        #expect(try await press(administrator, named, "luu").text.contains("người khác đã lưu"))
    }
}

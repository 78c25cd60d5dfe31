import Foundation
import Office
import Plans
import Storage
import TestSupport
import Testing
import WebTestSupport

@Suite("Bringing documents in the browser", .onEachEngine(ImportSite.migrations))
struct ImportPageTests {
    @Test func `A file is brought, read while the page renews itself, and leads to its review`() async throws {
        let site = try await ImportSite()
        let browser = try await site.browser()
        let sent = try await browser.post(
            UploadPages.path, files: [("files", "ke-hoach.txt", Array(SamplePaper.text.utf8))])
        #expect(sent.location == UploadPages.path)
        let waiting = try await browser.get(UploadPages.path)
        #expect(waiting.text.contains("Chờ đọc") && waiting.text.contains("http-equiv=\"refresh\""))
        #expect(waiting.text.contains("<progress"))
        try await Uploading.work(try await Uploading.lease())
        let done = try await browser.get(UploadPages.path)
        #expect(!done.text.contains("http-equiv=\"refresh\"") && done.text.contains("chờ rà soát"))
        #expect(done.text.contains("/duyet\""))
    }

    @Test func `What is not taken is said, and what is, stands`() async throws {
        let site = try await ImportSite()
        let browser = try await site.browser(as: .clerk)
        let page = try await browser.post(
            UploadPages.path,
            files: [
                ("files", "<b>../phim.mp4", [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70]),
                ("files", "ke-hoach.txt", Array(SamplePaper.text.utf8)),
            ])
        #expect(page.status == 422)
        #expect(page.text.contains("phim.mp4: không phải loại tệp đọc được"))
        #expect(!page.text.contains("<b>..") && page.text.contains("ke-hoach.txt"))
        #expect(try await browser.post(UploadPages.path).status == 422)
    }

    @Test(arguments: [Role.officer, .leader, .administrator, .auditor])
    func `Who may not import sees nothing of it`(_ role: Role) async throws {
        let site = try await ImportSite()
        let plan = try await site.imported(try await site.browser())
        let browser = try await site.browser(as: role)
        #expect(try await browser.get(UploadPages.path).status == 403)
        #expect(try await browser.get(ReviewPages.path(plan)).status == 403)
        #expect(try await browser.post("\(ReviewPages.path(plan))/chap-nhan-het").status == 403)
    }

    @Test func `A file that waits can be taken away`() async throws {
        let site = try await ImportSite()
        let browser = try await site.browser()
        _ = try await browser.post(UploadPages.path, files: [("files", "a.txt", Array(SamplePaper.text.utf8))])
        let id = try #require(try await TestStore.current.read { try $0.value("SELECT id FROM uploads", Int.self) })
        #expect(try await browser.post("\(UploadPages.path)/\(id)/bo").status == 303)
        #expect(try await browser.get(UploadPages.path).text.contains("Đã bỏ"))
        #expect(try await browser.post("\(UploadPages.path)/\(id + 1)/bo").status == 404)
    }
}

import Foundation
import TestSupport
import Testing

/// `nhipcau import` where nothing can be imported: one line, and no database is needed or made.
@Suite struct ImportCommandTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    @Test func aFileThatIsNotThereIsNamed() async throws {
        let outcome = try await Command.run("import", desk.path("thieu.docx"), "--database", desk.path("moi.sqlite"))
        #expect(outcome.status == 2)
        #expect(outcome.complaint == "nhipcau: \(desk.path("thieu.docx")): không có tệp này\n")
        #expect(!FileManager.default.fileExists(atPath: desk.path("moi.sqlite")))
    }

    @Test func aDocumentWithASecrecyMarkIsNotStored() async throws {
        let secret = try desk.file(
            "mat.txt",
            """
            UBND TỈNH LAM GIANG
            SỞ NGOẠI VỤ

            Số: 318/SNV-HTQT
            MẬT

            Kính gửi: Các sở, ban, ngành tỉnh.

            Đề nghị báo cáo trước ngày 20/10/2026./.
            """)
        let outcome = try await Command.run("import", secret, "--json", "--database", desk.path("moi.sqlite"))
        #expect(outcome.status == 3)
        #expect(outcome.output.split(whereSeparator: \.isWhitespace).joined() == #"{"documents":[]}"#)
        #expect(!FileManager.default.fileExists(atPath: desk.path("moi.sqlite")))
    }

    @Test func withoutADatabaseItSaysSo() async throws {
        let letter = try desk.file("cong-van.txt", "SỞ NGOẠI VỤ\nSố: 5/SNV\nKính gửi: Các sở.\nĐề nghị báo cáo./.\n")
        let outcome = try await Command.run("import", letter, "--database", desk.path("moi.sqlite"))
        #expect(outcome.status == 2 && outcome.output == "")
        #expect(outcome.complaint.hasPrefix("nhipcau: \(desk.path("moi.sqlite")): không có tệp cơ sở dữ liệu này"))
    }
}

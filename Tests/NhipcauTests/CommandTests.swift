import Foundation
import TestSupport
import Testing

/// The commands as a script or a person uses them, on the sample documents.
@Suite struct CommandTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    private func sample(_ name: String) -> String {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appending(path: "Samples/\(name)").path()
    }

    @Test func aPlanShowsItsTaskTable() async throws {
        let outcome = try await Command.run("read", sample("ke-hoach.docx"))
        #expect(outcome.status == 0 && outcome.complaint == "")
        #expect(outcome.output.hasPrefix("Kế hoạch 47/KH-UBND\n"))
        #expect(outcome.output.contains("Nhiệm vụ theo phụ lục (7)"))
        #expect(outcome.output.contains("Quý IV/2026"))
        #expect(!outcome.output.contains("\u{1B}"), "no colours where there is no terminal")
    }

    @Test func programsGetOneObject() async throws {
        let outcome = try await Command.run("read", sample("ke-hoach.docx"), "--json")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let document = object?["document"] as? [String: Any]
        let assignments = object?["assignments"] as? [[String: Any]]
        #expect(document?["number"] as? String == "47/KH-UBND")
        #expect(document?["date"] as? String == "2026-03-16")
        #expect(assignments?.count { $0["part"] as? String == "annex" } == 7)
        #expect(outcome.output.hasSuffix("}\n"))
    }

    @Test func theTextAloneHasTheLinesThatPlacesCountIn() async throws {
        let path = sample("cong-van.txt")
        let outcome = try await Command.run("read", "--text", path)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[16].hasPrefix("1. Báo cáo kết quả thực hiện 9 tháng"))
        #expect(try await Command.run("read", path).output.contains("dòng 17"))
    }

    @Test func severalFilesAreReadInTheirOrder() async throws {
        let outcome = try await Command.run("read", sample("cong-van.txt"), sample("bao-cao.txt"))
        let letter = try #require(outcome.output.range(of: "Công văn 318/SNV-HTQT"))
        let report = try #require(outcome.output.range(of: "Báo cáo 126/BC-UBND"))
        #expect(letter.lowerBound < report.lowerBound)
    }

    @Test func englishIsSpokenWhereAsked() async throws {
        let byOption = try await Command.run("read", sample("cong-van.txt"), "--lang", "en")
        let byEnvironment = try await Command.run(
            "read", sample("cong-van.txt"), environment: ["NHIPCAU_LANG": "en"])
        #expect(byOption.output.hasPrefix("Official letter 318/SNV-HTQT\n"))
        #expect(byOption.output == byEnvironment.output)
        #expect(
            try await Command.run("read", "nowhere.txt", "--lang=en").complaint.hasSuffix("there is no such file\n"))
    }

    @Test func checkingSaysNoByItsStatus() async throws {
        let sound = try await Command.run("check", sample("bao-cao.txt"))
        #expect(sound.status == 0)
        // The national title misspelt.
        let text = try String(contentsOf: URL(filePath: sample("bao-cao.txt")), encoding: .utf8)
        let wrong = try desk.file("sai.txt", text.replacing("CHỦ NGHĨA", with: "CHỦ NGHIÃ"))
        let outcome = try await Command.run("check", wrong)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("✗"))
        let object = try JSONSerialization.jsonObject(
            with: Data(try await Command.run("check", wrong, "--json").output.utf8))
        #expect((object as? [String: Any])?.keys.sorted() == ["findings"])
    }

    @Test(arguments: ["--text", "--json", "--lang=vi"])
    func aSecretDocumentIsRefusedAndNothingOfItShown(option: String) async throws {
        let text = try String(contentsOf: URL(filePath: sample("cong-van.txt")), encoding: .utf8)
        let secret = try desk.file("mat.txt", text.replacing("Số: 318/SNV-HTQT  ", with: "Số: 318/SNV-HTQT\nMẬT\n"))
        let outcome = try await Command.run("read", secret, option)
        #expect(outcome.status == 3)
        #expect(outcome.output == "")
        #expect(outcome.complaint == "nhipcau: \(secret): văn bản có dấu chỉ độ mật; không đọc, không lưu\n")
    }

    @Test func outsideProgramsWorkWithinTheRestraints() async throws {
        let text = "BT /F 14 Tf 72 700 Td (KE HOACH NAM 2026) Tj ET"
        let pdf = """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
            4 0 obj <</Length \(text.utf8.count)>> stream
            \(text)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """
        let outcome = try await Command.run("read", desk.file("a.pdf", pdf), "--text")
        #expect(outcome.complaint == "")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("2026"))
    }

    @Test func helpSpeaksVietnameseWithExamples() async throws {
        let outcome = try await Command.run("read", "--help")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("nhipcau read ke-hoach.docx"))
        #expect(!outcome.output.contains("help.read"))
        #expect(try await Command.run("--help", "--lang", "en").output.contains("Examples:"))
    }

    @Test func mistakesInTheCommandAreTold() async throws {
        let outcome = try await Command.run("read", "a.txt", "--json", "--text")
        #expect(outcome.status == 64)
        #expect(outcome.complaint.contains("chỉ chọn một trong hai"))
        #expect(try await Command.run("read").status == 64)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func shellsCanCompleteTheCommands(shell: String) async throws {
        let outcome = try await Command.run("--generate-completion-script", shell)
        #expect(outcome.status == 0 && outcome.output.contains("nhipcau"))
    }
}

import Foundation
import TestSupport
import Testing

/// Whatever a file is, the command ends with one clear line and status 2.
@Suite struct HostileFileTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    private func expectRefusal(_ path: String, _ reason: String, sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        let outcome = try await Command.run("read", path)
        #expect(outcome.status == 2, sourceLocation: sourceLocation)
        #expect(outcome.output == "", sourceLocation: sourceLocation)
        #expect(outcome.complaint == "nhipcau: \(path): \(reason)\n", sourceLocation: sourceLocation)
    }

    @Test func aMissingFile() async throws {
        try await expectRefusal(desk.path("khong-co.docx"), "không có tệp này")
    }

    @Test func anEmptyFile() async throws {
        try await expectRefusal(desk.file("rong.docx", ""), "tệp rỗng")
    }

    @Test func aFolderAndAPipe() async throws {
        let pipe = desk.path("ống")
        #expect(mkfifo(pipe, 0o600) == 0)
        let reason = "không phải là tệp (là thư mục, ống dẫn hoặc thiết bị)"
        try await expectRefusal(desk.folder.path(), reason)
        try await expectRefusal(pipe, reason)
        try await expectRefusal("/dev/zero", reason)
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func aFileThatWeMayNotRead() async throws {
        let path = try desk.file("kin.txt", "KẾ HOẠCH")
        #expect(chmod(path, 0) == 0)
        try await expectRefusal(path, "không có quyền đọc tệp này")
    }

    @Test func aFileOf300Megabytes() async throws {
        let path = try desk.file("lon.txt", "")
        #expect(truncate(path, 300 << 20) == 0)
        try await expectRefusal(path, "tệp quá lớn (300 MB; đọc được đến 200 MB)")
    }

    @Test func noise() async throws {
        let url = desk.folder.appending(path: "nhiễu.pdf")
        try Data((0..<20000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 7) }).write(to: url)
        let outcome = try await Command.run("read", url.path())
        #expect(outcome.status == 2)
        #expect(outcome.complaint.split(separator: "\n").count == 1)
    }

    @Test func aNameThatPlaysWithTheTerminal() async throws {
        let outcome = try await Command.run("read", desk.path("a\u{1B}[2Jb\nc.docx"))
        #expect(outcome.complaint.hasSuffix("a?[2Jb?c.docx: không có tệp này\n"))
    }

    @Test func theOtherFilesAreStillRead() async throws {
        let good = try desk.file("a.txt", "UBND TỈNH LAM GIANG\n\nKẾ HOẠCH\nThông tin đối ngoại năm 2026\n")
        let outcome = try await Command.run("read", desk.path("khong-co.docx"), good)
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("2026"))
    }
}

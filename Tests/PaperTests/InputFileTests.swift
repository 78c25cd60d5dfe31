import Foundation
import Testing

@testable import Paper

@Suite struct InputFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "nhipcau-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func file(_ name: String, _ content: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try Data(content).write(to: url)
        return url.path()
    }

    @Test func textIsReadWhateverItsName() async throws {
        let path = try file("ke-hoach.xyz", Array("KẾ HOẠCH\n\nNăm 2026".utf8))
        let transcript = try await Transcriber.transcribe(path: path)
        #expect(transcript.lines == ["KẾ HOẠCH", "", "Năm 2026"])
    }

    @Test func whatIsNotThereOrNotAFileIsTold() async throws {
        let pipe = folder.appending(path: "pipe").path()
        #expect(mkfifo(pipe, 0o600) == 0)
        await #expect(throws: PaperError.missing(path: "/nowhere/a.docx")) {
            try await Transcriber.transcribe(path: "/nowhere/a.docx")
        }
        await #expect(throws: PaperError.notAFile) { try await Transcriber.transcribe(path: folder.path()) }
        await #expect(throws: PaperError.notAFile) { try await Transcriber.transcribe(path: pipe) }
        await #expect(throws: PaperError.notAFile) { try await Transcriber.transcribe(path: "/dev/zero") }
    }

    @Test func anEmptyFileIsTold() async throws {
        let path = try file("a.docx", [])
        await #expect(throws: PaperError.empty) { try await Transcriber.transcribe(path: path) }
    }

    @Test func aFileOverTheLimitIsNotOpened() async throws {
        let path = try file("a.txt", [])
        #expect(truncate(path, 300 << 20) == 0)
        await #expect(throws: PaperError.tooLarge(bytes: 300 << 20, limit: 200 << 20)) {
            try await Transcriber.transcribe(path: path)
        }
    }

    @Test func bytesOfNoFormatAreTold() async throws {
        let path = try file("a.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 131) })
        await #expect(throws: PaperError.unknownFormat) { try await Transcriber.transcribe(path: path) }
    }
}

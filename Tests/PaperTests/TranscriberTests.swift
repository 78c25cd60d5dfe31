import Foundation
import Testing

@testable import Paper

struct TranscriberTests {
    /// A file in a folder that is gone after the test.
    private func withFile(_ bytes: [UInt8], name: String, _ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        try await body(file.path)
    }

    @Test func theNameOfAFileDoesNotMatter() async throws {
        try await withFile(try WordFile(p("Kế hoạch")).bytes(), name: "kế hoạch.pdf") { path in
            let transcript = try await Transcriber.transcribe(path: path)
            #expect(transcript.format == .docx)
            #expect(transcript.texts == ["Kế hoạch"])
        }
        try await withFile(Array("<html><p>Trang</p></html>".utf8), name: "công văn.doc") { path in
            let transcript = try await Transcriber.transcribe(path: path)
            #expect(transcript.format == .html)
        }
        try await withFile(Array("Công văn số 5".utf8), name: "a.docx") { path in
            let transcript = try await Transcriber.transcribe(path: path)
            #expect(transcript.lines == ["Công văn số 5"])
        }
    }

    @Test func missingEmptyAndHugeFilesAreRefused() async throws {
        await #expect(throws: PaperError.missing(path: "/no/such/file")) {
            try await Transcriber.transcribe(path: "/no/such/file")
        }
        await #expect(throws: PaperError.notAFile) { try await Transcriber.transcribe(path: "/tmp") }
        try await withFile([], name: "trống.docx") { path in
            await #expect(throws: PaperError.empty) { try await Transcriber.transcribe(path: path) }
        }
        try await withFile([1], name: "lớn.docx") { path in
            // A sparse file of 300 MB is refused by its size alone.
            #expect(truncate(path, 300 << 20) == 0)
            let begun = ContinuousClock.now
            await #expect(throws: PaperError.tooLarge(bytes: 300 << 20, limit: 200 << 20)) {
                try await Transcriber.transcribe(path: path)
            }
            #expect(begun.duration(to: .now) < .milliseconds(100))
        }
    }

    @Test(.enabled(if: isInstalled("soffice"))) func oldFormatsAreReadThroughLibreOffice() async throws {
        let rtf =
            #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}\f0\qc\b K\u7870? HO\u7840?CH\b0\par "#
            + #"\pard\trowd\cellx3000\cellx6000\intbl TT\cell Vi\u7879?c\cell\row\intbl 1\cell R\'e0 so\'e1t\cell\row\pard }"#
        try await withFile(Array(rtf.utf8), name: "kế hoạch.txt") { path in
            let transcript = try await Transcriber.transcribe(path: path)
            #expect(transcript.format == .rtf)
            #expect(transcript.texts == ["KẾ HOẠCH"])
            #expect(transcript.paragraphs.first?.style.alignment == .centre)
            #expect(transcript.tables.map(\.texts) == [[["TT", "Việc"], ["1", "Rà soát"]]])
        }
    }
}

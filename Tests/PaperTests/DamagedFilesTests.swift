import Foundation
import TestSupport
import Testing

@testable import Paper

/// Files that chance has damaged: a reader answers with a transcript or a ``PaperError``, soon.
struct DamagedFilesTests {
    private func survive(_ count: Int, seed: UInt64, _ make: (inout SeededNumbers) throws -> [UInt8]) async throws {
        var random = SeededNumbers(seed)
        var read = 0
        for index in 0..<count {
            let bytes = try make(&random)
            let begun = ContinuousClock.now
            do {
                _ = try readInMemory(bytes)
                read += 1
            } catch is PaperError {}
            let taken = begun.duration(to: .now)
            #expect(taken < .seconds(2), "file \(index) took \(taken)")
        }
        // Damage is not always seen: if no file at all were read, the damage would be too coarse to test the readers.
        #expect(read > count / 50)
    }

    private func readInMemory(_ bytes: [UInt8]) throws -> Transcript? {
        let limits = Limits()
        switch try FileFormat.detect(bytes, limits: limits) {
        case .docx: return try DocxReader.read(bytes, limits: limits)
        case .odt: return try OdtReader.read(bytes, limits: limits)
        case .xlsx: return try XlsxReader.read(bytes, limits: limits)
        case .html: return try HtmlReader.read(bytes, limits: limits)
        default: return nil
        }
    }

    /// Half of the archives are damaged themselves, half hold one damaged part.
    private func damaged(
        _ parts: [(name: String, text: [UInt8])], _ whole: [UInt8], _ random: inout SeededNumbers
    ) throws -> [UInt8] {
        if Bool.random(using: &random) { return whole.mutated(&random) }
        var parts = parts
        let index = Int.random(in: 0..<parts.count, using: &random)
        parts[index].text = parts[index].text.mutated(&random)
        return try ZipFile.bytes(parts)
    }

    @Test func wordDocuments() async throws {
        let (parts, whole) = (RichSamples.word.parts, try RichSamples.word.bytes())
        try await survive(5000, seed: 1) { try damaged(parts, whole, &$0) }
    }

    @Test func openDocumentTexts() async throws {
        let (parts, whole) = (RichSamples.odt.parts, try RichSamples.odt.bytes())
        try await survive(5000, seed: 2) { try damaged(parts, whole, &$0) }
    }

    @Test func workbooks() async throws {
        let (parts, whole) = (RichSamples.xlsx.parts, try RichSamples.xlsx.bytes())
        try await survive(5000, seed: 3) { try damaged(parts, whole, &$0) }
    }

    @Test func webPages() async throws {
        try await survive(5000, seed: 4) { RichSamples.html.mutated(&$0) }
    }

    @Test func undamagedSamplesAreReadWhole() throws {
        #expect(try RichSamples.word.transcript().texts == ["MẬT", "KẾ HOẠCH", "I. Mục", "thêm\n✓", "hộp"])
        #expect(try RichSamples.odt.transcript().texts == ["Mục", "3. một", "hộp"])
        #expect(try RichSamples.xlsx.transcript().tables[0].texts == [["01/07/2026", "Việc", "50,00%"]])
        #expect(
            try HtmlReader.read(RichSamples.html).texts.prefix(4) == [
                "KẾ HOẠCH", "đậm nghiêng\ndòng hai ạ &", "b. một", "g. hai",
            ])
    }
}

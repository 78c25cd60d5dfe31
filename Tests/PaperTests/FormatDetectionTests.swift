import TestSupport
import Testing

@testable import Paper

struct FormatDetectionTests {
    @Test func archivesAreToldByTheirParts() throws {
        #expect(try FileFormat.detect(try WordFile(p("a")).bytes()) == .docx)
        #expect(try FileFormat.detect(try OdtFile(body: "").bytes()) == .odt)
        #expect(try FileFormat.detect(try XlsxFile(sheets: []).bytes()) == .xlsx)
        let other = try ZipFile.bytes([("readme.txt", Array("chào".utf8))])
        #expect(throws: PaperError.unknownFormat) { try FileFormat.detect(other) }
        let slides = try ZipFile.bytes([("mimetype", Array("application/vnd.oasis.opendocument.presentation".utf8))])
        #expect(throws: PaperError.unknownFormat) { try FileFormat.detect(slides) }
    }

    @Test(arguments: [
        ("{\\rtf1\\ansi a}", FileFormat.rtf), ("%PDF-1.7\n", .pdf), ("junk\n%PDF-1.4\n", .pdf),
        ("<!DOCTYPE html><p>a", .html), ("\n <!-- a --> <?xml version='1.0'?>\n<HTML lang=vi>", .html),
        ("<table><tr>", .html),
        ("Số: 12/KH-UBND", .text), ("a < b", .text), ("# Kế hoạch\n\nVăn bản\n\n## Mục", .markdown),
        ("| TT | Việc |\n|----|:----:|\n| 1 | a |", .markdown), ("a | b\n- c", .text), ("#1 trong 2", .text),
    ]) func textsAreToldByWhatTheySay(text: String, format: FileFormat) throws {
        #expect(try FileFormat.detect(Array(text.utf8)) == format)
    }

    @Test func picturesAreToldByTheirFirstBytes() throws {
        #expect(try FileFormat.detect([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(try FileFormat.detect([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
        #expect(try FileFormat.detect([0x49, 0x49, 0x2A, 0x00, 8]) == .tiff)
        #expect(try FileFormat.detect([0x4D, 0x4D, 0x00, 0x2A, 8]) == .tiff)
    }

    @Test func oldWordIsToldFromOldExcel() throws {
        #expect(try FileFormat.detect(CompoundFiles.file(with: "WordDocument")) == .doc)
        #expect(throws: PaperError.unknownFormat) { try FileFormat.detect(CompoundFiles.file(with: "Workbook")) }
    }

    @Test func oldWordCutOffBeforeItsDirectoryIsDamaged() {
        var bytes = CompoundFiles.file(with: "WordDocument")
        bytes[49] = 1
        bytes.removeLast(bytes.count - 600)
        #expect(throws: PaperError.damaged(.doc, detail: "compound file cut off")) { try FileFormat.detect(bytes) }
    }

    @Test func garbageIsNoText() {
        var random = SeededNumbers(7)
        let noise = (0..<2000).map { _ in UInt8.random(in: 1...255, using: &random) }
        #expect(throws: PaperError.unknownFormat) { try FileFormat.detect(noise) }
        #expect(throws: PaperError.unknownFormat) { try FileFormat.detect(Array("a\0b".utf8)) }
        #expect(throws: PaperError.empty) { try FileFormat.detect([]) }
    }
}

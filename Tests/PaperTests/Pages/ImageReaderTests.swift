import Foundation
import Testing

@testable import Paper

@Suite(
    .enabled(
        if: isInstalled("soffice", "pdftoppm", "tesseract", "pngtopnm", "pnmtopng", "pnmtojpeg", "pamtotiff"),
        "needs LibreOffice, poppler-utils, netpbm and tesseract-ocr-vie"))
struct ImageReaderTests {
    /// The second page of the sample plan at 200 dots to the inch.
    private func picture() async throws -> GrayImage {
        let plan = try await Printing.shared.plan()
        return try #require(
            try await PDFFile(path: plan.path, limits: Limits()).pictures(of: 2...2, resolution: 200).first)
    }

    private func convert(_ bytes: [UInt8], _ program: String, _ arguments: [String] = []) async throws -> [UInt8] {
        try await OutsideProgram(program, package: "netpbm").run(arguments, input: bytes)
    }

    private func write(_ bytes: [UInt8], _ name: String) async throws -> String {
        let path = try await Printing.shared.scratch().appending(path: name)
        try Data(bytes).write(to: path)
        return path.path
    }

    @Test func readsAPictureWithoutAStatedResolution() async throws {
        let path = try await write(try await convert(try await picture().pgm, "pnmtopng"), "page.png")
        let transcript = try await Transcriber.transcribe(path: path)
        #expect(transcript.format == .png)
        #expect(transcript.pages == 1)
        #expect(transcript.paragraphs.contains { $0.text.hasSuffix("nghiêm túc triển khai thực hiện./.") })
        #expect(transcript.paragraphs.contains { $0.text == "Trần Minh Khôi" })
    }

    @Test func setsAPhotographUprightByItsHeader() async throws {
        // Taken with the camera turned: the header says that a quarter clockwise sets it right.
        let jpeg = try await convert(try await picture().turned(3).pgm, "pnmtojpeg", ["-quality=85"])
        let exif: [UInt8] =
            [0xFF, 0xE1, 0x00, 0x22] + Array("Exif\0\0".utf8) + Array("MM\0*".utf8) + [0, 0, 0, 8]
            + [0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0] + [0, 0, 0, 0]
        let path = try await write(Array(jpeg.prefix(2)) + exif + jpeg.dropFirst(2), "page.jpg")
        let transcript = try await Transcriber.transcribe(path: path)
        #expect(transcript.format == .jpeg)
        #expect(transcript.paragraphs.contains { $0.text == "Trần Minh Khôi" })
    }

    @Test func readsEveryPageOfATIFFFile() async throws {
        // Two small pages in one file, written by hand: the strip, then the directory.
        let word = try await picture()
        let top = GrayImage(width: word.width, height: 500, pixels: Array(word.pixels.prefix(word.width * 500)))
        let path = try await write(TIFF(pages: [top, top], resolution: 200).bytes, "pages.tiff")
        let transcript = try await Transcriber.transcribe(path: path)
        #expect(transcript.format == .tiff)
        #expect(transcript.pages == 2)
        #expect(transcript.paragraphs.filter { $0.text.hasSuffix("thực hiện./.") }.map(\.place.page) == [1, 2])
    }

    @Test func refusesAPictureThatWouldUnpackToMoreThanTheLimit() async throws {
        var png = try await convert(try await picture().pgm, "pnmtopng")
        png.replaceSubrange(16..<24, with: [0, 1, 0, 0, 0, 1, 0, 0])
        let path = try await write(png, "huge.png")
        await #expect(throws: PaperError.hostile(.png, detail: "1 x 65536 x 65536")) {
            try await Transcriber.transcribe(path: path)
        }
    }

    @Test func refusesATornPicture() async throws {
        let png = try await convert(try await picture().pgm, "pnmtopng")
        let path = try await write(Array(png.prefix(40)), "torn.png")
        await #expect(throws: PaperError.self) { try await Transcriber.transcribe(path: path) }
    }
}

/// Writes grey pictures into one TIFF file.
struct TIFF {
    var pages: [GrayImage]
    var resolution: Int

    var bytes: [UInt8] {
        var file: [UInt8] = Array("II*\0".utf8) + [0, 0, 0, 0]
        var link = 4
        func long(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
        for page in pages {
            let strip = file.count
            file += page.pixels
            if file.count % 2 == 1 { file.append(0) }
            let ratio = file.count
            file += long(resolution) + long(1)
            file.replaceSubrange(link..<link + 4, with: long(file.count))
            let entries = [
                (256, page.width), (257, page.height), (258, 8), (259, 1), (262, 1), (273, strip), (277, 1),
                (278, page.height), (279, page.pixels.count), (282, ratio), (283, ratio), (296, 2),
            ]
            file += [UInt8(entries.count), 0]
            for (tag, value) in entries {
                let kind = tag == 282 || tag == 283 ? 5 : 4
                file += [UInt8(tag & 0xFF), UInt8(tag >> 8), UInt8(kind), 0] + long(1) + long(value)
            }
            link = file.count
            file += long(0)
        }
        return file
    }
}

import Foundation
import TestSupport
import Testing

@testable import Paper

/// Files made to do harm are refused with a reason, before they cost anything.
struct HostileFilesTests {
    private func refusal(_ bytes: [UInt8], _ limits: Limits = Limits()) async -> PaperError? {
        do {
            _ = try await Transcriber.transcribe(bytes, limits: limits)
            return nil
        } catch {
            return error as? PaperError
        }
    }

    private func isHostile(_ error: PaperError?) -> Bool { if case .hostile = error { true } else { false } }
    private func isDamaged(_ error: PaperError?) -> Bool { if case .damaged = error { true } else { false } }

    @Test func aPartThatUnpacksBeyondTheLimitIsNotUnpacked() async throws {
        var bomb = WordFile("").parts
        bomb[2].text = [UInt8](repeating: UInt8(ascii: " "), count: 64 << 20)
        let bytes = try ZipFile.bytes(bomb)
        #expect(bytes.count < 1 << 20)
        let begun = ContinuousClock.now
        #expect(isHostile(await refusal(bytes)))
        #expect(begun.duration(to: .now) < .milliseconds(200))
    }

    @Test func allPartsTogetherStayBelowTheLimit() async throws {
        var limits = Limits()
        limits.unpackedBytes = 3000
        let styles = String(repeating: "<w:style/>", count: 200)
        #expect(isHostile(await refusal(try WordFile(p("Một"), styles: styles, numbering: styles).bytes(), limits)))
        #expect(await refusal(try WordFile(p("Một")).bytes(), limits) == nil)
    }

    @Test func entitiesAreRefused() async throws {
        var parts = WordFile(p("Một")).parts
        let laughs = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        parts[2].text = Array(
            (#"<?xml version="1.0"?><!-- --><!DOCTYPE w [<!ENTITY l0 "ha">\#(laughs)]><w:document "#
                + #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&l9;</w:t>"#
                + "</w:r></w:p></w:body></w:document>").utf8)
        #expect(isHostile(await refusal(try ZipFile.bytes(parts))))
        parts[2].text = Array(
            #"<!DOCTYPE w SYSTEM "file:///etc/passwd"><w:document xmlns:w="x">&x;</w:document>"#.utf8)
        #expect(isHostile(await refusal(try ZipFile.bytes(parts))))
    }

    @Test(arguments: [300, 10_000]) func deepNestingIsRefused(levels: Int) async throws {
        func nested(_ open: String, _ close: String) -> String {
            String(repeating: open, count: levels) + String(repeating: close, count: levels)
        }
        #expect(isHostile(await refusal(try WordFile(nested("<w:sdt>", "</w:sdt>")).bytes())))
        #expect(isHostile(await refusal(try WordFile(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")).bytes())))
        #expect(isHostile(await refusal(try OdtFile(body: nested("<text:section>", "</text:section>")).bytes())))
        #expect(isHostile(await refusal(try XlsxFile(sheets: [("A", nested("<x>", "</x>"), "")]).bytes())))
        #expect(isHostile(await refusal(Array(("<html>" + nested("<div>", "</div>")).utf8))))
        #expect(isHostile(await refusal(Array(("<html>" + nested("<table><tr><td>", "</table>")).utf8))))
    }

    @Test func aHundredThousandUnclosedTagsAreRefusedAtOnce() async {
        let begun = ContinuousClock.now
        #expect(isHostile(await refusal(Array(("<html>" + String(repeating: "<div><b></i>", count: 100_000)).utf8))))
        #expect(begun.duration(to: .now) < .seconds(2))
    }

    @Test func passwordsAreAskedFor() async throws {
        #expect(await refusal(try WordFile(p("Một"), password: "bí mật").bytes()) == .passwordProtected)
        var odt = OdtFile(body: "").parts
        odt.append(
            (
                "META-INF/manifest.xml",
                Array(
                    #"<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"#
                        .utf8)
            ))
        #expect(await refusal(try ZipFile.bytes(odt)) == .passwordProtected)
        #expect(await refusal(CompoundFiles.file(with: "EncryptedPackage")) == .passwordProtected)
        #expect(await refusal(CompoundFiles.file(with: "WordDocument", isEncrypted: true)) == .passwordProtected)
    }

    @Test func truncatedFilesAreDamaged() async throws {
        let whole = try RichSamples.word.bytes()
        for count in [100, whole.count / 2, whole.count - 1] {
            #expect(isDamaged(await refusal(Array(whole.prefix(count)))), "\(count) bytes")
        }
        var parts = RichSamples.word.parts
        parts[2].text.removeLast(parts[2].text.count / 2)
        #expect(isDamaged(await refusal(try ZipFile.bytes(parts))))
    }

    @Test func aSpanOfMillionsOfColumnsCostsNothing() throws {
        let row = "<w:tr>" + tc(p("a"), #"<w:gridSpan w:val="2000000000"/>"#) + tc(p("b")) + "</w:tr>"
        let table = try #require(try WordFile("<w:tbl>\(row)</w:tbl>").transcript().tables.first)
        #expect(table.columns <= 2000)
        let page = "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b<tr><td>c</table>"
        let read = try HtmlReader.read(Array(page.utf8))
        #expect(read.lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).sorted() == ["a", "b", "c"])
    }

    @Test func manyEmptyCellsAreBounded() async throws {
        let cells = String(repeating: "<w:tc/>", count: 1_100_000)
        #expect(isHostile(await refusal(try WordFile("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>").bytes())))
    }
}

/// Compound files of the old Office, as far as they are told apart.
enum CompoundFiles {
    static func file(with stream: String, isEncrypted: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        bytes[30] = 9
        var entry = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let length = entry.count + 2
        entry += [UInt8](repeating: 0, count: 128 - entry.count)
        entry[64] = UInt8(length)
        entry[66] = 2
        entry[116] = 1
        bytes += [UInt8](repeating: 0, count: 128) + entry + [UInt8](repeating: 0, count: 256)
        bytes +=
            [0xEC, 0xA5] + [UInt8](repeating: 0, count: 8) + [0, isEncrypted ? 1 : 0]
            + [UInt8](repeating: 0, count: 500)
        return bytes
    }
}

import Foundation
import TestSupport
import Testing

@testable import Paper

struct HostilePageTests {
    @Test func anyWordsAndRulesMakeATranscript() {
        var noise = SeededNumbers(11)
        for _ in 0..<300 {
            let pages = (1...2).map { number in
                var page = PageContent(number: number, width: 595, height: 842)
                page.isRecognised = noise.next(below: 2) == 0
                for _ in 0..<noise.next(below: 60) {
                    let (left, top) = (Double(noise.next(below: 700)) - 50, Double(noise.next(below: 900)) - 30)
                    let box = PageBox(
                        left: left, top: top, right: left + Double(noise.next(below: 90)),
                        bottom: top + Double(1 + noise.next(below: 30)))
                    let text = ["-", "1", "Sở", "a)", "12/2026", "KẾ", "./.", "02-", "1."][noise.next(below: 9)]
                    page.words.append(PageWord(text: text, box: box))
                }
                for _ in 0..<noise.next(below: 14) {
                    let start = Double(noise.next(below: 600))
                    page.rules.append(
                        Rule(
                            direction: noise.next(below: 2) == 0 ? .horizontal : .vertical,
                            position: Double(noise.next(below: 12)) * 50, from: start,
                            to: start + Double(noise.next(below: 500))))
                }
                return page
            }
            let transcript = PageAssembler.transcript(of: pages, format: .pdf)
            #expect(transcript.pages == 2)
            for paragraph in transcript.paragraphs {
                #expect(paragraph.starts.first?.offset == 0)
                #expect(paragraph.starts.allSatisfy { $0.offset <= paragraph.text.utf8.count })
                #expect(paragraph.starts.allSatisfy { $0.place.line >= 1 && $0.place.line <= transcript.lines.count })
            }
            for table in transcript.tables {
                for row in table.rows { #expect(row.cells.map(\.column) == row.cells.map(\.column).sorted()) }
            }
        }
    }

    @Test func mendsWhatARecogniserRegularlyMisreads() {
        let blank = GrayImage(width: 8, height: 8, pixels: Array(repeating: 255, count: 64))
        let slips = RecognitionSlips(image: blank, resolution: 72, threshold: 128)
        func mended(_ texts: String..., confidence: Double = 0.9) -> [String] {
            let box = PageBox(left: 0, top: 0, right: 40, bottom: 12)
            return slips.mended(texts.map { PageWord(text: $0, box: box, confidence: confidence) }).map(\.text)
        }
        #expect(mended("lịch;Sở", "I.MỤC", "1.250.000", "v.v.") == ["lịch;", "Sở", "I.", "MỤC", "1.250.000", "v.v."])
        #expect(mended("Quý", "1V/2026", "1/2026") == ["Quý", "IV/2026", "1/2026"])
        #expect(mended("'Yêu", "ˆ", "-", "°.") == ["Yêu", "-"])
        #expect(mended("=", confidence: 0.2) == [])
    }

    @Test func anyOutputOfThePrograms() {
        var noise = SeededNumbers(5)
        let page =
            "<page width=\"595.3\" height=\"841.9\">\n<word xMin=\"1.5\" yMin=\"2\" xMax=\"9\" yMax=\"12\">S&amp;ở</word>\n</page>\n"
        #expect(BoundingBoxes.pages(Array(page.utf8)).first?.words.first?.text == "S&ở")
        let line = "5\t1\t1\t1\t1\t1\t100\t200\t60\t30\t95.5\tSở\n"
        #expect(RecognisedText.words(Array(line.utf8), resolution: 72).first?.text == "Sở")
        for _ in 0..<1000 {
            var (one, other) = (Array(page.utf8), Array(line.utf8))
            for _ in 0..<4 {
                one[noise.next(below: one.count)] = UInt8(noise.next(below: 256))
                other[noise.next(below: other.count)] = UInt8(noise.next(below: 256))
            }
            for page in BoundingBoxes.pages(one) {
                #expect(page.words.allSatisfy { $0.box.width >= 0 && $0.box.height > 0 && $0.box.bottom < 1e6 })
            }
            _ = RecognisedText.words(other, resolution: 300)
        }
    }
}

@Suite(.enabled(if: isInstalled("pdftotext", "pdftoppm", "tesseract"), "needs poppler-utils and tesseract-ocr-vie"))
struct HostilePDFTests {
    private var sample: [UInt8] {
        let picture = GrayImage(width: 40, height: 20, pixels: Array(repeating: 200, count: 800))
        let word = PageWord(text: "Giao", box: PageBox(left: 2, top: 2, right: 30, bottom: 12))
        return PictureDocument(sheets: [.init(picture: picture, resolution: 36, words: [word])]).pdf
    }

    private func outcome(of bytes: [UInt8], _ name: String, isWhole: Bool) async throws -> String {
        let path = try await Printing.shared.scratch().appending(path: "\(name).pdf")
        try Data(bytes).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        do {
            if isWhole {
                _ = try await PDFReader.read(path: path.path)
            } else {
                _ = PageAssembler.transcript(
                    of: try await PDFFile(path: path.path, limits: Limits()).words(), format: .pdf)
            }
            return "read"
        } catch is PaperError {
            return "refused"
        }
    }

    @Test func everyMutatedFileIsReadOrRefused() async throws {
        // Each file costs a process, and every tenth, which is drawn and recognised too, several.
        var noise = SeededNumbers(1)
        let original = sample
        let files = (0..<mutationCount(usual: 150)).map { _ in noise.mutated(original) }
        let outcomes = try await PageQueue.run(Array(files.enumerated()), progress: { _ in }) { file in
            try await outcome(of: file.element, "mutated-\(file.offset)", isWhole: file.offset % 10 == 0)
        }
        #expect(outcomes.contains("read"))
        #expect(outcomes.contains("refused"))
    }

    @Test func aTornFileIsDamaged() async throws {
        let path = try await Printing.shared.scratch().appending(path: "torn.pdf")
        try Data(sample.prefix(300)).write(to: path)
        await #expect { try await PDFReader.read(path: path.path) } throws: { error in
            if case .damaged(.pdf, _)? = error as? PaperError { true } else { false }
        }
    }

    @Test(.enabled(if: isInstalled("soffice"), "needs LibreOffice"))
    func aLockedFileSaysSo() async throws {
        let path = try await Printing.shared.lockedPDF()
        await #expect(throws: PaperError.passwordProtected) { try await PDFReader.read(path: path.path) }
    }
}

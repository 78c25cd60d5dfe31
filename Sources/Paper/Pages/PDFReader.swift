import Foundation

/// Reads PDF files: by their text layer where it can be trusted, else by the picture of the page.
package enum PDFReader {
    static let poppler = "poppler-utils"

    /// The transcript of a PDF file.
    /// - Parameters:
    ///   - path: The file; it is handed to outside programs.
    ///   - limits: Bounds on what it may cost.
    ///   - progress: Told of each page that is done.
    /// - Throws: ``PaperError``, whatever is wrong with the file.
    package static func read(
        path: String, limits: Limits = Limits(), progress: @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Transcript {
        var pages = try await textLayer(path: path, limits: limits)
        try await addRules(to: &pages, path: path)
        return PageAssembler.transcript(of: pages, format: .pdf)
    }

    /// The words of every page as the file holds them.
    static func textLayer(path: String, limits: Limits) async throws -> [PageContent] {
        var program = OutsideProgram("pdftotext", package: poppler)
        program.timeLimit = .seconds(60)
        program.outputBytes = 256 << 20
        let outcome = try await program.attempt(["-q", "-bbox", "-enc", "UTF-8", path, "-"])
        return BoundingBoxes.pages(outcome.output)
    }

    /// Looks for rules on the pages that may hold a table.
    static func addRules(to pages: inout [PageContent], path: String) async throws {
        let resolution = 75
        for index in pages.indices where pages[index].mayHoldTable {
            let number = String(pages[index].number)
            let output = try await OutsideProgram("pdftoppm", package: poppler).run([
                "-q", "-gray", "-r", String(resolution), "-f", number, "-l", number, path,
            ])
            guard let image = GrayImage.pgm(output)?.image else { continue }
            pages[index].rules = RuleFinder(resolution: Double(resolution)).rules(of: image)
        }
    }
}

extension PageContent {
    /// Whether wide gaps part the words on several lines, as the cells of a table do.
    var mayHoldTable: Bool {
        var gaps = 0
        for row in TextRow.rows(of: words) {
            for (last, next) in zip(row.words, row.words.dropFirst())
            where next.box.left - last.box.right > 0.4 * row.size {
                gaps += 1
                break
            }
        }
        return gaps >= 3
    }
}

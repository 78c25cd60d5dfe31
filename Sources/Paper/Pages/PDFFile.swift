/// A PDF file seen through the programs of poppler.
struct PDFFile: Sendable {
    let path: String
    let limits: Limits

    private func program(_ name: String, output: Int) -> OutsideProgram {
        var program = OutsideProgram(name, package: "poppler-utils")
        program.timeLimit = .seconds(60)
        program.processorSeconds = 60
        program.outputBytes = output
        return program
    }

    /// The words of every page as the file holds them.
    /// - Throws: ``PaperError/passwordProtected``, ``PaperError/damaged(_:detail:)``.
    func words() async throws -> [PageContent] {
        // A word of six letters takes about a hundred bytes with its box.
        let outcome = try await program("pdftotext", output: 16 * limits.textBytes).attempt(
            ["-bbox", "-enc", "UTF-8", "-l", String(limits.pages * 4), path, "-"])
        let pages = BoundingBoxes.pages(outcome.output)
        guard outcome.code == 0, !pages.isEmpty else {
            if outcome.complaint.contains("Incorrect password") { throw PaperError.passwordProtected }
            let reason = outcome.complaint.split(whereSeparator: \.isNewline).last.map(String.init)
            throw PaperError.damaged(.pdf, detail: reason ?? "exit \(outcome.code)")
        }
        return pages
    }

    /// Pictures of neighbouring pages in shades of grey.
    func pictures(of pages: ClosedRange<Int>, resolution: Int) async throws -> [GrayImage] {
        let output = try await program("pdftoppm", output: 1 << 30).run([
            "-q", "-gray", "-r", String(resolution), "-f", String(pages.lowerBound), "-l", String(pages.upperBound),
            path,
        ])
        var images: [GrayImage] = []
        var offset = 0
        while let next = GrayImage.pgm(output, at: offset) {
            images.append(next.image)
            offset = next.end
        }
        return images
    }
}

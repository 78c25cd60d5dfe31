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
        // A word of six letters takes about a hundred bytes with its box; the room for the output is taken beforehand.
        let outcome = try await program("pdftotext", output: min(16 * limits.textBytes, 48 << 20)).attempt(
            ["-bbox", "-enc", "UTF-8", "-l", String(limits.pages * 4), path, "-"])
        let pages = BoundingBoxes.pages(outcome.output)
        guard outcome.code == 0, !pages.isEmpty else {
            if outcome.complaint.contains("Incorrect password") { throw PaperError.passwordProtected }
            let reason = outcome.complaint.split(whereSeparator: \.isNewline).last.map(String.init)
            throw PaperError.damaged(.pdf, detail: reason ?? "exit \(outcome.code)")
        }
        return pages
    }

    /// The resolution at which a page is drawn: what is `wanted`, less where the sheet is so large that the picture
    /// would pass the limit.
    func resolution(for page: PageContent, wanted: Int) -> Int {
        let area = max(1, page.width * page.height / (72 * 72))
        let most = (Double(limits.pixels) / area).squareRoot()
        return max(1, min(wanted, Int(most)))
    }

    /// The pages on which a picture fills more than half of the sheet, each with the pixels to an inch of the picture.
    func pagesFilledByPictures(sizes: [PageContent]) async throws -> [Int: Int] {
        let outcome = try await program("pdfimages", output: 4 << 20).attempt(["-list", path])
        var pages: [Int: Int] = [:]
        for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").dropFirst(2) {
            // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
            let fields = line.split(separator: " ")
            guard fields.count >= 14, let page = Int(fields[0]), sizes.indices.contains(page - 1),
                let width = Double(fields[3]), let height = Double(fields[4]), let across = Double(fields[12]),
                let down = Double(fields[13]), across > 0, down > 0
            else { continue }
            let area = width / across * 72 * height / down * 72
            if area > 0.5 * sizes[page - 1].width * sizes[page - 1].height {
                pages[page] = max(pages[page] ?? 0, Int(min(across, 10_000)))
            }
        }
        return pages
    }

    /// Pictures of neighbouring pages in shades of grey.
    /// - Parameter largest: The largest of them, if known: room for as many is taken beforehand.
    func pictures(
        of pages: ClosedRange<Int>, resolution: Int, largest: PageContent? = nil
    ) async throws -> [GrayImage] {
        let scale = Double(resolution) / 72
        let size = largest.map { Int(($0.width * scale + 2) * ($0.height * scale + 2)) + 64 } ?? limits.pixels
        let output = try await program("pdftoppm", output: size * pages.count).run([
            "-q", "-gray", "-r", String(resolution), "-f", String(pages.lowerBound), "-l", String(pages.upperBound),
            path,
        ])
        return Anymap.images(output)
    }
}

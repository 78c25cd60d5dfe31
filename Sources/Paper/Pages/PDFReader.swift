/// Reads PDF files: by their text layer where it can be trusted, else by the picture of the page.
package enum PDFReader {
    /// The transcript of a PDF file.
    /// - Parameters:
    ///   - path: The file; it is handed to outside programs.
    ///   - limits: Bounds on what it may cost.
    ///   - progress: Told of each page that is read from its picture.
    /// - Returns: Its paragraphs, tables and notes in reading order.
    /// - Throws: ``PaperError``, whatever is wrong with the file.
    package static func read(
        path: String, limits: Limits = Limits(), progress: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) async throws -> Transcript {
        let file = PDFFile(path: path, limits: limits)
        var pages = try await file.words()
        let encoding = convertLegacyText(of: &pages)
        let doubtful = try await doubtfulPages(pages, in: file)
        if doubtful.count > limits.pages {
            throw PaperError.hostile(.pdf, detail: "\(doubtful.count) pages to recognise, \(limits.pages) allowed")
        }
        let recogniser = Recogniser(limits: limits)
        let recognised = try await PageQueue.run(doubtful, progress: progress) { doubt in
            let page = doubt.page
            let resolution = file.resolution(for: page, wanted: Recogniser.resolution(ofScan: doubt.scanned))
            let picture = try await file.pictures(
                of: page.number...page.number, resolution: resolution, largest: page
            ).first
            guard let picture else { throw PaperError.damaged(.pdf, detail: "page \(page.number)") }
            return try await recogniser.page(picture, resolution: Double(resolution), number: page.number)
        }
        var repairs: [Repair] = []
        for (doubt, page) in zip(doubtful, recognised) where doubt.isWorse(than: page) {
            pages[page.number - 1] = page
            repairs.append(.recognised(page: page.number, confidence: page.confidence))
            if doubt.verdict == .spoilt { repairs.append(.accentsLost(page: page.number)) }
        }
        try await addRules(to: &pages, from: file)
        var transcript = PageAssembler.transcript(of: pages, format: .pdf)
        transcript.repairs += repairs
        if let encoding { transcript.repairs.append(.legacyFont(encoding)) }
        if AccentCheck.accentsMissing(in: transcript.lines) { transcript.repairs.append(.accentsMissing) }
        return transcript
    }

    /// Turns text in fonts from before Unicode into Unicode, if that is what the words are.
    private static func convertLegacyText(of pages: inout [PageContent]) -> LegacyEncoding? {
        var guess = LegacyGuess()
        for page in pages {
            for word in page.words {
                guess.add(word.text + " ")
                if guess.isUnicode { return nil }
            }
        }
        guard let encoding = guess.encoding else { return nil }
        for page in pages.indices {
            for word in pages[page].words.indices {
                pages[page].words[word].text = LegacyText.convert(pages[page].words[word].text, from: encoding)
            }
        }
        return encoding
    }

    /// A page whose text layer is in doubt.
    private struct Doubt {
        var page: PageContent
        var verdict: TextLayerCheck.Verdict
        /// Pixels to an inch of the picture that fills it.
        var scanned: Int?

        /// Whether letters are there but stand for others, as where a file does not say what its glyphs mean.
        var isGarbled: Bool { verdict == .spoilt && page.accentShare > 0.05 && page.likeness < 0.6 }

        /// Whether the picture told more: a blank page or one in another language stays as it was.
        func isWorse(than recognised: PageContent) -> Bool {
            switch verdict {
            case .good: false
            case .missing: recognised.words.count > page.words.count
            case .spoilt: recognised.likeness > page.likeness + 0.03
            }
        }
    }

    private static func doubtfulPages(_ pages: [PageContent], in file: PDFFile) async throws -> [Doubt] {
        let suspects = pages.map { Doubt(page: $0, verdict: TextLayerCheck.verdict(on: $0)) }
            .filter { $0.verdict != .good }
        guard !suspects.isEmpty else { return [] }
        let pictured = try await file.pagesFilledByPictures(sizes: pages)
        return suspects.compactMap { suspect in
            var suspect = suspect
            suspect.scanned = pictured[suspect.page.number]
            // Drawn letters that are no text have no picture either; a page of few words is one as it is.
            return suspect.scanned != nil || suspect.page.words.isEmpty || suspect.isGarbled ? suspect : nil
        }
    }

    /// Looks for rules on the pages that may hold a table: a small picture of them is quickly made.
    private static func addRules(to pages: inout [PageContent], from file: PDFFile) async throws {
        let wanted = 75
        let candidates = pages.filter { !$0.isRecognised && $0.mayHoldTable }
        let largest = candidates.max { $0.width * $0.height < $1.width * $1.height }
        guard let largest else { return }
        var tallest = largest
        tallest.width = candidates.map(\.width).max() ?? largest.width
        tallest.height = candidates.map(\.height).max() ?? largest.height
        let resolution = file.resolution(for: largest, wanted: wanted)
        let room = tallest
        let found = try await withThrowingTaskGroup(of: [(Int, [Rule])].self) { group in
            for run in neighbours(candidates.map(\.number), most: 6) {
                group.addTask {
                    let finder = RuleFinder(resolution: Double(resolution))
                    let images = try await file.pictures(of: run, resolution: resolution, largest: room)
                    return zip(run, images).map { ($0, finder.rules(of: $1)) }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        for (number, rules) in found where pages.indices.contains(number - 1) { pages[number - 1].rules = rules }
    }

    /// Numbers of pages gathered into runs, none longer than `most`.
    static func neighbours(_ numbers: [Int], most: Int) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound == number - 1, last.count < most {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }
}

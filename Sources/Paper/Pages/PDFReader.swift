/// Reads PDF files: by their text layer where it can be trusted, else by the picture of the page.
package enum PDFReader {
    /// The transcript of a PDF file.
    /// - Parameters:
    ///   - path: The file; it is handed to outside programs.
    ///   - limits: Bounds on what it may cost.
    ///   - progress: Told of each page that is done.
    /// - Returns: Its paragraphs, tables and notes in reading order.
    /// - Throws: ``PaperError``, whatever is wrong with the file.
    package static func read(
        path: String, limits: Limits = Limits(), progress: @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Transcript {
        let file = PDFFile(path: path, limits: limits)
        var pages = try await file.words()
        try await addRules(to: &pages, from: file)
        return PageAssembler.transcript(of: pages, format: .pdf)
    }

    /// Looks for rules on the pages that may hold a table: a small picture of them is quickly made.
    private static func addRules(to pages: inout [PageContent], from file: PDFFile) async throws {
        let resolution = 75
        let runs = neighbours(pages.filter(\.mayHoldTable).map(\.number), most: 6)
        let found = try await withThrowingTaskGroup(of: [(Int, [Rule])].self) { group in
            for run in runs {
                group.addTask {
                    let finder = RuleFinder(resolution: Double(resolution))
                    let images = try await file.pictures(of: run, resolution: resolution)
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

extension PageContent {
    /// Whether wide gaps part the words on several lines, as the cells of a table do.
    var mayHoldTable: Bool {
        let rows = TextRow.rows(of: words).filter { row in
            zip(row.words, row.words.dropFirst()).contains { $1.box.left - $0.box.right > 0.4 * row.size }
        }
        return rows.count >= 3
    }
}

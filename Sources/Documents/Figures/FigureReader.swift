package import Paper

/// Reads the quantities that a report states (số liệu).
package enum FigureReader {
    /// What is known of the document around the paragraphs.
    package struct Context: Sendable {
        /// Its type.
        package var type: DocumentType
        /// Whether the text came without its Vietnamese accents, so that words must be told by their shape.
        package var accentsMissing: Bool

        /// All of its parts.
        package init(type: DocumentType, accentsMissing: Bool = false) {
            self.type = type
            self.accentsMissing = accentsMissing
        }
    }

    /// The figures of a report in order of the text; none for documents of another type, whose numbers are aims.
    /// - Parameter paragraphs: the text in reading order, each with the label of the footnote it stands in.
    package static func read(
        _ paragraphs: [(paragraph: Paragraph, footnote: String?)], _ context: Context
    ) -> [StatedFigure] {
        statements(paragraphs, context).flatMap { read -> [StatedFigure] in
            var previous: String?
            return read.statements.map { statement in
                previous = statement.text(in: read.words, previous: previous)
                var figure = statement.figure
                figure.of = previous
                return figure
            }
        }
    }

    /// The figures of a transcript's paragraphs and footnotes, for a document of the given type.
    package static func read(_ transcript: Transcript, type: DocumentType) -> [StatedFigure] {
        read(paragraphs(of: transcript), Context(type: type, accentsMissing: transcript.lacksAccents))
    }

    static func statements(_ transcript: Transcript, type: DocumentType) -> [FigureParagraph] {
        statements(paragraphs(of: transcript), Context(type: type, accentsMissing: transcript.lacksAccents))
    }

    /// Paragraphs and footnotes in reading order, without tables.
    static func paragraphs(of transcript: Transcript) -> [(paragraph: Paragraph, footnote: String?)] {
        transcript.blocks.flatMap { block -> [(paragraph: Paragraph, footnote: String?)] in
            switch block {
            case .paragraph(let paragraph): [(paragraph, nil)]
            case .footnote(let note): note.paragraphs.map { ($0, note.label) }
            case .table: []
            }
        }
    }

    static func statements(
        _ paragraphs: [(paragraph: Paragraph, footnote: String?)], _ context: Context
    ) -> [FigureParagraph] {
        guard context.type == .report else { return [] }
        var sections = ReportSections()
        var result: [FigureParagraph] = []
        for (paragraph, footnote) in BrokenSentences.mended(FootnoteLabels.assign(paragraphs, context), context) {
            if footnote == nil {
                guard sections.statesResults(paragraph.text) else { continue }
                if sections.isOver { break }
            }
            let read = QuantityReader.read(
                paragraph, footnote: footnote, heading: sections.heading, accentsMissing: context.accentsMissing)
            if !read.statements.isEmpty { result.append(read) }
        }
        return result
    }
}

extension Transcript {
    /// Whether its words must be told by their shape.
    var lacksAccents: Bool { repairs.contains(.accentsMissing) }
}

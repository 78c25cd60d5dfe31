package import Paper
import Vietnamese
package import WorkCalendar

/// A document carries a secrecy mark: it is not read, and nothing of it may be shown (Luật Bảo vệ bí mật nhà nước).
package struct SecrecyMark: Error, Equatable {
    /// MẬT, TỐI MẬT or TUYỆT MẬT
    package let mark: String
}

/// From what stands on the paper to what it means.
package enum DocumentReader {
    /// Reads an official document.
    /// - Parameters:
    ///   - transcript: What stands on the paper.
    ///   - today: The day of the review, for findings on deadlines that are past.
    /// - Throws: ``SecrecyMark`` where the letterhead carries one.
    package static func read(_ transcript: Transcript, today: Day) throws(SecrecyMark) -> OfficialDocument {
        let zones = DocumentZones.split(transcript.blocks)
        if let mark = zones.secrecyMark { throw SecrecyMark(mark: mark) }
        let header = HeaderReader.read(zones, pages: transcript.pages)
        var document = OfficialDocument(header: header)
        document.citations = CitationReader.read(transcript.blocks, header: header)
        let parts = PartReader(header: header, deadlines: deadlines(zones, header))
        parts.read(zones, into: &document)
        document.figures = FigureReader.read(transcript, type: header.type)
        document.findings = FindingRules.findings(in: document, transcript, today: today)
        return document
    }

    /// What deadlines without a year or end are counted from: the document's date and the period its title names.
    private static func deadlines(_ zones: DocumentZones, _ header: DocumentHeader) -> DeadlineContext {
        var year = header.date?.year ?? header.year
        if header.date == nil {
            for case .paragraph(let paragraph) in zones.body {
                guard let open = DeadlineReader.openPeriod(of: Tokens(paragraph.text)) else { continue }
                year = year ?? open
                break
            }
        }
        return DeadlineContext(
            documentDate: header.date, documentYear: year,
            period: header.title.flatMap { DeadlineReader.period(of: $0) })
    }
}

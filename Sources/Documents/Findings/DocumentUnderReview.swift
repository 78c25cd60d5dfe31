package import Paper
package import WorkCalendar

/// What every rule looks at: the document as read, the paper it was read from, and what several rules need of both,
/// worked out once.
package struct DocumentUnderReview: Sendable {
    /// As read.
    package let document: OfficialDocument
    /// The paper it was read from.
    package let transcript: Transcript
    /// The day of the review.
    package let today: Day
    /// False where the text was recognised from pixels or came without its accents.
    package let isExactText: Bool
    /// What is known of cited instruments.
    package let instruments: Instruments
    let parts: DocumentParts
    let agencies: AgenciesByPart
    let annexes: AnnexReferences
    /// The figures of a report's text with the words around them.
    let figures: [FigureParagraph]

    /// Works out what the rules need of a document.
    package init(
        _ document: OfficialDocument, _ transcript: Transcript, today: Day, instruments: Instruments = .known
    ) {
        self.document = document
        self.transcript = transcript
        self.today = today
        self.instruments = instruments
        parts = DocumentParts(transcript.reviewLines)
        agencies = AgenciesByPart(document.assignments)
        annexes = AnnexReferences(parts)
        figures = FigureReader.statements(transcript, type: document.header.type)
        isExactText = !transcript.repairs.contains {
            switch $0 {
            case .recognised, .accentsLost, .accentsMissing: true
            default: false
            }
        }
    }
}

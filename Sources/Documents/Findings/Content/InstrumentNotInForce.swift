import Paper
import Vietnamese
import WorkCalendar

extension FindingRule {
    /// An instrument cited after another replaced it, on the document's own day; a draft without one is judged by the day of
    /// the review.
    static let instrumentNotInForce = FindingRule("instrument-not-in-force", .warning) { review in
        review.document.citations.compactMap { citation in
            guard let instrument = review.instruments.instrument(of: citation), let successor = instrument.replacedBy,
                let from = instrument.replacedFrom, from <= review.dayOfValidity,
                !review.speaksOfReplacing(citation)
            else { return nil }
            var values = [
                "number": citation.number, "successor": successor, "from": from.written, "source": instrument.source,
            ]
            values["name"] = review.instruments[successor]?.name ?? instrument.name
            // A draft whose year alone is filled in may have been written before the successor came.
            let isSince = review.document.header.date == nil && from.year > review.document.header.year ?? from.year
            let variant = (isSince ? "since" : "replaced") + (instrument.confidence == .high ? "" : "-unverified")
            return Hit(variant, values, at: [citation.place])
        }
    }
}

extension DocumentUnderReview {
    /// The day on which what the document cites must hold.
    fileprivate var dayOfValidity: Day { document.header.date ?? today }

    /// Whether the words around a citation say that it is repealed.
    fileprivate func speaksOfReplacing(_ citation: Citation) -> Bool {
        let range = max(0, citation.place.line - 2)..<max(0, min(citation.place.line, transcript.lines.count))
        guard !range.isEmpty else { return false }
        let text = transcript.lines[range].joined(separator: " ").folded
        return ["thay the", "bai bo", "het hieu luc"].contains(where: text.contains)
    }
}

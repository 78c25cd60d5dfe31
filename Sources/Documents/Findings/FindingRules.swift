package import Paper
package import WorkCalendar

/// The register of rules. To add one: a file with `extension FindingRule { static let … }`, a line here, its words in
/// `Texts/vi.yaml` and `en.yaml` under `finding.<name>`, and its row in docs/findings.md.
package enum FindingRules {
    /// Every rule, in the order in which findings of one line are told.
    package static let all: [FindingRule] = [
        // What it says.
        .duplicateAssignment,
        .repeatedGroupHeading,
        .agencyInTextNotInAnnex,
        .agencyInAnnexNotInText,
        .assignmentWithoutLead,
        .assignmentWithoutDeliverable,
        .assignmentWithoutDeadline,
        .deadlinePast,
        .deadlineBeforeDocument,
        .citationConflict,
        .citationIssuer,
        .instrumentNotInForce,
        .unknownReferenceToAnnex,
        .annexLineConflict,
        .numberingGap,
        .contradictingFigures,
        .partsAndTotal,
        .footnoteDisagrees,
        // How it looks.
        .nationalTitle,
        .motto,
        .numberShape,
        .symbolShape,
        .dateForm,
        .placeName,
        .legalBasisEnding,
        .addresseesForm,
        .sectionHeading,
        .letterNotVietnamese,
        .endMark,
        .recipientsEnding,
        .fileCopy,
        .signingAuthority,
        .signerName,
        .annexHeading,
        .annexNotReferred,
        .letterheadStyle,
    ]

    /// Everything the rules have to say of a document, in the order of the text.
    /// - Parameter today: the day of the review, for deadlines that are past and instruments no longer in force.
    package static func findings(in document: OfficialDocument, _ transcript: Transcript, today: Day) -> [Finding] {
        let review = DocumentUnderReview(document, transcript, today: today)
        var order = 0
        let found = all.flatMap { $0.findings(in: review) }.map { finding in
            order += 1
            return (line: finding.at.first?.line ?? Int.max, order: order, finding: finding)
        }
        return found.sorted { ($0.line, $0.order) < ($1.line, $1.order) }.map(\.finding)
    }
}

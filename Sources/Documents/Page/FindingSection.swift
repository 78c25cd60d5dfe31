import Terminal
import Wording

extension DocumentPage {
    /// The gravest first; a document without any says so.
    mutating func addFindings() {
        guard !document.findings.isEmpty else {
            page.blank()
            return page.paragraph(word("page.no-findings"), emphasis: .green)
        }
        heading("page.findings", count: document.findings.count)
        for severity in [Finding.Severity.error, .warning, .note] {
            for finding in document.findings where finding.severity == severity {
                page.paragraph(
                    texts.text(finding.message), indent: 2, mark: severity.mark, markEmphasis: severity.emphasis)
                let places = finding.at.map { text(of: $0) }.joined(separator: "; ")
                let rule = "[\(finding.rule)]"
                page.paragraph(places.isEmpty ? rule : "\(places) \(rule)", indent: 2, emphasis: .faint)
            }
        }
    }
}

extension Finding.Severity {
    fileprivate var mark: String {
        switch self {
        case .error: "✗"
        case .warning: "!"
        case .note: "·"
        }
    }

    fileprivate var emphasis: Ink.Emphasis {
        switch self {
        case .error: .strongRed
        case .warning: .yellow
        case .note: .faint
        }
    }
}

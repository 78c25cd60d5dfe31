import Paper
import Terminal
import Wording

extension DocumentPage {
    mutating func addHeader() {
        let header = document.header
        page.heading(name)
        if let title = header.title { page.paragraph(title) }
        page.blank()
        page.fields([
            (word("page.issuer"), header.issuer),
            (word("page.parent-issuer"), header.parentIssuer),
            (
                word("page.date"),
                header.date.map { text(of: $0) } ?? header.year.map { word("page.year-only", ["year": "\($0)"]) }
            ),
            (word("page.place"), header.place),
            (word("page.addressees"), header.addressees.joined(separator: "; ")),
            (word("page.signer"), signer),
            (word("page.recipients"), header.recipients.joined(separator: "; ")),
            (word("page.pages"), header.pages.map { String($0) }),
        ])
    }

    private var signer: String? {
        guard let signer = document.header.signer else { return nil }
        let name = [signer.position, signer.name].compactMap { $0 }.joined(separator: " ")
        return [signer.capacity, name].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What lowers trust in the reading; pages read by OCR are counted, not listed.
    mutating func addRepairs(_ repairs: [Repair]) {
        var recognised: [Double] = []
        var pagesWithoutAccents = 0
        var others: [String] = []
        for repair in repairs {
            switch repair {
            case .recognised(_, let confidence): recognised.append(confidence)
            case .accentsLost: pagesWithoutAccents += 1
            default: others.append(texts.text(repair.message))
            }
        }
        if !recognised.isEmpty {
            let mean = recognised.reduce(0, +) / Double(recognised.count)
            let values = ["count": String(recognised.count), "percent": String(Int((mean * 100).rounded()))]
            others.insert(word("repair.recognised-pages", values), at: 0)
        }
        if pagesWithoutAccents > 0 {
            others.insert(word("repair.accents-lost-pages", ["count": String(pagesWithoutAccents)]), at: 0)
        }
        guard !others.isEmpty else { return }
        page.heading(word("page.repairs"))
        for line in others { page.paragraph(line, indent: 2, mark: "!", markEmphasis: .yellow) }
    }

    mutating func addCitations() {
        guard !document.citations.isEmpty else { return }
        heading("page.citations", count: document.citations.count)
        for citation in document.citations {
            let what = [word("type.\(citation.type.rawValue)"), citation.number].joined(separator: " ")
            let rest = [citation.date.map { text(of: $0) }, citation.issuer].compactMap { $0 }.joined(separator: ", ")
            page.paragraph(rest.isEmpty ? what : "\(what) (\(rest))", indent: 2, mark: "-")
        }
    }
}

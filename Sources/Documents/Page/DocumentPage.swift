package import Paper
import Terminal
package import Wording
import WorkCalendar

/// A document as a person reads it on a terminal: `nhipcau read FILE`.
package struct DocumentPage {
    let document: OfficialDocument
    let texts: Catalogue
    var page: TerminalPage

    /// - Parameters:
    ///   - texts: The words of this room in the reader's language.
    ///   - width: Columns of the terminal.
    package init(_ document: OfficialDocument, texts: Catalogue, width: Int, isColourful: Bool) {
        self.document = document
        self.texts = texts
        page = TerminalPage(width: width, isColourful: isColourful)
    }

    /// Everything that was read.
    /// - Parameter repairs: What had to be mended to read it.
    package static func whole(
        _ document: OfficialDocument, repairs: [Repair], texts: Catalogue, width: Int, isColourful: Bool
    ) -> String {
        var page = DocumentPage(document, texts: texts, width: width, isColourful: isColourful)
        page.addHeader()
        page.addRepairs(repairs)
        page.addCitations()
        page.addAnnexAssignments()
        page.addBodyAssignments()
        page.addReporting()
        page.addFigures()
        page.addTables()
        page.addFindings()
        return page.page.text
    }

    /// The findings alone: `nhipcau check FILE`.
    package static func findings(
        _ document: OfficialDocument, texts: Catalogue, width: Int, isColourful: Bool
    ) -> String {
        var page = DocumentPage(document, texts: texts, width: width, isColourful: isColourful)
        page.page.fields([(page.word("page.document"), page.name)])
        page.addFindings()
        return page.page.text
    }

    func word(_ key: String, _ values: [String: String] = [:]) -> String { texts.text(Message(key, values)) }

    /// "KẾ HOẠCH 15/KH-UBND"
    var name: String {
        let type = word("type.\(document.header.type.rawValue)")
        return [type, document.header.number ?? document.header.symbol].compactMap { $0 }.joined(separator: " ")
    }

    /// "trang 3, dòng 60"
    func text(of place: Place) -> String {
        let line = ["line": String(place.line)]
        guard let page = place.page else { return word("page.line", line) }
        return word("page.page-line", line.merging(["page": String(page)]) { $1 })
    }

    /// The words of the text, and the day that follows from them where they do not say it themselves.
    func text(of deadline: Deadline) -> String {
        guard deadline.kind != .none else { return "" }
        let due = deadline.due.map { text(of: $0) }
        guard let raw = deadline.raw, !raw.isEmpty else { return due ?? "" }
        guard let due, !raw.contains(due) else { return raw }
        return "\(raw) (\(due))"
    }

    /// As offices write it: "02/7/2026", a zero before days, and before January and February only (Nghị định
    /// 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.4).
    func text(of day: Day) -> String {
        func padded(_ number: Int, under limit: Int) -> String { number < limit ? "0\(number)" : String(number) }
        return "\(padded(day.day, under: 10))/\(padded(day.month, under: 3))/\(day.year)"
    }

    mutating func heading(_ key: String, count: Int) {
        page.heading(word(key, ["count": String(count)]))
    }
}

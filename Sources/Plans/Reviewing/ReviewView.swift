import Documents
import Markup
import Office
import Paper
import Web
import Wording
import WorkCalendar

/// The review page: the document on the left, what was read of it on the right.
struct ReviewView {
    let matter: ReviewMatter
    let editing: ReviewPages.Editing?
    let call: Call

    var words: Words { call.words }
    var path: String { ReviewPages.path(matter.plan.id) }
    /// Whether the pages are shown as pictures; else the running text is.
    private var showsPictures: Bool {
        !matter.pictures.isEmpty && call.address["xem"] != "chu"
    }

    /// Where what a finding points at is marked: on its sheet, or where that cannot be, in the running text.
    func address(ofFinding number: Int) -> String {
        let isHere = !showsPictures || SheetsView(matter: matter, words: words).flags.contains { $0.number == number }
        return "\(isHere ? "" : "\(path)?xem=chu")#c-\(number)"
    }

    var page: Page {
        Page(
            words("review.title"), section: "uploads",
            trail: [Page.Link(words("upload.title"), UploadPages.path)], assets: ["review.css", "review.js"],
            isWide: true, actions: actions
        ) { html in
            head(&html)
            if let stale = editing?.stale { StaleView(review: self, stale: stale, typed: editing?.typed).write(&html) }
            html.element("div", .class("review")) { html in
                html.element(
                    "section", .class("document"), .id("document"), Attribute("tabindex", "0"),
                    Attribute("aria-label", words("review.document"))
                ) { document(&$0) }
                html.element("section", .class("drafts"), Attribute("aria-label", words("review.drafts"))) { html in
                    drafts(&html)
                }
            }
        }
    }

    private func actions(_ html: inout MarkupWriter) {
        if !matter.pictures.isEmpty {
            let address = call.address.with("xem", showsPictures ? "chu" : "anh").description
            html.element(
                "a", .class("button"), .href(address), text: words(showsPictures ? "review.as-text" : "review.as-pages")
            )
        }
        if !matter.drafts.isEmpty, call.may(.accept) {
            html.form(to: "\(path)/chap-nhan-het", call.visit) { html in
                html.button(
                    words("review.accept-all", ["count": words.number(matter.drafts.count)]), .class("primary"))
            }
        }
    }

    private func head(_ html: inout MarkupWriter) {
        let document = matter.document
        html.element("p", .class("lead")) { html in
            let name = [
                words("type.\(document.type.rawValue)"), document.number, document.day.map { words.day($0) },
            ].compactMap(\.self)
            html.element("strong", text: name.joined(separator: " · "))
            if let title = document.title { html.text(" \(title)") }
            if let issuer = document.issuer { html.element("span", .class("quiet"), text: " (\(issuer))") }
        }
        let occurrences = matter.occurrences.values.reduce(0) { $0 + $1.count }
        html.element("p", .class("row")) { html in
            html.element(
                "span", .class("badge accent"),
                text: words("review.count.drafts", ["count": words.number(matter.drafts.count)]))
            html.element(
                "span", .class("badge done"),
                text: words(
                    "review.count.accepted", ["count": words.number(matter.shown.count - matter.drafts.count)]))
            if occurrences > 0 {
                html.element("span", text: words("review.count.occurrences", ["count": words.number(occurrences)]))
                html.element("a", .href("/ke-hoach/\(matter.plan.id)"), text: words("review.to-plan"))
            }
        }
        ReviewReportView(review: self).write(&html)
    }

    private func document(_ html: inout MarkupWriter) {
        if showsPictures {
            SheetsView(matter: matter, words: words).write(&html)
        } else {
            ContentView(matter: matter, words: words).write(&html)
        }
    }

    private func drafts(_ html: inout MarkupWriter) {
        html.form(to: "\(path)/gop", call.visit, .id("join"), .class("joining")) { html in
            html.element("details") { html in
                html.element("summary", text: words("review.keys"))
                html.element("p", .class("hint"), text: words("review.keys.list"))
            }
            if matter.drafts.count > 1 { html.button(words("review.do.join"), .class("join")) }
        }
        var group: String?
        for reviewed in matter.shown {
            if let heading = reviewed.assignment.group, heading != group { html.element("h3", text: heading) }
            group = reviewed.assignment.group
            if editing?.id == reviewed.assignment.id, editing?.stale == nil, let editing {
                ReviewEditView(review: self, reviewed: reviewed, editing: editing).write(&html)
            } else {
                ReviewCardView(review: self, reviewed: reviewed).write(&html)
            }
        }
        if matter.shown.isEmpty { html.element("p", .class("empty"), text: words("review.nothing")) }
        let gone = matter.assignments.filter { $0.state == .dropped }
        guard !gone.isEmpty else { return }
        html.element("details", .class("panel")) { html in
            html.element("summary", text: words("review.dropped", ["count": words.number(gone.count)]))
            for reviewed in gone { ReviewCardView(review: self, reviewed: reviewed).write(&html) }
        }
    }
}

extension Words {
    /// What a deadline is understood to be: "hằng năm, ngày cuối cùng đầu tiên 30/11/2026, từ 2026 đến 2030".
    func meaning(of deadline: Deadline) -> String {
        var parts = [self("review.deadline.\(deadline.kind.rawValue)")]
        if let due = deadline.due {
            let key = deadline.kind.recurrence == nil ? "review.deadline.due" : "review.deadline.first"
            parts.append(self(key, ["day": day(due)]))
        }
        if let from = deadline.from, let to = deadline.to {
            parts.append(self("review.deadline.years", ["from": String(from), "to": String(to)]))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

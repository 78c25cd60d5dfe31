import Markup
import Office
import Web
import Wording
import WorkCalendar

/// The page where files are brought, with what became of the latest.
struct UploadsView {
    let uploads: [Upload]
    /// Of the plans among them: how many assignments, and how many wait for their review.
    let waiting: [Int: Review.Waiting]
    /// Why some of what was just brought was not taken.
    let refusals: [Refusal]
    let call: Call

    private var words: Words { call.words }
    /// Endings of names that can be read; what counts is what the file is.
    private static let accepted = ".docx,.doc,.odt,.rtf,.xlsx,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.html,.htm,.txt,.md"

    var page: Page {
        let isUnderWay = uploads.contains(where: \.isOpen)
        return Page(
            words("upload.title"), section: "uploads", assets: ["review.css", "review.js"],
            refresh: isUnderWay ? 3 : nil, actions: { $0.fileLinks(PageAddress(UploadPages.path), words) }
        ) { html in
            for refusal in refusals {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) {
                    $0.element("p", text: words(refusal.message))
                }
            }
            form(&html)
            html.element("h2", text: words("upload.latest"))
            html.element(
                "div", .id("uploads"), isUnderWay ? Attribute("data-live", UploadPages.path) : nil,
                Attribute("aria-live", "polite")
            ) { list(&$0) }
        }
    }

    private func form(_ html: inout MarkupWriter) {
        html.form(to: UploadPages.path, call.visit, .class("panel bringing"), takesFiles: true) { html in
            html.field(
                Field(
                    "files", words("upload.files"), .files(Self.accepted, several: true),
                    hint: words(
                        "upload.hint",
                        [
                            "files": String(Uploads.filesAtOnce), "megabytes": String(Uploads.fileBytes >> 20),
                        ]), isRequired: true))
            html.element("p", .class("dropping"), text: words("upload.drop"))
            html.button(words("upload.send"), .class("primary"))
        }
    }

    private func list(_ html: inout MarkupWriter) {
        guard !uploads.isEmpty else { return html.element("p", .class("empty"), text: words("upload.none")) }
        html.element("ul", .class("lines uploads")) { html in
            for upload in uploads { html.element("li") { line(upload, &$0) } }
        }
    }

    private func line(_ upload: Upload, _ html: inout MarkupWriter) {
        html.element("div", .class("row")) { html in
            html.element("strong", text: upload.name)
            html.element("span", .class("badge \(upload.look)"), text: words("upload.state.\(upload.word)"))
        }
        html.element("p", .class("hint")) { html in
            html.text(words("upload.size", ["kilobytes": words.number(max(1, upload.size / 1000))]))
            if case .holder(let account, _, let unit) = upload.who { html.text(" · \(account.name), \(unit.name)") }
            html.text(" · \(words.moment(upload.came))")
        }
        switch upload.state {
        case .waiting: waitingLine(upload, &html)
        case .reading(let done, let total):
            progress(done, total, upload, &html)
        case .stuck:
            html.element("p", text: words("upload.stuck"))
            html.element("div", .class("row")) { html in
                action(upload, "doc-lai", "upload.retry", &html)
                action(upload, "bo", "upload.remove", &html)
            }
        case .ended(let ending): self.ending(ending, &html)
        }
    }

    private func waitingLine(_ upload: Upload, _ html: inout MarkupWriter) {
        html.element("progress", Attribute("aria-label", words("upload.state.waiting")))
        html.element("div", .class("row")) { action(upload, "bo", "upload.remove", &$0) }
    }

    private func progress(_ done: Int?, _ total: Int?, _ upload: Upload, _ html: inout MarkupWriter) {
        guard let done, let total, total > 0 else {
            return html.element("progress", Attribute("aria-label", words("upload.state.reading")))
        }
        let text = words("upload.pages", ["done": String(done), "total": String(total)])
        html.element(
            "progress", Attribute("value", String(done)), Attribute("max", String(total)), Attribute("aria-label", text)
        )
        html.element("p", .class("hint"), text: text)
    }

    private func action(_ upload: Upload, _ path: String, _ key: String, _ html: inout MarkupWriter) {
        html.form(to: "\(UploadPages.path)/\(upload.id)/\(path)", call.visit) { $0.button(words(key)) }
    }

    private func ending(_ ending: Upload.Ending, _ html: inout MarkupWriter) {
        if let reason = ending.reason { html.element("p", text: words(reason)) }
        if let plan = ending.plan {
            let counts = waiting[plan] ?? Review.Waiting(all: 0, drafts: 0)
            html.element(
                "p",
                text: words(
                    "upload.counts", ["all": words.number(counts.all), "drafts": words.number(counts.drafts)]))
            if call.may(.review) {
                html.element("p") { html in
                    html.element(
                        "a", .class(counts.drafts > 0 ? "button primary" : "button"), .href(ReviewPages.path(plan)),
                        text: words(counts.drafts > 0 ? "upload.review" : "upload.look"))
                }
            }
        } else if ending.document != nil {
            html.element("p", text: words("upload.assigns-nothing"))
        }
        let remedy = "upload.remedy.\(ending.outcome.rawValue)"
        if words.has(remedy) { html.element("p", .class("hint"), text: words(remedy)) }
    }
}

extension Upload {
    /// The last part of the key of its words.
    var word: String {
        switch state {
        case .waiting: "waiting"
        case .reading: "reading"
        case .stuck: "stuck"
        case .ended(let ending): ending.outcome.rawValue
        }
    }

    /// How its badge looks.
    fileprivate var look: String {
        switch state {
        case .waiting, .reading: "accent"
        case .stuck: "late"
        case .ended(let ending):
            switch ending.outcome {
            case .imported: "done"
            case .sameFile, .sameDocument, .removed: "wait"
            case .secret, .unreadable, .noText, .refused: "late"
            }
        }
    }
}

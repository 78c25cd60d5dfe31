import Markup
import Office
import Web
import WorkCalendar

/// What who looks at an occurrence may do with it now: each a small form, the first one open.
struct OccurrenceForms {
    let page: OccurrencePage
    let call: Call
    let entered: EnteredForm?

    private var words: Words { call.words }

    func write(to html: inout MarkupWriter) {
        if page.may.approve, let completion = page.completion, page.occurrence.ended == nil {
            if completion.isApproved { undoApproval(&html) } else { answer(&html) }
        }
        if let waiting = page.waiting { extending(waiting, &html) }
        if page.may.extend, page.isOpen || page.answered?.answer == .approve, let answered = page.answered,
            page.waiting == nil
        {
            undoAnswer(answered, &html)
        }
        if page.isOpen, page.may.addProgress {
            progress(&html)
            if page.may.complete { complete(&html) }
            if page.occurrence.due != nil, page.waiting == nil { ask(&html) }
        }
        if page.may.complete, let completion = page.completion, !completion.isApproved, page.occurrence.ended == nil {
            reopen(&html)
        }
        if page.isSentBack { undoSendingBack(&html) }
        comment(&html)
    }

    /// What stands in a field: what was entered in the form of this name, else what is usual.
    private func value(_ field: String, of name: String, _ usual: String = "") -> String {
        guard let entered, entered.name == name else { return usual }
        return entered.form[field] ?? ""
    }

    private func panel(
        _ name: String, _ title: String, isOpen: Bool = false, takesFiles: Bool = false, path: String? = nil,
        _ html: inout MarkupWriter, fields: (inout MarkupWriter) -> Void
    ) {
        let isShown = isOpen || entered?.name == name
        html.element("details", .class("panel action"), .flag("open", isShown), .id(name)) { html in
            html.element("summary") { $0.element("h2", text: words(title)) }
            html.form(
                to: "\(Paths.occurrence(page.occurrence.id))/\(path ?? name)", call.visit, takesFiles: takesFiles,
                content: fields)
        }
    }

    private func day(_ name: String, _ html: inout MarkupWriter) {
        html.field(
            Field(
                "ngay", words("occurrence.day"), .line(.date), value: value("ngay", of: name, call.day.description),
                isRequired: true, id: "\(name)-ngay"))
    }

    private func reason(_ name: String, hint: String? = nil, isRequired: Bool = true, _ html: inout MarkupWriter) {
        html.field(
            Field(
                "ly-do", words("occurrence.reason"), .long(rows: 2), value: value("ly-do", of: name),
                hint: hint.map { words($0) }, isRequired: isRequired, id: "\(name)-ly-do"))
    }

    private func evidence(_ name: String, _ html: inout MarkupWriter) {
        if page.assignment.target != nil {
            html.field(
                Field(
                    "so-luong", words("occurrence.number", ["unit": page.assignment.target?.unit ?? ""]),
                    .line(.number),
                    value: value("so-luong", of: name), hint: words("occurrence.number-hint"),
                    id: "\(name)-so-luong"))
        }
        html.field(
            Field(
                "tep", words("occurrence.files"), .files("", several: true), hint: words("occurrence.files-hint"),
                id: "\(name)-tep"))
        html.field(
            Field(
                "lien-ket", words("occurrence.link"), .line(.url), value: value("lien-ket", of: name),
                hint: words("occurrence.link-hint"), id: "\(name)-lien-ket"))
        guard let deliverable = page.assignment.deliverable, !deliverable.isBlank else { return }
        html.element("p", .class("check")) { html in
            html.element(
                "input", Attribute("type", "checkbox"), Attribute("name", "san-pham"), Attribute("value", "1"),
                .id("san-pham-\(name)"), .flag("checked", name == "hoan-thanh"))
            html.element(
                "label", Attribute("for", "san-pham-\(name)"),
                text: words("occurrence.deliverable-is", ["deliverable": deliverable]))
        }
    }

    private func progress(_ html: inout MarkupWriter) {
        panel("tien-do", "occurrence.add-progress", isOpen: entered == nil, takesFiles: true, &html) { html in
            day("tien-do", &html)
            html.field(
                Field(
                    "noi-dung", words("occurrence.text"), .long(rows: 3), value: value("noi-dung", of: "tien-do"),
                    id: "tien-do-noi-dung"))
            evidence("tien-do", &html)
            html.button(words("occurrence.add-progress.do"), .class("primary"))
        }
    }

    private func complete(_ html: inout MarkupWriter) {
        panel("hoan-thanh", "occurrence.complete", takesFiles: true, &html) { html in
            day("hoan-thanh", &html)
            html.field(
                Field(
                    "noi-dung", words("occurrence.text"), .long(rows: 2), value: value("noi-dung", of: "hoan-thanh"),
                    id: "hoan-thanh-noi-dung"))
            evidence("hoan-thanh", &html)
            reason("hoan-thanh", hint: "occurrence.complete-reason", isRequired: false, &html)
            html.button(words("occurrence.complete.do"), .class("primary"))
        }
    }

    private func ask(_ html: inout MarkupWriter) {
        panel("gia-han", "occurrence.extend", &html) { html in
            html.field(
                Field(
                    "den-ngay", words("occurrence.new-due"), .line(.date), value: value("den-ngay", of: "gia-han"),
                    isRequired: true))
            reason("gia-han", &html)
            html.field(
                Field(
                    "van-ban", words("occurrence.paper"), value: value("van-ban", of: "gia-han"),
                    hint: words("occurrence.paper-hint"), isRequired: true))
            html.button(words("occurrence.extend.do"), .class("primary"))
        }
    }

    private func extending(_ asked: DueExtension, _ html: inout MarkupWriter) {
        let name = "gia-han-\(asked.id)"
        let text = words(
            "occurrence.extension-waits", ["day": words.day(asked.due), "paper": asked.paper, "reason": asked.reason])
        guard page.may.extend else {
            html.element("p", .class("panel"), text: text)
            return
        }
        panel(name, "occurrence.answer-extension", isOpen: true, path: "gia-han/\(asked.id)", &html) { html in
            html.element("p", text: text)
            reason(name, hint: "occurrence.refusal-reason", isRequired: false, &html)
            html.field(
                Field(
                    "van-ban", words("occurrence.answer-paper"), value: value("van-ban", of: name),
                    id: "\(name)-van-ban"))
            html.element("p", .class("row")) { html in
                html.button(words("occurrence.extension.approve"), .class("primary"), name: "tra-loi", value: "approve")
                html.button(words("occurrence.extension.refuse"), .class("danger"), name: "tra-loi", value: "refuse")
            }
        }
    }

    private func undoAnswer(_ asked: DueExtension, _ html: inout MarkupWriter) {
        let name = "gia-han-\(asked.id)"
        panel(name, "occurrence.undo-answer", path: "gia-han/\(asked.id)", &html) { html in
            reason(name, isRequired: false, &html)
            html.button(words("occurrence.undo-answer.do"), .class("danger"), name: "tra-loi", value: "undo")
        }
    }

    private func answer(_ html: inout MarkupWriter) {
        panel("phe-duyet", "occurrence.approve", isOpen: true, &html) { html in
            reason("phe-duyet", hint: "occurrence.return-reason", isRequired: false, &html)
            html.element("p", .class("row")) { html in
                html.button(words("occurrence.approve.do"), .class("primary"), name: "tra-loi", value: "approve")
                html.button(words("occurrence.return.do"), .class("danger"), name: "tra-loi", value: "return")
            }
        }
    }

    private func undoApproval(_ html: inout MarkupWriter) {
        panel("phe-duyet", "occurrence.undo-approval", &html) { html in
            reason("phe-duyet", &html)
            html.button(words("occurrence.undo-approval.do"), .class("danger"), name: "tra-loi", value: "undo")
        }
    }

    private func undoSendingBack(_ html: inout MarkupWriter) {
        panel("phe-duyet", "occurrence.undo-return", path: "phe-duyet/hoan-tac", &html) { html in
            html.element("p", .class("hint"), text: words("occurrence.undo-return.hint"))
            html.button(words("occurrence.undo-return"))
        }
    }

    private func reopen(_ html: inout MarkupWriter) {
        panel("mo-lai", "occurrence.reopen", &html) { html in
            reason("mo-lai", &html)
            html.button(words("occurrence.reopen.do"), .class("danger"))
        }
    }

    private func comment(_ html: inout MarkupWriter) {
        panel("y-kien", "occurrence.comment", isOpen: !page.isOpen, &html) { html in
            html.field(
                Field(
                    "y-kien", words("occurrence.comment-text"), .long(rows: 3), value: value("y-kien", of: "y-kien"),
                    isRequired: true, id: "y-kien-noi-dung"))
            html.button(words("occurrence.comment.do"), .class("primary"))
        }
    }
}

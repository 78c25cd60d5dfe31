import Markup
import Office
import Paper
import Web
import WorkCalendar

extension OccurrencePage {
    func view(_ call: Call, _ entered: EnteredForm?) -> Page {
        let words = call.words
        let plan = Page.Link(source.number ?? words("work.no-number"), Paths.plan(assignment.plan))
        return Page(
            assignment.text, section: "work", trail: [Page.Link(words("work.title"), Paths.work), plan],
            assets: ["plans.css"]
        ) { html in
            if let entered {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                    html.element("p", text: words(entered.refusal))
                }
            }
            html.element("div", .class("occurrence")) { html in
                html.element("div") { html in
                    standing(call, &html)
                    facts(call, &html)
                }
                html.element("div", .class("forms")) { html in
                    OccurrenceForms(page: self, call: call, entered: entered).write(to: &html)
                }
                html.element("div") { html in
                    quote(call, &html)
                    OccurrenceHistoryView(page: self, call: call).write(to: &html)
                }
            }
        }
    }

    private func standing(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("p", .class("row standing lead")) { html in
            if let ended = occurrence.ended {
                html.element("span", .class("badge wait"), text: words("occurrence.ended", ["day": words.day(ended)]))
            } else {
                html.element("span", .class("badge \(state.look)"), text: words("state.\(state.rawValue)"))
                html.element("span") { $0.due(occurrence.due, state, on: call.day, words) }
            }
            if let completion, completion.isApproved {
                html.element("span", .class("badge done"), text: words("occurrence.approved"))
            } else if completion != nil {
                html.element("span", .class("badge accent"), text: words("occurrence.waits"))
            }
        }
    }

    private func facts(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("dl", .class("facts panel")) { html in
            func fact(_ key: String, _ text: String?) {
                guard let text, !text.isBlank else { return }
                html.element("dt", text: words(key))
                html.element("dd", text: text)
            }
            let written = bodies.first { $0.id == occurrence.body }?.written
            fact("occurrence.unit", call.unitName(occurrence.unit, written: written))
            fact("occurrence.period", occurrence.period?.words(words))
            fact("occurrence.deliverable", assignment.deliverable)
            fact("occurrence.target", target(words))
            fact("occurrence.deadline", assignment.deadline.raw)
            if let planned, planned != occurrence.due { fact("occurrence.planned", words.day(planned)) }
            fact("occurrence.leads", names(.lead))
            fact("occurrence.coordinators", names(.coordinate))
            fact("occurrence.group", assignment.group)
            if let given {
                html.element("dt", text: words("given.source"))
                html.element("dd") { $0.element("a", .href(given.address), text: given.title) }
            }
            html.element("dt", text: words("occurrence.document"))
            html.element("dd") { html in
                let name = [source.number, source.title].compactMap(\.self).joined(separator: " · ")
                html.element("a", .href(Paths.plan(assignment.plan)), text: name)
                if let day = source.day { html.text(" (\(words.day(day)))") }
            }
        }
    }

    private func names(_ role: AssignmentBody.Role) -> String {
        bodies.filter { $0.role == role }.map(\.written).joined(separator: "; ")
    }

    private func target(_ words: Words) -> String? {
        guard let target = assignment.target else { return nil }
        let asked = [target.least, target.most].compactMap(\.self).map(words.number)
        let range = asked.count == 2 && asked[0] == asked[1] ? asked[0] : asked.joined(separator: "–")
        return words(
            "occurrence.target-done", ["done": words.number(done ?? 0), "target": range, "unit": target.unit])
    }

    private func quote(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("h2", text: words("occurrence.quote"))
        html.element("blockquote", text: assignment.quote.text)
        let place = assignment.quote.place
        html.element(
            "p", .class("quiet small"),
            text: place.page.map { words("occurrence.place", ["page": String($0), "line": String(place.line)]) }
                ?? words("occurrence.line", ["line": String(place.line)]))
    }
}

/// What happened to an occurrence, the latest first.
struct OccurrenceHistoryView {
    let page: OccurrencePage
    let call: Call

    func write(to html: inout MarkupWriter) {
        let words = call.words
        html.element("h2", text: words("occurrence.history"))
        if page.history.isEmpty {
            html.element("p", .class("empty"), text: words("occurrence.nothing-yet"))
            return
        }
        html.element("ol", .class("lines history")) { html in
            for event in page.history.reversed() {
                html.element("li") { html in
                    html.element("p", .class("quiet small")) { html in
                        html.text("\(words.moment(event.entry.at)) · \(who(event.entry.actor))")
                    }
                    what(event, &html)
                }
            }
        }
    }

    private func who(_ actor: Actor) -> String {
        switch actor {
        case .holder(let account, let position, let unit): "\(account.name), \(position.name), \(unit.name)"
        case .system: call.words("occurrence.system")
        }
    }

    private func line(
        _ key: String, _ values: [String: String] = [:], reason: String? = nil, to html: inout MarkupWriter
    ) {
        html.element("p") { html in
            html.element("strong", text: call.words("event.\(key)", values))
            if let reason, !reason.isBlank { html.text(" \(reason)") }
        }
    }

    private func what(_ event: OccurrenceEvent, _ html: inout MarkupWriter) {
        let words = call.words
        switch event.what {
        case .progress(let progress):
            line("progress", ["day": words.day(progress.day)], reason: progress.text, to: &html)
            if let number = progress.number {
                let unit = page.assignment.target?.unit ?? ""
                html.element("p", text: words("event.number", ["number": words.number(number), "unit": unit]))
            }
            evidence(progress.evidence, &html)
        case .completed(let day, let reason): line("completed", ["day": words.day(day)], reason: reason, to: &html)
        case .reopened(let reason): line("reopened", reason: reason, to: &html)
        case .sentBack(let reason): line("sent-back", reason: reason, to: &html)
        case .approved: line("approved", to: &html)
        case .approvalUndone(let reason): line("approval-undone", reason: reason, to: &html)
        case .sendingBackUndone: line("return-undone", to: &html)
        case .commented(let comment): said(comment, event.entry, &html)
        case .commentWithdrawn: line("comment-withdrawn", to: &html)
        case .extensionAsked(let asked):
            let values = ["day": words.day(asked.due), "paper": asked.paper]
            line("extension-asked", values, reason: asked.reason, to: &html)
        case .extensionAnswered(let answer, let due, let reason, let paper):
            let values = ["day": words.day(due), "paper": paper ?? ""]
            line("extension-\(answer.rawValue)", values, reason: reason, to: &html)
        case .moved(let from, let to):
            line("moved", ["from": call.unitName(from), "to": call.unitName(to)], to: &html)
        case .withdrawn: line("withdrawn", to: &html)
        case .ended(let ending): line("ended", values(ending), reason: ending.reason, to: &html)
        case .endingUndone(let ending): line("ending-undone", values(ending), reason: ending.reason, to: &html)
        }
    }

    private func values(_ ending: Ending) -> [String: String] {
        ["day": call.words.day(ending.day), "paper": ending.paper]
    }

    private func said(_ comment: Comment, _ entry: Journal.Entry, _ html: inout MarkupWriter) {
        guard !comment.isWithdrawn else { return line("commented-withdrawn", to: &html) }
        html.element("p", .class("said"), text: comment.text)
        guard entry.actor.account?.id == call.seat.account.id.rawValue else { return }
        html.form(to: "\(Paths.occurrence(page.occurrence.id))/y-kien/\(comment.id)", call.visit) { html in
            html.button(call.words("occurrence.withdraw-comment"), .class("plain"))
        }
    }

    private func evidence(_ pieces: [Evidence], _ html: inout MarkupWriter) {
        guard !pieces.isEmpty else { return }
        html.element("ul", .class("evidence")) { html in
            for piece in pieces {
                html.element("li") { html in
                    switch piece.source {
                    case .file(let hash):
                        let address = "\(Paths.occurrence(page.occurrence.id))/minh-chung/\(hash)"
                        html.element("a", .href(address), text: piece.title)
                    case .link(let address):
                        html.element(
                            "a", .href(address.text), Attribute("rel", "noopener noreferrer"), text: piece.title)
                    case .record: html.text(piece.title)
                    }
                    if piece.isDeliverable {
                        html.text(" ")
                        html.element("span", .class("badge done"), text: call.words("occurrence.is-deliverable"))
                    }
                }
            }
        }
    }
}

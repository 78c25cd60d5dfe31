import Documents
import Markup
import Office
import Paper
import Web
import WorkCalendar

/// One assignment on the review page: what it says, whom it means, and what can be decided.
struct ReviewCardView {
    let review: ReviewView
    let reviewed: ReviewedAssignment

    private var matter: ReviewMatter { review.matter }
    private var words: Words { review.words }
    private var assignment: PlanAssignment { reviewed.assignment }
    private var path: String { "\(review.path)/\(assignment.id)" }

    func write(_ html: inout MarkupWriter) {
        html.element(
            "article", .class("draft \(reviewed.state.rawValue)"), .id("n-\(assignment.id)"),
            Attribute("data-for", String(assignment.id)), Attribute("tabindex", "-1"),
            Attribute("aria-labelledby", "t-\(assignment.id)")
        ) { html in
            head(&html)
            html.element("p", .class("task"), .id("t-\(assignment.id)"), text: assignment.text)
            facts(&html)
            for finding in matter.findings(of: assignment.id) {
                html.element("p", .class("finding")) { html in
                    html.element("span", .class("badge \(finding.severity.look)"), text: "⚑")
                    html.text(" \(words(finding.message))")
                }
            }
            outcome(&html)
            html.element("div", .class("row decisions")) { decisions(&$0) }
            html.element("details") { html in
                html.element("summary", text: words("review.quote"))
                html.element("blockquote", text: assignment.quote.text)
            }
        }
    }

    private func head(_ html: inout MarkupWriter) {
        html.element("div", .class("row")) { html in
            if reviewed.state == .draft {
                html.element(
                    "input", Attribute("type", "checkbox"), Attribute("form", "join"), Attribute("name", "chosen"),
                    Attribute("value", "\(assignment.id):\(assignment.version)"),
                    Attribute("aria-label", words("review.choose", ["number": String(assignment.position)])))
            }
            html.element("strong", text: "\(assignment.position)")
            html.element("span", .class("badge"), text: words("review.part.\(assignment.part.rawValue)"))
            if reviewed.state != .draft {
                html.element(
                    "span", .class("badge \(reviewed.state == .accepted ? "done" : "wait")"),
                    text: words("review.state.\(reviewed.state.rawValue)"))
            }
            if matter.passages[assignment.id] != nil, reviewed.state != .dropped {
                html.element("a", .class("to-quote"), .href("#q-\(assignment.id)"), text: place)
            } else {
                html.element("span", .class("quiet small"), text: place)
            }
        }
    }

    private var place: String {
        let place = assignment.quote.place
        guard let page = place.page else { return words("review.line", ["line": String(place.line)]) }
        return words("review.page-line", ["page": String(page), "line": String(place.line)])
    }

    private func facts(_ html: inout MarkupWriter) {
        html.element("dl", .class("facts")) { html in
            fact("review.lead", &html) { html in
                if reviewed.leads.isEmpty {
                    html.element("span", .class("badge late"), text: words("review.no-lead"))
                }
                for body in reviewed.leads { write(body, &html) }
            }
            if !reviewed.coordinators.isEmpty {
                fact("review.coordinate", &html) { html in for body in reviewed.coordinators { write(body, &html) } }
            }
            if let deliverable = assignment.deliverable {
                fact("review.deliverable", &html) { $0.text(deliverable) }
            }
            if let target = assignment.target { fact("review.target.label", &html) { $0.text(target.typed) } }
            fact("review.deadline", &html) { html in
                if let raw = assignment.deadline.raw, !raw.isEmpty { html.element("q", text: raw) }
                html.element("span", .class("meaning"), text: " " + words.meaning(of: assignment.deadline))
            }
        }
    }

    private func fact(_ key: String, _ html: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void) {
        html.element("dt", text: words(key))
        html.element("dd", content: content)
    }

    /// The words, whom they mean where that is not what they say, how sure that is, and why.
    private func write(_ body: AssignmentBody, _ html: inout MarkupWriter) {
        html.element("div", .class("body \(body.certainty.rawValue)")) { html in
            html.text(body.written)
            let units = body.units.compactMap { matter.names[$0] }.joined(separator: ", ")
            if body.outcome == .units, units != body.written { html.element("strong", text: " → \(units)") }
            if body.outcome == .group {
                let count = words.number(matter.members[body.groups]?.count ?? 0)
                html.text(" ")
                html.element(
                    "a", .href("#\(ReviewReportView.place(of: body.groups))"),
                    text: words("review.members", ["count": count]))
            }
            if body.certainty != .exact || body.outcome != .units {
                let key = body.outcome == .open ? "open" : body.certainty.rawValue
                let look =
                    switch body.outcome {
                    case .unknown: "late"
                    case .open: "wait"
                    case .units, .group: body.certainty == .predecessor ? "wait" : ""
                    }
                html.text(" ")
                html.element("span", .class("badge \(look)"), text: words("review.certainty.\(key)"))
            }
            // Where no province is known that is said once, above.
            if body.outcome == .unknown ? matter.plan.province != nil : body.certainty == .predecessor {
                html.element("p", .class("hint"), text: words(body.reason))
            }
        }
    }

    private func outcome(_ html: inout MarkupWriter) {
        if reviewed.state == .accepted, let counts = matter.occurrences[assignment.id] {
            let values = ["count": words.number(counts.count), "units": words.number(counts.units)]
            html.element("p", .class("hint"), text: words("review.occurrences", values))
        }
        if reviewed.state == .dropped, let reason = matter.reasons[assignment.id] {
            html.element("p", .class("hint"), text: words("review.reason.was", ["reason": reason]))
        }
    }

    private func decisions(_ html: inout MarkupWriter) {
        let isDraft = reviewed.state == .draft
        if isDraft, review.call.may(.accept) {
            form("chap-nhan", &html) { $0.button(words("review.accept"), .class("primary accept")) }
        }
        if isDraft || reviewed.state == .accepted {
            html.element(
                "a", .class("button edit"), .href("\(address)#n-\(assignment.id)"), text: words("review.edit"))
        }
        if !isDraft { undo("decision", &html) }
        if matter.corrected.contains(assignment.id), reviewed.state != .dropped { undo("correction", &html) }
        guard isDraft else { return }
        if matter.origins[assignment.id] != nil { undo("replacement", &html) }
        html.element("details", .class("drop")) { html in
            html.element("summary", .class("button"), text: words("review.drop"))
            form("bo", &html) { html in
                html.element("label") { html in
                    html.text(words("review.reason") + " ")
                    html.element("input", Attribute("name", "reason"), .flag("required"))
                }
                html.button(words("review.drop"), .class("danger"))
            }
        }
        html.element("details") { html in
            html.element("summary", .class("button"), text: words("review.do.split"))
            form("tach", &html) { html in
                html.element("label") { html in
                    html.text(words("review.split.hint"))
                    html.element("textarea", Attribute("name", "parts"), Attribute("rows", "4"), text: assignment.text)
                }
                html.button(words("review.do.split"))
            }
        }
    }

    /// The page with the fields of this one open.
    private var address: String {
        review.call.address.moved(to: review.path).with("sua", String(assignment.id)).description
    }

    private func undo(_ what: String, _ html: inout MarkupWriter) {
        form("hoan-tac", &html) { html in
            html.hidden("what", what)
            html.button(words("review.undo.\(what)"), .class("undo"))
        }
    }

    private func form(_ action: String, _ html: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void) {
        html.form(to: "\(path)/\(action)", review.call.visit) { html in
            html.hidden("version", String(assignment.version))
            content(&html)
        }
    }
}

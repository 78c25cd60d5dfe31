import Documents
import Markup
import Office
import Web
import WorkCalendar

/// The fields of an assignment, open to be corrected.
struct ReviewEditView {
    let review: ReviewView
    let reviewed: ReviewedAssignment
    let editing: ReviewPages.Editing

    private var words: Words { review.words }
    private var assignment: PlanAssignment { reviewed.assignment }

    func write(_ html: inout MarkupWriter) {
        let typed = editing.typed ?? TypedFields(reviewed)
        html.element(
            "article", .class("draft editing"), .id("n-\(assignment.id)"), Attribute("data-for", String(assignment.id)),
            Attribute("tabindex", "-1")
        ) { html in
            if let refusal = editing.refusal {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) {
                    $0.element("p", text: words(refusal.message))
                }
            }
            html.form(to: "\(review.path)/\(assignment.id)/sua", review.call.visit) { html in
                html.hidden("version", String(assignment.version))
                questions(&html)
                html.field(Field("text", words("review.task"), .long(rows: 4), value: typed.text, isRequired: true))
                bodies("lead", "review.lead", typed.leads, typed, &html)
                bodies("coordinate", "review.coordinate", typed.coordinators, typed, &html)
                html.field(
                    Field("deliverable", words("review.deliverable"), .long(rows: 2), value: typed.deliverable))
                target(typed, &html)
                deadline(typed, &html)
                html.element("div", .class("row")) { html in
                    html.button(words("review.save"), .class("primary"))
                    html.element(
                        "a", .class("button"), .href("\(review.path)#n-\(assignment.id)"), text: words("review.cancel"))
                }
            }
            html.element("blockquote", text: assignment.quote.text)
        }
    }

    private func target(_ typed: TypedFields, _ html: inout MarkupWriter) {
        html.element("div", Attribute("data-understood", "\(review.path)/chi-tieu")) { html in
            html.field(
                Field("target", words("review.target.label"), value: typed.target, hint: words("review.target.hint")))
            html.element(
                "p", .class("understood"), Attribute("aria-live", "polite"), text: words.meaning(ofTarget: typed.target)
            )
        }
    }

    private func deadline(_ typed: TypedFields, _ html: inout MarkupWriter) {
        html.element("div", Attribute("data-understood", "\(review.path)/thoi-han")) { html in
            html.field(
                Field(
                    "deadline", words("review.deadline"), value: typed.deadline, hint: words("review.deadline.hint")))
            html.element("p", .class("understood"), Attribute("aria-live", "polite")) { html in
                let read = Deadline(typed: typed.deadline, of: review.matter.document)
                let standing = typed.deadline == assignment.deadline.typed ? assignment.deadline : read
                html.text(standing.map { words.meaning(of: $0) } ?? words("review.deadline.unknown"))
            }
        }
    }

    /// A line for each name, and one for more; an empty one is taken away.
    private func bodies(
        _ name: String, _ key: String, _ names: [String], _ typed: TypedFields, _ html: inout MarkupWriter
    ) {
        html.element("fieldset", .class("bodies")) { html in
            html.element("legend", text: words(key))
            for (index, written) in (names + [""]).enumerated() {
                html.element(
                    "input", Attribute("name", name), .id("field-\(name)-\(index)"), Attribute("value", written),
                    Attribute("data-suggestions", "\(review.path)/don-vi"),
                    Attribute("aria-label", "\(words(key)) \(index + 1)"))
                if let body = reviewed.bodies.first(where: { $0.written == written }), body.outcome != .units {
                    meaning(of: body, "\(name)-\(index)", typed, &html)
                }
            }
        }
    }

    /// Asks which units words mean that name a group, an open set or nobody known; who gets work stands below.
    private func meaning(
        of body: AssignmentBody, _ place: String, _ typed: TypedFields, _ html: inout MarkupWriter
    ) {
        let groups = review.matter.groups(review.call.directory, on: review.call.day)
        let chosen = typed.meanings[body.written]
        let asWritten = [(value: "", text: words("review.meaning.as-written"))]
        let open = [(value: TypedFields.GroupMeaning.open.value, text: words("review.meaning.open"))]
        html.element("div", .class("meant"), Attribute("data-understood", "\(review.path)/nghia")) { html in
            html.field(
                Field(
                    "means:\(body.written)", words("review.meaning", ["written": body.written]),
                    .choice(
                        asWritten
                            + groups.map { group in
                                let values = [
                                    "name": words.name(of: group.group), "count": words.number(group.members.count),
                                ]
                                return (group.group.key, words("review.meaning.group", values))
                            } + open), value: chosen?.value ?? "", id: "means-\(place)"))
            html.element("p", .class("understood"), Attribute("aria-live", "polite")) { html in
                if case .group(let key) = chosen, let group = groups.first(where: { $0.group.key == key }) {
                    html.text(review.call.recipients(group.members))
                }
            }
        }
    }

    /// Asks whom names mean that could not be told.
    private func questions(_ html: inout MarkupWriter) {
        for question in editing.questions {
            html.element("fieldset", .class("question")) { html in
                html.element("legend", text: words("review.who", ["written": question.written]))
                for unit in question.candidates.prefix(8) {
                    let directory = review.call.directory
                    let name = directory.name(of: unit, on: review.call.day) ?? ""
                    choice(question.written, String(unit.rawValue), name, &html)
                }
                choice(question.written, "-", words("review.who.nobody"), isChosen: true, &html)
            }
        }
    }

    private func choice(
        _ written: String, _ value: String, _ text: String, isChosen: Bool = false, _ html: inout MarkupWriter
    ) {
        html.element("label", .class("check")) { html in
            html.element(
                "input", Attribute("type", "radio"), Attribute("name", "who:\(written)"), Attribute("value", value),
                .flag("checked", isChosen))
            html.element("span", text: text)
        }
    }
}

/// Somebody else was faster: what stands now beside what was to be stored.
struct StaleView {
    let review: ReviewView
    let stale: StaleEdit
    let typed: TypedFields?

    private var words: Words { review.words }

    func write(_ html: inout MarkupWriter) {
        let id = stale.theirs.assignment.id
        html.element("div", .class("notice warning stale"), Attribute("role", "alert")) { html in
            html.element("div") { html in
                html.element("p", text: words("review.stale"))
                if let typed { compare(typed, TypedFields(stale.theirs), &html) }
                html.element("div", .class("row")) { html in
                    html.element(
                        "a", .class("button"), .href("\(review.path)#n-\(id)"), text: words("review.stale.see"))
                    if let typed { overwrite(typed, &html) }
                }
            }
        }
    }

    private func compare(_ mine: TypedFields, _ theirs: TypedFields, _ html: inout MarkupWriter) {
        let rows = [
            ("review.task", mine.text, theirs.text),
            ("review.lead", mine.leads.joined(separator: "; "), theirs.leads.joined(separator: "; ")),
            (
                "review.coordinate", mine.coordinators.joined(separator: "; "),
                theirs.coordinators.joined(separator: "; ")
            ),
            ("review.deliverable", mine.deliverable, theirs.deliverable),
            ("review.target.label", mine.target, theirs.target),
            ("review.deadline", mine.deadline, theirs.deadline),
        ].filter { $0.1 != $0.2 }
        html.table(
            caption: words("review.stale.differences"),
            head: ["", words("review.stale.theirs"), words("review.stale.mine")].map { Column($0) }
        ) { html in
            for (key, mine, theirs) in rows {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row"), text: words(key))
                    html.element("td", text: theirs)
                    html.element("td", text: mine)
                }
            }
        }
    }

    /// Stores mine all the same, over what was seen now.
    private func overwrite(_ mine: TypedFields, _ html: inout MarkupWriter) {
        let assignment = stale.theirs.assignment
        guard stale.theirs.state == .draft || stale.theirs.state == .accepted else { return }
        html.form(to: "\(review.path)/\(assignment.id)/sua", review.call.visit) { html in
            html.hidden("version", String(assignment.version))
            html.hidden("text", mine.text)
            html.hidden("deliverable", mine.deliverable)
            html.hidden("deadline", mine.deadline)
            html.hidden("target", mine.target)
            for name in mine.leads { html.hidden("lead", name) }
            for name in mine.coordinators { html.hidden("coordinate", name) }
            for (name, unit) in mine.choices { html.hidden("who:\(name)", String(unit.rawValue)) }
            for (name, meaning) in mine.meanings { html.hidden("means:\(name)", meaning.value) }
            for name in mine.left { html.hidden("who:\(name)", "-") }
            html.button(words("review.stale.overwrite"))
        }
    }
}

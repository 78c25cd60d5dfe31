import Markup
import Office
import Storage
import Web
import Wording
import WorkCalendar

/// What happened to our side of an agreement, who can follow it, and what was decided.
struct SuccessionPanel: RecordPanel {
    let decisions: [SuccessionDecision]
    /// Whose it is now, where that unit is no more.
    let ended: OrganisationID?

    let isBroad = false

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let words = page.words
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("behaviour.succession"))
            for decision in decisions { write(decision, page, &html) }
            if let ended { wait(ended, page, &html) }
            guard page.mayRecord, !page.record.isRemoved, !decisions.isEmpty else { return }
            html.form(to: "\(page.path)/ke-thua/hoan-tac", page.call.visit) { html in
                html.hidden("phien-ban", "\(page.record.version)")
                html.button(words("succession.undo"), .class("plain small"))
            }
        }
    }

    private func write(_ decision: SuccessionDecision, _ page: RecordPage, _ html: inout MarkupWriter) {
        let words = page.words
        html.element("p") { html in
            html.element("span", .class("badge done"), text: words("succession.outcome.\(decision.outcome.rawValue)"))
            if let successor = decision.successor {
                html.text(" ")
                html.element(
                    "a", .href("/co-quan/\(successor.rawValue)"), text: page.request.writing.unit(successor))
            }
        }
        html.element(
            "p", .class("small quiet"),
            text: words("succession.by", ["paper": decision.paper, "day": words.day(decision.day)]))
    }

    /// What happened to the unit, and the form that decides.
    private func wait(_ unit: OrganisationID, _ page: RecordPage, _ html: inout MarkupWriter) {
        let (words, call) = (page.words, page.call)
        let step = call.directory.successions.last {
            $0.predecessors.contains(unit) && $0.movesUnits && $0.effective <= call.day
        }
        html.element("p") { html in
            html.element("span", .class("badge late"), text: words("behaviour.succession.awaiting"))
        }
        if let step {
            html.element(
                "p",
                text: words(
                    "succession.\(step.kind.rawValue)-of",
                    [
                        "unit": page.request.writing.unit(unit), "day": words.day(step.effective),
                        "paper": step.basis,
                    ]))
        }
        let heirs = call.directory.successors(of: unit, to: call.day).units
        if heirs.count > 1 { html.element("p", text: words("succession.several")) }
        guard page.mayRecord, !page.record.isRemoved else { return }
        let entered = page.enteredPart.flatMap { $0.behaviour == PartySuccession.name ? $0 : nil }
        html.form(to: "\(page.path)/ke-thua", call.visit) { html in
            html.hidden("phien-ban", "\(page.record.version)")
            func value(_ name: String) -> String { entered?.typed["f.\(name)"] ?? "" }
            html.field(
                Field(
                    "f.ket-qua", words("succession.what"),
                    .choice(
                        [("", words("register.choose"))]
                            + SuccessionDecision.Outcome.allCases.map {
                                ($0.rawValue, words("succession.outcome.\($0.rawValue)"))
                            }), value: value("ket-qua"), isRequired: true))
            html.field(
                Field(
                    "f.ke-thua", words("succession.successor"),
                    .choice(
                        [("", words("register.choose"))]
                            + heirs.map { ("\($0.rawValue)", page.request.writing.unit($0)) }),
                    value: value("ke-thua")))
            html.field(
                Field(
                    "f.ngay", words("succession.day"),
                    value: value("ngay").isEmpty ? call.day.vietnamese : value("ngay"),
                    error: entered?.problems["f.ngay"].map { words($0) }, isRequired: true))
            html.field(Field("f.van-ban", words("succession.paper"), value: value("van-ban"), isRequired: true))
            html.button(words("succession.decide"), .class("primary"))
        }
    }
}

extension PartySuccession: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        let decisions = try request.book.successionDecisions(of: record.id, db)
        let isOpen = request.definition.state(record.state)?.isClosed != true
        let party = isOpen ? party(of: record, after: decisions) : nil
        let ended = party.flatMap { request.call.directory.hasEnded($0, by: request.call.day) ? $0 : nil }
        return decisions.isEmpty && ended == nil ? nil : SuccessionPanel(decisions: decisions, ended: ended)
    }
}

extension RegisterPages {
    func addSuccession(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/{id}/ke-thua"
        routes.post(path, .may(.record)) { [self] form, call in
            try await act(form, call, Notice("succession.decided")) { request, id, version, db in
                let typed = TypedRecord(form, request.definition)
                guard let outcome = SuccessionDecision.Outcome(rawValue: typed["f.ket-qua"]) else {
                    throw Refusal("succession.no-outcome")
                }
                guard let day = Day(typed: typed["f.ngay"]) else {
                    let problems = ["f.ngay": Message("register.no-day", ["text": typed["f.ngay"]])]
                    throw RejectedPart(
                        part: EnteredPart(behaviour: PartySuccession.name, typed: typed, problems: problems))
                }
                try request.book.decideSuccession(
                    of: id, outcome, to: Int(typed["f.ke-thua"]).map { OrganisationID(rawValue: $0) }, on: day,
                    paper: typed["f.van-ban"], version: version, in: call.directory, within: call.scope(.record),
                    by: call.act, db)
            }
        }
        routes.post("\(path)/hoan-tac", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("succession.undone")) { request, id, version, db in
                try request.book.undoSuccession(
                    of: id, version: version, within: call.scope(.record), by: call.act, db)
            }
        }
    }
}

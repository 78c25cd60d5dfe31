import Markup
import Office
import Storage
import Web
import Wording
import WorkCalendar

/// Until when a record holds, and the form by which it is renewed.
struct ExpiryPanel: RecordPanel {
    let expiry: Expiry
    let term: Term?

    let isBroad = false

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let (words, day) = (page.words, page.call.day)
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("behaviour.expiry"))
            if let term {
                html.element("p") { html in
                    html.standing(term, words, on: day)
                    let left = term.due.number - day.number
                    html.text(
                        " "
                            + words(
                                left < 0 ? "expiry.over" : "expiry.until",
                                ["day": words.day(term.due), "count": words.number(abs(left))]))
                }
            }
            if let key = expiry.renewals, let lines = page.definition.lines(key), page.mayRecord,
                !page.record.isRemoved
            {
                form(lines, page, &html)
            }
        }
    }

    private func form(_ lines: Lines, _ page: RecordPage, _ html: inout MarkupWriter) {
        let entered = page.enteredPart.flatMap { $0.behaviour == Expiry.name ? $0 : nil }
        let number = page.record.lines[lines.key]?.count ?? 0
        html.element("details", .id("gia-han"), .flag("open", entered != nil)) { html in
            html.element("summary", text: page.words("expiry.renew"))
            html.form(to: "\(page.path)/gia-han", page.call.visit, .class("record-form")) { html in
                html.hidden("phien-ban", "\(page.record.version)")
                html.hidden(TypedRecord.name(of: lines.key), "\(number)")
                let fields = FieldsView(
                    request: page.request, typed: entered?.typed ?? TypedRecord(), problems: entered?.problems ?? [:],
                    focus: nil, sealed: [])
                for field in lines.fields where field.kind != .file {
                    fields.write(
                        field, TypedRecord.name(field.key, of: lines.key, number),
                        suggesting: "\(lines.key).\(field.key)", &html)
                }
                html.button(page.words("expiry.renew"), .class("primary"))
            }
        }
    }
}

extension Expiry: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        let term = term(of: record, in: request.definition)
        return term == nil && renewals == nil ? nil : ExpiryPanel(expiry: self, term: term)
    }
}

/// What was typed into the form of a behaviour, where it could not be done.
struct EnteredPart: Sendable {
    let behaviour: String
    let typed: TypedRecord
    let problems: [String: Message]
}

/// Thrown, so that nothing of it is kept.
struct RejectedPart: Error {
    let part: EnteredPart
}

extension RegisterPages {
    func addRenewal(to routes: inout DeskRoutes) {
        routes.post("\(RegisterPaths.index)/{register}/{id}/gia-han", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("expiry.renewed")) { request, id, version, db in
                try renew(id, form, version: version, request, db)
            }
        }
    }

    /// Adds a renewal; the record's own last day goes with it, in one change.
    private func renew(
        _ id: RecordID, _ form: Form, version: Int, _ request: RegisterRequest, _ db: Transaction
    ) throws {
        let definition = request.definition
        guard let expiry = definition.behaviour(Expiry.self), let lines = expiry.renewals.flatMap(definition.lines)
        else { throw WebFailure.notFound }
        let record = try request.record(db)
        let typed = TypedRecord(form, definition)
        func rejected(_ problems: [String: Message]) -> RejectedPart {
            RejectedPart(part: EnteredPart(behaviour: Expiry.name, typed: typed, problems: problems))
        }
        var draft = try TypedDraft(
            ValueReading(request: request, typed: typed, files: [:], db: db), adding: lines, to: record)
        guard draft.problems.isEmpty else { throw rejected(draft.problems) }
        let number = record.lines[lines.key]?.count ?? 0
        guard let day = lines.day, let added = draft.draft.lines[lines.key]?[number...].first,
            let last = Record.Content(values: added.values).day(of: day, last: true)
        else {
            throw rejected(
                lines.day.map { [TypedRecord.name($0, of: lines.key, number): Message("record.required")] } ?? [:])
        }
        if let own = expiry.day.flatMap({ definition[$0] }), own.kind == .day {
            draft.set(own.key, .date(.day(last)))
        }
        do {
            try request.book.change(
                id, draft.draft, version: version, within: request.call.scope(.record), by: request.call.act, db)
        } catch let wrong as RecordProblems {
            throw rejected(draft.problems(wrong))
        }
    }
}

import Markup
import Office
import Storage
import Web
import WorkCalendar

/// Beside a record of a person: what the person agreed to, how and until when.
struct ConsentPanel: Sendable {
    let consents: [RecordConsent]

    /// - Returns: `nil` where the register asks for none.
    init?(_ record: Record, _ request: RegisterRequest, _ db: Transaction) throws {
        guard request.book.asksConsent else { return nil }
        consents = try RecordBook.consents(of: record.id, db)
    }

    func write(_ page: RecordPage, _ html: inout MarkupWriter) {
        let words = page.words
        let mayRecord =
            page.call.scope(.record).contains(page.record.unit) && !page.record.isRemoved
            && page.erasure == nil
        html.element("section", .class("panel consents")) { html in
            html.element("h2", text: words("consent.title"))
            if consents.isEmpty { html.element("p", .class("quiet"), text: words("consent.nothing")) }
            html.element("ul") { html in
                for consent in consents { html.element("li") { write(consent, page, mayRecord, &$0) } }
            }
            if mayRecord { form(page, &html) }
        }
    }

    private func write(
        _ consent: RecordConsent, _ page: RecordPage, _ mayRecord: Bool, _ html: inout MarkupWriter
    ) {
        let words = page.words, today = page.call.day
        let purpose = page.definition.purposes.first { $0.key.text == consent.purpose }
        html.element("strong", text: purpose.map { page.request.name($0.names) } ?? consent.purpose)
        html.text(" ")
        let holds = consent.holds(on: today)
        let state = holds ? "consent.holds" : consent.withdrawn == nil ? "consent.ended" : "consent.withdrawn"
        html.element("span", .class(holds ? "badge done" : "badge late"), text: words(state))
        var facts = [
            words("consent.basis.\(consent.basis.rawValue)"), words("consent.from", ["day": words.day(consent.day)]),
        ]
        if let until = consent.until { facts.append(words("consent.until", ["day": words.day(until)])) }
        if let withdrawn = consent.withdrawn {
            facts.append(words("consent.withdrawn-on", ["day": words.day(withdrawn)]))
        }
        if let source = consent.source { facts.append(source) }
        html.element("div", .class("quiet small"), text: facts.joined(separator: " · "))
        guard mayRecord, consent.withdrawn == nil else { return }
        html.form(to: "\(page.path)/dong-y/rut", page.call.visit) { html in
            html.hidden("muc-dich", consent.purpose)
            html.button(words("consent.withdraw"), .class("plain small"))
        }
    }

    private func form(_ page: RecordPage, _ html: inout MarkupWriter) {
        let words = page.words
        html.element("details") { html in
            html.element("summary", text: words("consent.record"))
            html.form(to: "\(page.path)/dong-y", page.call.visit) { html in
                let purposes = page.definition.purposes.map { ($0.key.text, page.request.name($0.names)) }
                html.field(
                    Field(
                        "cho", words("register.purpose"), .choice([("", words("register.choose"))] + purposes),
                        isRequired: true))
                let bases = RecordConsent.Basis.allCases.map { ($0.rawValue, words("consent.basis.\($0.rawValue)")) }
                html.field(Field("cach", words("consent.how"), .choice(bases)))
                html.field(Field("nguon", words("consent.source"), hint: words("consent.source-hint")))
                html.field(
                    Field(
                        "tu", words("consent.day"), value: words.day(page.call.day), hint: words("register.hint.day")))
                html.field(Field("den", words("consent.last"), hint: words("consent.last-hint")))
                html.button(words("consent.save"), .class("primary"))
            }
        }
    }
}

extension RegisterPages {
    func addConsents(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/{id}/dong-y"
        routes.post(path, .may(.record)) { [self] form, call in
            try await act(form, call, Notice("consent.recorded"), needsVersion: false) { request, id, _, db in
                func day(_ name: String) throws -> Day? {
                    guard let text = form[name] else { return nil }
                    guard let day = Day(typed: text) else { throw Refusal("register.no-day", ["text": text]) }
                    return day
                }
                guard let basis = form["cach"].flatMap({ RecordConsent.Basis(rawValue: $0) }) else {
                    throw WebFailure.malformed
                }
                try request.book.consent(
                    id, to: form["cho"] ?? "", basis, source: form["nguon"], from: day("tu") ?? call.day,
                    until: day("den"), within: call.scope(.record), by: call.act, db)
            }
        }
        routes.post("\(path)/rut", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("consent.was-withdrawn"), needsVersion: false) { request, id, _, db in
                try request.book.withdrawConsent(
                    id, to: form["muc-dich"] ?? "", within: call.scope(.record), by: call.act, db)
            }
        }
    }
}

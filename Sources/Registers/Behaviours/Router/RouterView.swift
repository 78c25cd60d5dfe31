import Markup
import Office
import Storage
import Web
import WorkCalendar

/// Who permits, and why; what the dossier lacks; whether something else was recorded.
struct RouterPanel: RecordPanel {
    let table: RouteTable
    let routing: Routing

    let isBroad = false

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let words = page.words
        func names(_ keys: [Key]) -> String {
            keys.compactMap { page.definition[$0].map { page.request.name($0.names) } }.joined(separator: ", ")
        }
        html.element("section", .class("panel")) { html in
            html.element("h2", text: page.request.name(table.names))
            html.element("p") { html in
                html.element("strong", text: page.request.name(routing.outcome.names))
            }
            html.element("p", text: page.request.name(routing.why))
            html.element(
                "p", .class("small quiet"),
                text: words(
                    "router.rule",
                    [
                        "rule": words.number(routing.rule), "rules": words.number(table.rules.count),
                        "source": table.source ?? "–",
                    ]))
            if let until = routing.until {
                html.element("p", text: words("router.until", ["day": words.day(until)]))
            }
            if !routing.unsure.isEmpty {
                html.element("p", .class("error"), text: words("router.unsure", ["fields": names(routing.unsure)]))
            }
            if !routing.lacking.isEmpty {
                html.element("p", text: words("router.lacking", ["fields": names(routing.lacking)]))
            }
            recorded(page, &html)
        }
    }

    /// What was recorded, where it is nothing or something else.
    private func recorded(_ page: RecordPage, _ html: inout MarkupWriter) {
        let words = page.words
        if routing.differs, let recorded = routing.recorded {
            let name = page.definition[table.writes]?.choice(recorded.text).map { page.request.name($0.names) }
            html.element("p") { html in
                html.element("span", .class("badge late"), text: words("behaviour.router.differs"))
                html.text(" \(words("router.recorded", ["name": name ?? recorded.text]))")
            }
        } else if routing.recorded != nil {
            html.element("p") { html in
                html.element("span", .class("badge done"), text: words("router.agrees"))
            }
            return
        }
        guard page.mayRecord, !page.record.isRemoved else { return }
        html.form(to: "\(page.path)/tham-quyen", page.call.visit) { html in
            html.hidden("phien-ban", "\(page.record.version)")
            html.button(words("router.take", ["name": page.request.name(routing.outcome.names)]))
        }
    }
}

extension AuthorityRouter: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        guard let table, let routing = routing(of: record, in: request.definition) else { return nil }
        return RouterPanel(table: table, routing: routing)
    }
}

extension RegisterPages {
    func addRouter(to routes: inout DeskRoutes) {
        routes.post("\(RegisterPaths.index)/{register}/{id}/tham-quyen", .may(.record)) { [self] form, call in
            try await act(form, call, Notice("router.taken")) { request, id, version, db in
                let record = try request.record(db)
                guard let router = request.definition.behaviour(AuthorityRouter.self), let table = router.table,
                    let routing = router.routing(of: record, in: request.definition)
                else { throw WebFailure.notFound }
                let draft = RecordDraft([table.writes: .key(routing.outcome.key.text)])
                try request.book.change(id, draft, version: version, within: call.scope(.record), by: call.act, db)
            }
        }
    }
}

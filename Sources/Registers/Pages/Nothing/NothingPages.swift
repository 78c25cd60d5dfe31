import HTTPTypes
import Markup
import Office
import Storage
import Web
import Wording
import WorkCalendar

/// Declaring that there was nothing, and what was declared.
struct NothingPage: Sendable {
    let request: RegisterRequest
    let declared: [NothingDeclared]
    var unit: String
    var window: String
    var note = ""
    var refusal: Message?

    var page: Page {
        let words = request.words
        let path = RegisterPaths.nothing(request.definition.key)
        return Page(words("nothing.title"), section: "registers", trail: request.trail, assets: ["registers.css"]) {
            html in
            html.element("p", .class("quiet"), text: words("nothing.about"))
            html.form(to: path, request.call.visit, .class("panel")) { html in
                if request.call.scope(.record) == .everything {
                    html.field(
                        Field(
                            "don-vi", words("register.unit"), value: unit, isRequired: true,
                            suggestions: OrganisationPages.suggestions))
                }
                html.field(
                    Field(
                        "ky", words("nothing.window"), value: window, hint: words("register.hint.date"),
                        error: refusal.map { words($0) }, isRequired: true))
                html.field(Field("ghi-chu", words("nothing.note"), value: note))
                html.button(words("nothing.declare"), .class("primary"))
            }
            if declared.isEmpty {
                html.element("div", .class("empty")) { $0.element("p", text: words("nothing.none-yet")) }
            } else {
                table(path, &html)
            }
        }
    }

    private func table(_ path: String, _ html: inout MarkupWriter) {
        let words = request.words
        let scope = request.call.scope(.record)
        let head = ["register.unit", "nothing.window", "nothing.note", "nothing.check"].map { Column(words($0)) }
        html.element("div", .class("cards")) { html in
            html.table(caption: words("nothing.declared"), head: head) { html in
                for one in declared {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row"), text: request.writing.unit(one.unit))
                        html.element(
                            "td", Attribute("data-label", words("nothing.window")),
                            text: "\(words.day(one.window.first)) – \(words.day(one.window.last))")
                        html.element("td", Attribute("data-label", words("nothing.note")), text: one.note ?? "")
                        html.element("td", Attribute("data-label", words("nothing.check"))) { html in
                            check(one, &html)
                            guard scope.contains(one.unit) else { return }
                            html.form(to: "\(path)/\(one.id)", request.call.visit) { html in
                                html.button(words("nothing.undo"), .class("plain small"))
                            }
                        }
                    }
                }
            }
        }
    }

    /// Records that lie in the window all the same.
    private func check(_ one: NothingDeclared, _ html: inout MarkupWriter) {
        let words = request.words
        guard one.contradicting > 0 else {
            return html.element("span", .class("badge done"), text: words("nothing.holds"))
        }
        let address = PageAddress(
            request.path,
            [
                (RegisterQuestion.Item.from, words.day(one.window.first)),
                (RegisterQuestion.Item.to, words.day(one.window.last)),
            ])
        html.element(
            "a", .class("badge late"), .href(address.description),
            text: words("nothing.contradicts", ["count": words.number(one.contradicting)]))
    }
}

extension RegisterPages {
    func addNothing(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/khong-phat-sinh"
        get(&routes, path, .readRecords) { [self] request, db in try nothingPage(request, db).page }
        routes.post(path, .may(.record)) { [self] form, call in try await declareNothing(form, call) }
        routes.post("\(path)/{id}", .may(.record)) { [self] form, call in
            let id = try call.number()
            let key = try await desk.store.write { db in
                let request = try self.request(call, db)
                try request.book.undoNothing(id, within: call.scope(.record), by: call.act, db)
                return request.definition.key
            }
            return .redirect(RegisterPaths.nothing(key), Notice("nothing.undone"))
        }
    }

    private func nothingPage(_ request: RegisterRequest, _ db: Transaction) throws -> NothingPage {
        let last = PartialDate.quarter((request.call.day.month + 2) / 3, year: request.call.day.year).previous
        return NothingPage(
            request: request, declared: try request.book.nothingDeclared(within: request.readable, db),
            unit: request.call.seat.unit.name, window: last.vietnamese)
    }

    private func declareNothing(_ form: Form, _ call: Call) async throws -> Answer {
        let typed = form["ky"] ?? ""
        do {
            let key = try await desk.store.write { db in
                let request = try self.request(call, db)
                guard let window = PartialDate(typed: typed)?.window else {
                    throw Refusal("register.no-date", ["text": typed])
                }
                var unit = OrganisationID(rawValue: call.seat.unit.id)
                if call.scope(.record) == .everything, let name = form["don-vi"], name != call.seat.unit.name {
                    let near = call.directory.suggestions(for: name, on: call.day, within: call.home)
                    let same = near.filter { request.writing.unit($0).soughtWords == name.soughtWords }
                    guard let found = same.count == 1 ? same.first : near.count == 1 ? near.first : nil else {
                        throw Refusal(
                            "register.which-unit",
                            [
                                "text": name, "names": near.map(request.writing.unit).joined(separator: "; "),
                            ])
                    }
                    unit = found
                }
                try request.book.declareNothing(
                    of: unit, in: window, note: form["ghi-chu"], within: call.scope(.record), by: call.act, db)
                return request.definition.key
            }
            return .redirect(RegisterPaths.nothing(key), Notice("nothing.was-declared"))
        } catch let refusal as Refusal {
            var shown = try await desk.store.read { db in try self.nothingPage(self.request(call, db), db) }
            shown.refusal = refusal.message
            shown.window = typed
            shown.unit = form["don-vi"] ?? shown.unit
            shown.note = form["ghi-chu"] ?? ""
            return desk.page(shown.page, call, status: .unprocessableContent)
        }
    }
}

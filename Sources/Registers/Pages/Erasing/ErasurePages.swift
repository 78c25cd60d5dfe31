import HTTPTypes
import Markup
import Office
import Storage
import Web
import WorkCalendar

/// Erasing what a record says of a person, and the receipt of it.
extension RegisterPages {
    func addErasure(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/{id}"
        get(&routes, "\(path)/xoa-du-lieu", .decide) { request, db in
            let record = try request.record(db)
            guard request.call.scope(.decide).contains(record.unit) else { throw WebFailure.forbidden }
            return ErasureForm(request: request, record: record, form: nil, refusal: nil).page
        }
        routes.post("\(path)/xoa-du-lieu", .may(.decide)) { [self] form, call in try await erase(form, call) }
        get(&routes, "\(path)/bien-nhan", .readRecords) { request, db in
            // The receipt tells nothing that was private: no purpose is asked for.
            let id = RecordID(rawValue: try request.call.number())
            guard try request.book.record(id, within: request.readable, db) != nil,
                let found = try Erasure.of(id, db)
            else { throw WebFailure.notFound }
            return ReceiptView(request: request, erasure: found.erasure, isIntact: found.isIntact).page
        }
    }

    private func erase(_ form: Form, _ call: Call) async throws -> Answer {
        do {
            let (path, gone) = try await desk.store.write { db in
                let request = try self.request(call, db)
                let record = try request.record(db)
                guard form.has("biet") else { throw Refusal("erasure.confirm") }
                guard let asked = form["ngay"].flatMap({ Day(typed: $0) }) else {
                    throw Refusal("register.no-day", ["text": form["ngay"] ?? ""])
                }
                guard let version = form["phien-ban"].flatMap({ Int($0) }) else { throw WebFailure.malformed }
                let (_, gone) = try request.book.erase(
                    record.id, because: .request, paper: form["van-ban"] ?? "", asked: asked, version: version,
                    within: call.scope(.decide), by: call.act, request.definitions, db)
                return (RegisterPaths.record(request.definition.key, record.id), gone)
            }
            for file in gone { files.discard(file) }
            return .redirect("\(path)/bien-nhan", Notice("erasure.done"))
        } catch let refusal as Refusal {
            return try await desk.store.read { [desk] db in
                let request = try self.request(call, db)
                let again = ErasureForm(
                    request: request, record: try request.record(db), form: form, refusal: refusal)
                return desk.page(again.page, call, status: .unprocessableContent)
            }
        }
    }
}

/// What is asked before a record is erased.
struct ErasureForm {
    let request: RegisterRequest
    let record: Record
    let form: Form?
    let refusal: Refusal?

    private var words: Words { request.words }

    var page: Page {
        let path = RegisterPaths.record(request.definition.key, record.id)
        let title = request.definition.title(record, request.writing)
        return Page(
            words("erasure.title"), section: "registers", trail: request.trail + [Page.Link(title, path)],
            assets: ["registers.css"]
        ) { html in
            if let refusal {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                    html.element("p", text: words(refusal.message))
                }
            }
            html.element("p", text: words("erasure.about"))
            html.element("ul") { html in
                for key in ["erasure.goes", "erasure.stays", "erasure.backups"] { html.element("li", text: words(key)) }
            }
            html.form(to: "\(path)/xoa-du-lieu", request.call.visit, .class("panel purpose")) { html in
                html.hidden("phien-ban", "\(record.version)")
                html.field(
                    Field(
                        "van-ban", words("erasure.paper"), value: form?["van-ban"] ?? "",
                        hint: words("erasure.paper-hint"),
                        isRequired: true))
                html.field(
                    Field(
                        "ngay", words("erasure.asked-on"), value: form?["ngay"] ?? words.day(request.call.day),
                        hint: words("register.hint.day"), isRequired: true))
                html.element("label", .class("check")) { html in
                    html.element(
                        "input", Attribute("type", "checkbox"), Attribute("name", "biet"), Attribute("value", "1"),
                        .flag("required"))
                    html.element("span", text: words("erasure.understood"))
                }
                html.element("div", .class("row")) { html in
                    html.button(words("erasure.erase"), .class("danger"))
                    html.element("a", .class("button"), .href(path), text: words("register.cancel"))
                }
            }
        }
    }
}

/// The receipt of an erasure, to be printed and handed over.
struct ReceiptView {
    let request: RegisterRequest
    let erasure: Erasure
    let isIntact: Bool

    private var words: Words { request.words }

    var page: Page {
        Page(
            words("erasure.receipt", ["number": erasure.number]), section: "registers",
            trail: request.trail, assets: ["registers.css"]
        ) { html in
            html.element("p", text: words("erasure.receipt-about"))
            html.element("dl", .class("facts panel")) { html in
                let facts = [
                    ("erasure.number", erasure.number),
                    ("looks.register", request.name(request.definition.names)),
                    ("looks.record", "\(erasure.record.rawValue)"),
                    ("erasure.cause", words("erasure.cause.\(erasure.cause.rawValue)")),
                    ("erasure.paper", erasure.paper), ("erasure.asked-on", words.day(erasure.asked)),
                    ("erasure.erased-on", words.day(erasure.erased)), ("erasure.fields", names),
                ]
                for (title, text) in facts {
                    html.element("dt", text: words(title))
                    html.element("dd", text: text)
                }
                html.element("dt", text: words("erasure.hash"))
                html.element("dd") { $0.element("code", .class("secret"), text: erasure.hash) }
            }
            html.element(
                "p", .class(isIntact ? "notice" : "notice failed"), Attribute("role", "status"),
                text: words(isIntact ? "erasure.intact" : "erasure.broken"))
            html.element("details") { html in
                html.element("summary", text: words("erasure.check"))
                html.element("p", .class("hint"), text: words("erasure.check-more"))
                html.element("pre", Attribute("tabindex", "0")) { $0.element("code", text: erasure.text) }
            }
        }
    }

    private var names: String {
        guard !erasure.fields.isEmpty else { return words("erasure.no-fields") }
        return erasure.fields.map { key in
            let parts = key.split(separator: ".").map(String.init)
            let lines = parts.count == 2 ? Key(parts[0]).flatMap { request.definition.lines($0) } : nil
            let field = (lines?.fields ?? request.definition.fields).first { $0.key.text == parts.last }
            let name = field.map { request.name($0.names) } ?? key
            return lines.map { "\(request.name($0.names)): \(name)" } ?? name
        }.joined(separator: "; ")
    }
}

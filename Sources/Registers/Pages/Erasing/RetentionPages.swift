import HTTPTypes
import Markup
import Office
import Storage
import Web
import WorkCalendar

/// Records that have been kept for as long as they may be: somebody decides of each, nothing goes by itself.
extension RegisterPages {
    func addRetention(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/het-han-luu"
        get(&routes, path, .readRecords, as: .retention) { request, db in
            try RetentionView(request, refusal: nil, db).page
        }
        routes.post(path, .may(.decide)) { [self] form, call in try await decide(form, call) }
    }

    private func decide(_ form: Form, _ call: Call) async throws -> Answer {
        do {
            let (path, gone) = try await desk.store.write { db in
                let request = try self.request(call, db)
                let chosen = Set(form.all("ma").compactMap { Int($0) })
                guard !chosen.isEmpty else { throw Refusal("retention.nothing") }
                let note = form["ghi-chu"] ?? ""
                let scope = call.scope(.decide)
                let records = try request.book.expired(
                    within: scope, on: call.day, limit: RetentionView.most, db
                ).filter { chosen.contains($0.record.rawValue) }
                var gone: [String] = []
                for record in records {
                    if form["la"] == "xoa" {
                        guard form.has("biet") else { throw Refusal("erasure.confirm") }
                        gone += try request.book.erase(
                            record.record, because: .retention, paper: note, asked: call.day, version: record.version,
                            within: scope, by: call.act, request.definitions, db
                        ).files
                    } else {
                        guard let until = form["den"].flatMap({ Day(typed: $0) }) else {
                            throw Refusal("register.no-day", ["text": form["den"] ?? ""])
                        }
                        try request.book.keepLonger(
                            record.record, until: until, note: note, within: scope, by: call.act, db)
                    }
                }
                return ("\(request.path)/het-han-luu", gone)
            }
            for file in gone { files.discard(file) }
            return .redirect(path, Notice("retention.decided"))
        } catch let refusal as Refusal {
            return try await desk.store.read { [desk] db in
                let again = try RetentionView(self.request(call, db), refusal: refusal, db)
                return desk.page(again.page, call, status: .unprocessableContent)
            }
        }
    }
}

/// The page of them.
struct RetentionView {
    /// So many are shown and decided at once; then come the next.
    static let most = 100

    private let request: RegisterRequest
    private let refusal: Refusal?
    private let records: [ExpiredRecord]

    init(_ request: RegisterRequest, refusal: Refusal?, _ db: Transaction) throws {
        self.request = request
        self.refusal = refusal
        records = try request.book.expired(
            within: request.readable, on: request.call.day, limit: Self.most, db)
    }

    private var words: Words { request.words }
    private var mayDecide: Bool { request.call.may(.decide) }

    var page: Page {
        Page(words("retention.title"), section: "registers", trail: request.trail, assets: ["registers.css"]) { html in
            if let refusal {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                    html.element("p", text: words(refusal.message))
                }
            }
            html.element("p", .class("quiet"), text: rule)
            guard !records.isEmpty else {
                html.element("p", .class("empty"), text: words("retention.none"))
                return
            }
            html.form(to: "\(request.path)/het-han-luu", request.call.visit) { html in
                table(&html)
                if mayDecide { decision(&html) }
            }
        }
    }

    private var rule: String {
        guard let retention = request.definition.retention, let years = retention.years else {
            return words("retention.for-ever")
        }
        let source = retention.source.map { " \($0)." } ?? ""
        return words("retention.rule", ["years": words.number(years)]) + source
            + (retention.isUnverified ? " \(words("retention.unverified"))" : "")
    }

    private func table(_ html: inout MarkupWriter) {
        html.element("div", .class("cards")) { html in
            html.table(
                caption: words("retention.title"),
                head: ["looks.record", "retention.since", "register.unit"].map { Column(words($0)) }
            ) { html in
                for record in records {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { html in
                            if mayDecide {
                                html.element(
                                    "input", Attribute("type", "checkbox"), Attribute("name", "ma"),
                                    Attribute("value", "\(record.record.rawValue)"),
                                    Attribute("aria-label", "#\(record.record.rawValue)"))
                                html.text(" ")
                            }
                            html.element(
                                "a", .href(RegisterPaths.record(request.definition.key, record.record)),
                                text: "#\(record.record.rawValue)")
                        }
                        html.element(
                            "td", Attribute("data-label", words("retention.since")), text: words.day(record.since))
                        html.element(
                            "td", Attribute("data-label", words("register.unit")),
                            text: request.writing.unit(record.unit))
                    }
                }
            }
        }
    }

    private func decision(_ html: inout MarkupWriter) {
        html.element("div", .class("panel purpose")) { html in
            html.field(Field("ghi-chu", words("retention.note"), hint: words("erasure.paper-hint"), isRequired: true))
            html.field(Field("den", words("retention.keep-until"), hint: words("register.hint.day")))
            html.element("div", .class("row")) { $0.button(words("retention.keep"), name: "la", value: "giu") }
            html.element("label", .class("check")) { html in
                html.element("input", Attribute("type", "checkbox"), Attribute("name", "biet"), Attribute("value", "1"))
                html.element("span", text: words("erasure.understood"))
            }
            html.element("div", .class("row")) {
                $0.button(words("erasure.erase"), .class("danger"), name: "la", value: "xoa")
            }
        }
    }
}

import Markup
import Office
import Storage
import Web
import Wording

/// Changing many records in one go: what is done, with which value, and what that does to each.
struct BulkPage: Sendable {
    let question: BulkQuestion
    let request: RegisterRequest
    let preview: BulkPreview
    var refusal: Message?

    private typealias Item = BulkQuestion.Item

    /// How many records are shown.
    private static let most = 200

    init(_ question: BulkQuestion, _ request: RegisterRequest, _ db: Transaction) throws {
        self.question = question
        preview = try BulkPreview(question, request, db)
        var known = request
        try known.writing.learn(
            preview.rows.map(\.record.content), request.definition.fields, request.definitions, db)
        self.request = known
    }

    private var words: Words { request.words }

    var page: Page {
        let title = words("bulk.title", ["count": words.number(preview.rows.count)])
        return Page(title, section: "registers", trail: request.trail, assets: ["registers.css"]) { html in
            if let refusal {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) {
                    $0.element("p", text: words(refusal))
                }
            }
            guard !preview.rows.isEmpty else {
                return html.element("p", .class("empty"), text: words("bulk.none"))
            }
            if preview.rows.count == BulkQuestion.most {
                html.element(
                    "p", .class("notice"), text: words("bulk.most", ["most": words.number(BulkQuestion.most)]))
            }
            choose(&html)
            if question.isLook, preview.problems.isEmpty {
                take(&html)
                rows(&html)
            }
        }
    }

    // MARK: What is done

    private func choose(_ html: inout MarkupWriter) {
        html.element(
            "form", .class("panel record-form"), Attribute("action", RegisterPaths.bulk(request.definition.key))
        ) {
            html in
            for item in question.address.items where !isOwn(item.name) { html.hidden(item.name, item.value) }
            html.field(Field(Item.what, words("bulk.what"), .choice(options), value: question.what?.text ?? ""))
            switch question.what {
            case .field(let key):
                if let field = request.definition[key] {
                    let typed = TypedRecord(
                        Form(fields: question.address.items.map { ($0.name, $0.value) }), request.definition)
                    FieldsView(
                        request: request, typed: typed, problems: question.isLook ? preview.problems : [:], focus: nil,
                        sealed: []
                    ).write(field, TypedRecord.name(key), suggesting: key.text, &html)
                    html.element("p", .class("hint"), text: words("bulk.empty"))
                }
            case .move, nil: break
            }
            if let what = question.what { html.hidden(Item.look, what.text) }
            html.button(words(question.what == nil ? "bulk.next" : "import.look"), .class("primary"))
        }
    }

    /// What this form asks itself; the rest says which records.
    private func isOwn(_ name: String) -> Bool { name == Item.what || name == Item.look || name.hasPrefix("f.") }

    private var options: [(value: String, text: String)] {
        var options = [(value: "", text: words("register.choose"))]
        let call = request.call
        if call.may(.record) {
            options += request.definition.bulkFields.map {
                (BulkQuestion.What.field($0.key).text, words("bulk.set", ["field": request.name($0.names)]))
            }
        }
        if call.may(.decide) {
            options += request.definition.moves.filter { $0.isOpen(to: call.seat.position.role) }.map {
                (BulkQuestion.What.move($0.key).text, words("bulk.move", ["move": request.name($0.names)]))
            }
        }
        return options
    }

    // MARK: What that does

    private func take(_ html: inout MarkupWriter) {
        html.tally(
            [
                (preview.changed, words("bulk.count.change"), false), (preview.same, words("bulk.count.same"), false),
                (preview.bad, words("bulk.count.bad"), preview.bad > 0),
            ], words)
        guard preview.changed > 0 else { return }
        html.form(to: RegisterPaths.bulk(request.definition.key), request.call.visit) { html in
            html.hidden("xem-truoc", preview.digest)
            html.hidden("cau-hoi", question.address.moved(to: "").description.drop { $0 == "?" }.description)
            html.button(words("bulk.take", ["count": words.number(preview.changed)]), .class("primary"))
        }
    }

    private func rows(_ html: inout MarkupWriter) {
        let head = [request.name(request.definition.record).capitalisedFirst, words("import.changes")]
        html.element("div", .class("cards")) { html in
            html.table(caption: words("import.changes"), head: head.map { Column($0) }) { html in
                for (record, outcome) in preview.rows.prefix(Self.most) {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { html in
                            html.element(
                                "a", .href(RegisterPaths.record(request.definition.key, record.id)),
                                text: request.definition.title(record, request.writing))
                        }
                        html.element("td", Attribute("data-label", head[1])) { html in
                            switch outcome {
                            case .change(let differences): for one in differences { html.difference(one) }
                            case .same: html.element("span", .class("quiet"), text: words("bulk.same"))
                            case .bad(let reason): html.element("span", .class("error"), text: reason)
                            }
                        }
                    }
                }
            }
        }
        if preview.rows.count > Self.most {
            html.element(
                "p", .class("quiet"),
                text: words("import.more", ["count": words.number(preview.rows.count - Self.most)]))
        }
    }
}

/// The boxes beside the records of a list, and what can be done with those that are ticked.
extension RegisterListPage {
    /// Whether records can be chosen at all.
    var isChoosable: Bool { (call.may(.record) || call.may(.decide)) && !question.list.query.isOfRemoved }

    func choiceBox(_ record: Record, _ html: inout MarkupWriter) {
        html.element("td", .class("choice no-print")) { html in
            html.element(
                "input", Attribute("type", "checkbox"), Attribute("name", BulkQuestion.Item.record),
                Attribute("value", "\(record.id.rawValue)"), Attribute("form", "bulk"),
                Attribute(
                    "aria-label", words("bulk.choose", ["record": definition.title(record, request.writing)])))
        }
    }

    /// Below the table.
    func choiceButtons(_ html: inout MarkupWriter) {
        guard isChoosable else { return }
        html.element(
            "form", .id("bulk"), .class("row no-print"), Attribute("action", RegisterPaths.bulk(definition.key))
        ) { html in
            html.button(words("bulk.edit-chosen"))
            if counts.total > 1, counts.total <= BulkQuestion.most {
                html.element(
                    "a", .class("button"),
                    .href(
                        address.moved(to: RegisterPaths.bulk(definition.key)).with(BulkQuestion.Item.all, "1")
                            .description),
                    text: words("bulk.edit-all", ["count": words.number(counts.total)]))
            }
        }
    }
}

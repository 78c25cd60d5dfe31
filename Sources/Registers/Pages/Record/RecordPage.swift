import Markup
import Office
import Web
import Wording
import WorkCalendar

/// What is private of a record, as it was asked for.
struct Revealed: Sendable {
    let purpose: String
    let values: [Key: FieldValue]
    let lines: [Key: [Int: [Key: FieldValue]]]
}

/// The page of a record: what it says, where it stands and can go, what happened to it.
struct RecordPage: Sendable {
    let request: RegisterRequest
    let record: Record
    let entries: [Journal.Entry]
    var looks: [RecordLook]
    /// Names of its files.
    let files: [Int: String]
    /// What behaviours show of it.
    let panels: [any RecordPanel]
    var revealed: Revealed?
    /// What for it was opened, where it is confidential.
    var openedFor: String?
    /// The others of the same person.
    var samePerson: SamePersonPanel?
    /// What the person agreed to.
    var consents: ConsentPanel?
    /// That what it said of a person was erased.
    var erasure: Erasure?
    /// What its private fields may be seen for.
    var purposes: [Choice] = []
    var refusal: Message?
    var problems: [RecordProblem] = []
    var entered: EnteredMove?
    var moveProblems: [String: Message] = [:]
    /// What was typed into the form of a behaviour that could not be done.
    var enteredPart: EnteredPart?

    init(
        request: RegisterRequest, record: Record, entries: [Journal.Entry], looks: [RecordLook], files: [Int: String],
        panels: [any RecordPanel]
    ) {
        self.request = request
        self.record = record
        self.entries = entries
        self.looks = looks
        self.files = files
        self.panels = panels
    }

    var definition: Definition { request.definition }
    var words: Words { request.words }
    var call: Call { request.call }
    var path: String { RegisterPaths.record(definition.key, record.id) }

    var page: Page {
        Page(
            definition.title(record, request.writing), section: "registers", trail: request.trail,
            assets: ["registers.css"], actions: actions
        ) { html in
            told(&html)
            if let erasure {
                html.element("div", .class("notice warning"), Attribute("role", "status")) { html in
                    html.element("p", text: words("erasure.was-erased", ["day": words.day(erasure.erased)]))
                    html.element("a", .class("button"), .href("\(path)/bien-nhan"), text: words("erasure.see-receipt"))
                }
            }
            html.element("div", .class("aside right record")) { html in
                html.element("div") { html in
                    html.element("p", .class("row")) { html in
                        html.state(record, request)
                        html.element(
                            "span", .class("quiet"),
                            text: "\(words("register.unit")): \(request.writing.unit(record.unit))")
                    }
                    fields(&html)
                    for panel in panels where panel.isBroad { panel.write(on: self, to: &html) }
                    for lines in definition.lines { write(lines, &html) }
                    html.element("h2", text: words("register.history"))
                    RecordHistory(page: self).write(to: &html)
                }
                html.element("div", .class("no-print")) { html in
                    if !record.isRemoved, erasure == nil { RecordMovesView(page: self).write(to: &html) }
                    for panel in panels where !panel.isBroad { panel.write(on: self, to: &html) }
                    privacy(&html)
                    consents?.write(self, &html)
                    samePerson?.write(self, &html)
                    removal(&html)
                    if erasure == nil, call.scope(.decide).contains(record.unit), definition.keepsPrivate {
                        html.element("p") { html in
                            html.element("a", .href("\(path)/xoa-du-lieu"), text: words("erasure.title"))
                        }
                    }
                }
            }
        }
    }

    var mayRecord: Bool { erasure == nil && call.scope(.record).contains(record.unit) }

    private func actions(_ html: inout MarkupWriter) {
        guard mayRecord else { return }
        if !record.isRemoved {
            html.element("a", .class("button primary"), .href("\(path)/sua"), text: words("register.edit"))
        }
        html.form(to: "\(path)/hoan-tac", call.visit) { html in
            html.hidden("phien-ban", "\(record.version)")
            html.button(words("register.undo"))
        }
    }

    private func told(_ html: inout MarkupWriter) {
        var texts = refusal.map { [words($0)] } ?? []
        texts += problems.map { problem in
            let name = definition[problem.field]?.names ?? definition.lines(problem.field)?.names
            return "\(name.map(request.name) ?? problem.field.text): \(words(problem.message))"
        }
        guard !texts.isEmpty else { return }
        html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
            for text in texts { html.element("p", text: text) }
        }
    }

    // MARK: What it says

    private func fields(_ html: inout MarkupWriter) {
        html.element("dl", .class("facts panel")) { html in
            for field in definition.fields where field.key != definition.display.title || field.isPrivate {
                guard record.content.values[field.key] != nil || record.content.sealed.contains(field.key) else {
                    continue
                }
                html.element("dt", text: request.name(field.names))
                html.element("dd") { html in
                    value(field, record.content, revealed?.values[field.key], &html)
                }
            }
        }
    }

    /// A value as the page shows it; of a private one a mark alone, until it was asked for.
    func value(
        _ field: FieldDefinition, _ content: Record.Content, _ open: FieldValue?, _ html: inout MarkupWriter
    ) {
        if content.sealed.contains(field.key) {
            if let open {
                html.element("span", .class("secret-value"), text: request.writing.text(open, field, isLong: true))
            } else {
                html.element("span", .class("quiet"), text: RecordBook.hidden)
            }
            return
        }
        guard let value = content.values[field.key] else { return }
        let text = request.writing.text(value, field, isLong: true)
        switch (field.kind, value) {
        case (.link, .text(let address)):
            html.element("a", .href(address), Attribute("rel", "noopener noreferrer"), text: text)
        case (_, .unit(let unit)): html.element("a", .href("/co-quan/\(unit.rawValue)"), text: text)
        case (_, .record(let id)):
            if let register = field.register {
                html.element("a", .href(RegisterPaths.record(register, id)), text: text)
            }
        case (_, .files(let ids)):
            for (place, file) in ids.enumerated() {
                if place > 0 { html.text(", ") }
                html.element("a", .href("\(path)/tep/\(file)"), text: files[file] ?? "\(file)")
            }
        default: html.text(text)
        }
    }

    private func write(_ lines: Lines, _ html: inout MarkupWriter) {
        let own = record.lines[lines.key] ?? []
        guard !own.isEmpty else { return }
        let shown = lines.fields.filter { field in
            own.contains { $0.content.values[field.key] != nil || $0.content.sealed.contains(field.key) }
        }
        html.element("h2", text: "\(request.name(lines.names)) (\(words.number(own.count)))")
        html.element("div", .class("cards")) { html in
            html.table(
                caption: request.name(lines.names),
                head: shown.map { Column(request.name($0.names), isNumber: Kind.numbers.contains($0.kind)) }
            ) { html in
                for line in own {
                    html.element("tr") { html in
                        for field in shown {
                            html.element(
                                "td", Kind.numbers.contains(field.kind) ? .class("number") : nil,
                                Attribute("data-label", request.name(field.names))
                            ) { html in
                                value(field, line.content, revealed?.lines[lines.key]?[line.id]?[field.key], &html)
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Beside it

    /// Choosing what the private fields are wanted for, and who saw them.
    private func privacy(_ html: inout MarkupWriter) {
        let isSealed =
            !record.content.sealed.isEmpty
            || record.lines.values.contains { $0.contains { !$0.content.sealed.isEmpty } }
        guard isSealed, call.scope(.readPrivate).contains(record.unit) else { return }
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("register.private-fields"))
            if revealed != nil {
                html.element("p", text: words("register.seen"))
            } else {
                html.element("p", .class("hint"), text: words("register.looks-are-kept"))
                if purposes.isEmpty, request.book.asksConsent {
                    html.element("p", .class("quiet"), text: words("consent.none-yet"))
                    return
                }
                html.form(to: "\(path)/rieng-tu", call.visit) { html in
                    let options =
                        [("", words("register.choose"))] + purposes.map { ($0.key.text, request.name($0.names)) }
                    html.field(
                        Field(
                            "muc-dich", words("register.purpose"), purposes.isEmpty ? .line(.text) : .choice(options),
                            value: openedFor ?? "", isRequired: true))
                    html.button(words("register.reveal"))
                }
            }
            if !looks.isEmpty {
                html.element("details") { html in
                    html.element("summary", text: words("register.looks", ["count": words.number(looks.count)]))
                    html.element("ul") { html in
                        for look in looks.prefix(50) {
                            html.element(
                                "li", .class("small"),
                                text: "\(words.moment(look.at)) · \(name(of: look.actor)) · \(purpose(look.purpose))")
                        }
                    }
                }
            }
        }
    }

    private func purpose(_ text: String) -> String {
        request.book.purposes.first { $0.key.text == text }.map { request.name($0.names) } ?? text
    }

    func name(of actor: Actor) -> String {
        switch actor {
        case .holder(let account, let position, let unit): "\(account.name), \(position.name), \(unit.name)"
        case .system(let reason): words("journal.system", ["what": reason])
        }
    }

    private func removal(_ html: inout MarkupWriter) {
        guard mayRecord else { return }
        if record.isRemoved {
            html.form(to: "\(path)/khoi-phuc", call.visit, .class("panel")) { html in
                html.element("p", text: words("register.is-removed-more"))
                html.hidden("phien-ban", "\(record.version)")
                html.button(words("register.restore"), .class("primary"))
            }
        } else {
            html.element("details", .class("panel")) { html in
                html.element("summary", text: words("register.remove"))
                html.form(to: "\(path)/xoa", call.visit) { html in
                    html.element("p", .class("hint"), text: words("register.remove-more"))
                    html.hidden("phien-ban", "\(record.version)")
                    html.field(Field("ly-do", words("register.reason")))
                    html.button(words("register.remove"), .class("danger"))
                }
            }
        }
    }
}

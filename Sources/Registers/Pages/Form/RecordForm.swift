import Markup
import Office
import Web
import Wording

/// The form of a new record, or of one that is changed.
struct RecordForm: Sendable {
    let request: RegisterRequest
    let typed: TypedRecord
    /// The one that is changed.
    let record: Record?
    /// The version that was read.
    let version: String?
    /// What is wrong, by the names of the fields.
    let problems: [String: Message]
    /// Why it cannot be recorded at all.
    let refusal: Message?
    /// The field to go on with.
    let focus: String?
    /// Who may be the same person, of a new record.
    let likely: [LikelyRecord]

    init(
        _ request: RegisterRequest, _ typed: TypedRecord, record: Record? = nil, version: String? = nil,
        problems: [String: Message] = [:], refusal: Message? = nil, focus: String? = nil,
        likely: [LikelyRecord] = []
    ) {
        self.request = request
        self.typed = typed
        self.record = record
        self.version = version ?? record.map { "\($0.version)" }
        self.problems = problems
        self.refusal = refusal
        self.focus = focus
        self.likely = likely
    }

    private var definition: Definition { request.definition }
    private var words: Words { request.words }
    private var path: String { record.map { RegisterPaths.record(definition.key, $0.id) } ?? request.path }

    var page: Page {
        let name = request.name(definition.record)
        let title = words(record == nil ? "register.add" : "register.change", ["record": name])
        var trail = request.trail
        if let record { trail.append(Page.Link(definition.title(record, request.writing), path)) }
        return Page(title, section: "registers", trail: trail, assets: ["registers.css", "registers.js"]) { html in
            told(&html)
            let hasFiles = (definition.fields + definition.lines.flatMap(\.fields)).contains { $0.kind == .file }
            html.form(
                to: record == nil ? RegisterPaths.new(definition.key) : "\(path)/sua", request.call.visit,
                .class("record-form"), Attribute("novalidate", ""),
                checksDuplicates
                    ? Attribute(
                        "data-duplicates", "\(request.path)/trung/kiem-tra") : nil,
                checksDuplicates ? Attribute("data-fields", telling) : nil, takesFiles: hasFiles
            ) { html in
                // The key Enter saves, and does not take a line away.
                html.button(words("register.save"), .class("unseen"), Attribute("tabindex", "-1"))
                if let version { html.hidden("phien-ban", version) }
                if checksDuplicates {
                    html.element("div", .class("duplicates-place"), Attribute("aria-live", "polite")) { html in
                        DuplicateWarning(request: request, likely: likely).write(to: &html)
                    }
                }
                let fields = FieldsView(
                    request: request, typed: typed, problems: problems, focus: focus,
                    sealed: record?.content.sealed ?? [])
                html.element("div", .class("panel fields")) { html in
                    for field in definition.fields {
                        fields.write(field, TypedRecord.name(field.key), suggesting: "\(field.key)", &html)
                    }
                }
                for lines in definition.lines { write(lines, &html) }
                if record == nil { state(&html) }
                html.element("div", .class("row bottom-line")) { html in
                    if likely.isEmpty {
                        html.button(words("register.save"), .class("primary"))
                    } else {
                        html.button(words("duplicates.all-the-same"), .class("primary"), name: "van-ghi", value: "1")
                    }
                    html.element("a", .class("button"), .href(path), text: words("register.cancel"))
                }
            }
        }
    }

    /// Where something past stands already: in a state to which who asks may lead it.
    private func state(_ html: inout MarkupWriter) {
        let role = request.call.seat.position.role
        let open = Set(definition.moves.filter { $0.isOpen(to: role) }.map(\.to))
        let states = definition.states.filter { $0.key == definition.firstState || open.contains($0.key) }
        guard states.count > 1, request.call.may(.decide) else { return }
        html.element("div", .class("panel")) { html in
            html.field(
                Field(
                    TypedRecord.state, words("register.state"),
                    .choice(states.map { ($0.key.text, request.name($0.names)) }), value: typed[TypedRecord.state],
                    hint: words("register.hint.state")))
        }
    }

    /// Whether somebody is told as one types that the person may be there already.
    private var checksDuplicates: Bool { record == nil && definition.behaviour(Duplicates.self) != nil }

    /// The inputs that tell people apart.
    private var telling: String {
        let traits = RecordTraits(request.book, request.call.directory, on: request.call.day)
        return (traits?.fields ?? []).map { TypedRecord.name($0.key) }.joined(separator: " ")
    }

    /// What is wrong, above everything, with links to the fields.
    private func told(_ html: inout MarkupWriter) {
        if let refusal {
            html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
                html.element("p", text: words(refusal))
                if let record, refusal.key == "record.changed-since" {
                    html.element(
                        "a", .class("button"), .href(RegisterPaths.record(definition.key, record.id)),
                        text: words("register.see-latest"))
                }
            }
        }
        guard !problems.isEmpty else { return }
        html.element("div", .class("notice failed"), Attribute("role", "alert")) { html in
            html.element("div") { html in
                html.element("p", text: words("register.problems", ["count": words.number(problems.count)]))
                html.element("ul") { html in
                    for (name, text) in named where problems[name] != nil {
                        html.element("li") { html in
                            html.element(
                                "a", .href("#field-\(name)"), text: "\(text): \(problems[name].map { words($0) } ?? "")"
                            )
                        }
                    }
                }
            }
        }
    }

    /// All fields of the form in their order, with what they are called.
    private var named: [(name: String, text: String)] {
        var all = definition.fields.map { (TypedRecord.name($0.key), request.name($0.names)) }
        for lines in definition.lines {
            all.append((TypedRecord.name(lines.key), request.name(lines.names)))
            for (place, number) in (typed.lines[lines.key] ?? []).enumerated() {
                let line = words("record.line", ["number": "\(place + 1)"])
                all += lines.fields.map {
                    (
                        TypedRecord.name($0.key, of: lines.key, number),
                        "\(request.name(lines.names)), \(line), \(request.name($0.names))"
                    )
                }
            }
        }
        return all
    }

    private func write(_ lines: Lines, _ html: inout MarkupWriter) {
        html.element("section", .class("panel"), .id("field-\(TypedRecord.name(of: lines.key))")) { html in
            html.element("h2", text: request.name(lines.names))
            for (place, number) in (typed.lines[lines.key] ?? []).enumerated() {
                let own = "\(TypedRecord.name(of: lines.key)).\(number)"
                let id = Int(typed["\(own).id"])
                html.element("fieldset", .class("line")) { html in
                    html.element("legend", text: "\(request.name(lines.record)) \(place + 1)")
                    html.hidden(TypedRecord.name(of: lines.key), "\(number)")
                    if let id { html.hidden("\(own).id", "\(id)") }
                    let before = record?.lines[lines.key]?.first { $0.id == id }
                    let fields = FieldsView(
                        request: request, typed: typed, problems: problems, focus: focus,
                        sealed: before?.content.sealed ?? [])
                    html.element("div", .class("fields")) { html in
                        for field in lines.fields {
                            fields.write(
                                field, TypedRecord.name(field.key, of: lines.key, number),
                                suggesting: "\(lines.key).\(field.key)", &html)
                        }
                    }
                    html.button(
                        words("register.remove-line", ["record": request.name(lines.record)]), .class("plain small"),
                        Attribute("formnovalidate", ""), name: "bo", value: "\(lines.key).\(number)")
                }
            }
            html.button(
                words("register.add-line", ["record": request.name(lines.record)]),
                Attribute("formnovalidate", ""), name: "them", value: lines.key.text)
        }
    }
}

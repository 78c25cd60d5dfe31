import Markup
import Web

/// The form of a field: what it is called, what it holds, what is asked of who fills it in; of each kind only what the kind has.
struct FieldEntryView {
    let entry: FieldEntry
    let key: String?
    /// Whether records may hold something in it: its kind and its privacy stay then.
    let isKept: Bool
    let pages: EntryPages

    private var words: Words { pages.words }

    func write(_ html: inout MarkupWriter) {
        html.hidden("kieu", entry.kind.rawValue)
        html.element("p") { html in
            html.element("strong", text: words("editor.kind.\(entry.kind.rawValue)"))
            html.text(" – \(words("editor.example.\(entry.kind.rawValue)"))")
            if let key { html.element("span", .class("quiet small"), text: " · \(words("editor.key")): \(key)") }
        }
        if isKept { html.element("p", .class("quiet"), text: words("editor.kind-stays")) }
        line("vi", words("editor.name-vi"), hint: words("editor.field-example"), isRequired: true, &html)
        line("en", words("editor.name-en"), hint: words("editor.en-hint"), &html)
        line("help.vi", words("editor.help"), hint: words("editor.help-example"), &html)
        line("help.en", words("editor.help-en"), &html)
        check("required", words("editor.required"), isOn: entry.isRequired, &html)
        if entry.kind.options.contains(.unique) { check("unique", words("editor.unique"), isOn: entry.isUnique, &html) }
        privacy(&html)
        options(&html)
        if entry.kind.options.contains(.choices) { choices(&html) }
    }

    private func privacy(_ html: inout MarkupWriter) {
        guard entry.kind != .file else { return }
        guard isKept else {
            check("private", words("editor.private"), isOn: entry.isPrivate, &html)
            return
        }
        if entry.isPrivate { html.hidden("private", "1") }
        html.element(
            "p", .class("quiet"), text: words(entry.isPrivate ? "editor.private-stays" : "editor.open-stays"))
    }

    private func options(_ html: inout MarkupWriter) {
        let options = entry.kind.options
        if options.contains(.unit) {
            line("unit.vi", words("editor.unit"), hint: words("editor.unit-example"), &html)
            line("unit.en", words("editor.unit-en"), &html)
        }
        if options.contains(.min) {
            line("min", words("editor.min"), &html)
            line("max", words("editor.max"), &html)
        }
        if options.contains(.places) {
            line("places", words("editor.places"), hint: words("editor.places-hint"), &html)
        }
        if options.contains(.longest) {
            line("longest", words("editor.longest"), hint: words("editor.longest-hint"), &html)
        }
        if options.contains(.currency) {
            line("currency", words("editor.currency"), hint: words("editor.currency-hint"), &html)
        }
        if options.contains(.register) {
            let registers = pages.edited.definitions.all.map { ($0.key.text, $0.names[words.language]) }
            html.field(
                Field(
                    "register", words("editor.refers"), .choice([("", words("register.choose"))] + registers),
                    value: entry.texts["register"] ?? "", isRequired: true))
        }
        if options.contains(.default) {
            let hint = "editor.default.\(entry.kind.rawValue)"
            line("default", words("editor.default"), hint: words.has(hint) ? words(hint) : nil, &html)
        }
        if options.contains(.pattern) {
            html.element("details", entry.texts["pattern"] == nil ? nil : .flag("open")) { html in
                html.element("summary", text: words("editor.more"))
                line("pattern", words("editor.pattern"), hint: words("editor.pattern-hint"), &html)
            }
        }
    }

    private func choices(_ html: inout MarkupWriter) {
        let shared = pages.edited.sharedLists.map { ($0.name, $0.names[words.language]) }
        html.element("fieldset", .id("choices")) { html in
            html.element("legend", text: words("editor.choices"))
            html.field(
                Field(
                    "list", words("editor.shared-list"), .choice([("", words("editor.own-choices"))] + shared),
                    value: entry.texts["list"] ?? "", hint: words("editor.shared-hint")))
            html.element("p", .class("hint"), text: words("editor.choices-hint"))
            for (index, row) in entry.rows.enumerated() {
                html.element("div", .class("row choice-row")) { html in
                    html.hidden("choice.key", row.key)
                    input("choice.vi", row.vi, words("editor.choice-vi", ["number": "\(index + 1)"]), &html)
                    input("choice.en", row.en, words("editor.choice-en", ["number": "\(index + 1)"]), &html)
                    for (verb, text, label) in [
                        ("len", "↑", "editor.up"), ("xuong", "↓", "editor.down"), ("bo", "×", "editor.drop"),
                    ] {
                        html.element(
                            "button", .class("small"), Attribute("name", "lam"),
                            Attribute("value", "lua:\(verb):\(index)"),
                            Attribute("formnovalidate", ""),
                            Attribute("aria-label", words(label, ["name": row.vi.isEmpty ? "\(index + 1)" : row.vi])),
                            text: text)
                    }
                }
            }
            html.button(words("editor.more-choices"), Attribute("formnovalidate", ""), name: "lam", value: "lua:them")
        }
    }

    private func input(_ name: String, _ value: String, _ label: String, _ html: inout MarkupWriter) {
        html.element(
            "input", Attribute("type", "text"), Attribute("name", name), Attribute("value", value),
            Attribute("aria-label", label), Attribute("placeholder", label))
    }

    private func line(
        _ name: String, _ label: String, hint: String? = nil, isRequired: Bool = false, _ html: inout MarkupWriter
    ) {
        html.field(Field(name, label, value: entry.texts[name] ?? "", hint: hint, isRequired: isRequired))
    }

    private func check(_ name: String, _ text: String, isOn: Bool, _ html: inout MarkupWriter) {
        html.check(name, "1", text, isOn: isOn)
    }
}

extension MarkupWriter {
    /// A box to be ticked, with its words.
    mutating func check(_ name: String, _ value: String, _ text: String, isOn: Bool) {
        element("label", .class("check")) { html in
            html.element(
                "input", Attribute("type", "checkbox"), Attribute("name", name), Attribute("value", value),
                .flag("checked", isOn))
            html.element("span", text: text)
        }
    }

    /// Several boxes under one heading.
    mutating func checks(_ title: String, _ name: String, _ all: [(value: String, text: String)], chosen: Set<String>) {
        element("fieldset", .class("field")) { html in
            html.element("legend", text: title)
            html.element("div", .class("choices")) { html in
                for (value, text) in all { html.check(name, value, text, isOn: chosen.contains(value)) }
            }
        }
    }
}

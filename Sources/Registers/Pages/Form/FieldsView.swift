import Markup
import Office
import Web
import Wording

/// The inputs of fields: each with its label, hint, what is wrong, and suggestions where something is entered by name.
struct FieldsView {
    let request: RegisterRequest
    let typed: TypedRecord
    let problems: [String: Message]
    let focus: String?
    /// Private fields that are filled: what is in them is not shown.
    let sealed: Set<Key>

    /// What amounts are usually in; others are typed behind the amount.
    private static let currencies = ["VND", "USD", "EUR", "JPY", "KRW", "CNY", "LAK", "THB", "GBP", "AUD", "SGD"]

    private var words: Words { request.words }

    /// - Parameters:
    ///   - name: Of the field in the form.
    ///   - suggested: Its name in the address that gives suggestions.
    func write(_ field: FieldDefinition, _ name: String, suggesting suggested: String, _ html: inout MarkupWriter) {
        switch field.kind {
        case .money, .period, .answer: parts(field, name, &html)
        case .choices: choices(field, name, &html)
        case .file: files(field, name, &html)
        default:
            var input = self.input(field, name)
            input.kind = kind(field)
            if [.country, .countries, .unit, .record].contains(field.kind) {
                input.suggestions = "\(request.path)/goi-y/\(suggested)"
            }
            if field.kind == .longText || field.longest > 500 {
                html.element("div", .class("broad")) { $0.field(input) }
            } else {
                html.field(input)
            }
            if sealed.contains(field.key) { clear(name, &html) }
        }
    }

    private func kind(_ field: FieldDefinition) -> Field.Kind {
        switch field.kind {
        case .longText: .long(rows: 4)
        case .text where field.longest > 500: .long(rows: 2)
        case .choice:
            .choice(
                [("", words(field.isRequired ? "register.choose" : "register.unfilled"))]
                    + field.choices.map { ($0.key.text, request.name($0.names)) })
        default: .line(.text)
        }
    }

    /// A field of one text.
    private func input(_ field: FieldDefinition, _ name: String) -> Field {
        Field(
            name, label(field), value: typed[name], hint: hint(field), error: problems[name].map { words($0) },
            isRequired: field.isRequired && !sealed.contains(field.key), isFocused: focus == name)
    }

    private func label(_ field: FieldDefinition) -> String {
        let unit = field.unit.map { " (\(request.name($0)))" } ?? ""
        return request.name(field.names) + unit + (field.isRequired ? " *" : "")
    }

    private func hint(_ field: FieldDefinition) -> String? {
        var hints: [String] = []
        if field.isPrivate { hints.append(words(sealed.contains(field.key) ? "register.sealed" : "register.private")) }
        if let help = field.help { hints.append(request.name(help)) }
        if let key = Self.hints[field.kind] { hints.append(words(key)) }
        return hints.isEmpty ? nil : hints.joined(separator: " ")
    }

    private static let hints: [Kind: String] = [
        .day: "register.hint.day", .partialDate: "register.hint.date", .period: "register.hint.period",
        .countries: "register.hint.countries", .money: "register.hint.money",
    ]

    // MARK: Fields of several inputs

    private func group(
        _ field: FieldDefinition, _ name: String, _ html: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void
    ) {
        html.element("fieldset", .class(problems[name] == nil ? "field" : "field wrong"), .id("group-\(name)")) {
            html in
            html.element("legend", text: label(field))
            if let hint = hint(field) { html.element("p", .class("hint"), text: hint) }
            content(&html)
            if let problem = problems[name] { html.element("p", .class("error"), text: words(problem)) }
        }
        if sealed.contains(field.key) { clear(name, &html) }
    }

    private func parts(_ field: FieldDefinition, _ name: String, _ html: inout MarkupWriter) {
        group(field, name, &html) { html in
            html.element("div", .class("parts")) { html in
                switch field.kind {
                case .money:
                    line(name, label(field), &html)
                    let typedCurrency = typed["\(name).currency"]
                    let currency = typedCurrency.isEmpty ? field.currency : typedCurrency
                    let known = Self.currencies + (Self.currencies.contains(currency) ? [] : [currency])
                    select(
                        "\(name).currency", words("register.currency"), known.map { ($0, $0) }, chosen: currency, &html)
                case .period:
                    line(name, words("register.from"), &html)
                    line("\(name).to", words("register.to"), &html)
                default:
                    let options = [
                        ("", words("register.unfilled")), ("yes", words("list.yes")), ("no", words("list.no")),
                    ]
                    select(name, label(field), options, &html)
                    line("\(name).on", words("register.on-day"), &html)
                }
            }
        }
    }

    private func line(_ name: String, _ label: String, _ html: inout MarkupWriter) {
        html.element(
            "input", .id("field-\(name)"), Attribute("name", name), Attribute("value", typed[name]),
            Attribute("aria-label", label), Attribute("placeholder", label),
            problems[name] == nil ? nil : Attribute("aria-invalid", "true"),
            focus == name ? .flag("autofocus") : nil)
    }

    private func select(
        _ name: String, _ label: String, _ options: [(value: String, text: String)], chosen: String? = nil,
        _ html: inout MarkupWriter
    ) {
        html.element(
            "select", .class("short"), .id("field-\(name)"), Attribute("name", name), Attribute("aria-label", label)
        ) { html in
            for option in options {
                html.element(
                    "option", Attribute("value", option.value),
                    .flag("selected", option.value == chosen ?? typed[name]),
                    text: option.text)
            }
        }
    }

    private func choices(_ field: FieldDefinition, _ name: String, _ html: inout MarkupWriter) {
        let chosen = Set(typed.all(name))
        group(field, name, &html) { html in
            html.element("div", .class("choices"), .id("field-\(name)")) { html in
                for choice in field.choices {
                    check(
                        name, choice.key.text, request.name(choice.names), isOn: chosen.contains(choice.key.text), &html
                    )
                }
            }
        }
    }

    private func files(_ field: FieldDefinition, _ name: String, _ html: inout MarkupWriter) {
        group(field, name, &html) { html in
            for file in typed.all("\(name).keep") {
                check("\(name).keep", file, words("register.keep-file", ["number": file]), isOn: true, &html)
            }
            html.element(
                "input", Attribute("type", "file"), .id("field-\(name)"), Attribute("name", name),
                Attribute("aria-label", label(field)), .flag("multiple"))
        }
    }

    private func check(_ name: String, _ value: String, _ text: String, isOn: Bool, _ html: inout MarkupWriter) {
        html.element("label", .class("check")) { html in
            html.element(
                "input", Attribute("type", "checkbox"), Attribute("name", name), Attribute("value", value),
                .flag("checked", isOn))
            html.element("span", text: text)
        }
    }

    /// To empty a private field, which an empty input leaves as it is.
    private func clear(_ name: String, _ html: inout MarkupWriter) {
        // What is private of a line goes with the line.
        guard name.hasPrefix("f.") else { return }
        check("\(name).clear", "1", words("register.clear"), isOn: !typed["\(name).clear"].isEmpty, &html)
    }
}

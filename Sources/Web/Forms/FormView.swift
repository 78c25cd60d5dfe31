package import Markup

// The parts of forms, all with their labels, hints and errors tied to them for who hears the page instead of seeing it.
extension MarkupWriter {
    /// A form that changes something: sent by POST, with the token of this browser.
    /// - Parameter takesFiles: Whether it has a field for files.
    package mutating func form(
        to address: String, _ visit: Visit, _ attributes: Attribute?..., takesFiles: Bool = false,
        content: (inout MarkupWriter) -> Void
    ) {
        let type = takesFiles ? Attribute("enctype", "multipart/form-data") : nil
        // Two of each are what our pages give at most.
        element(
            "form", Attribute("method", "post"), Attribute("action", address), type, attributes.first ?? nil,
            attributes.dropFirst().first ?? nil
        ) { html in
            if let token = visit.formToken { html.hidden(FormToken.field, token.text) }
            content(&html)
        }
    }

    /// A field that nobody sees.
    package mutating func hidden(_ name: String, _ value: String) {
        element("input", Attribute("type", "hidden"), Attribute("name", name), Attribute("value", value))
    }

    /// A button that sends the form.
    package mutating func button(_ text: String, _ attributes: Attribute?..., name: String? = nil, value: String? = nil)
    {
        element(
            "button", name.map { Attribute("name", $0) }, value.map { Attribute("value", $0) },
            attributes.first ?? nil, attributes.dropFirst().first ?? nil, text: text)
    }

    /// A field with its label, hint and error.
    package mutating func field(_ field: Field) {
        let id = field.id ?? "field-\(field.name)"
        let notes = [field.hint.map { _ in "\(id)-hint" }, field.error.map { _ in "\(id)-error" }].compactMap { $0 }
        element("div", .class(field.error == nil ? "field" : "field wrong")) { html in
            html.element("label", Attribute("for", id), text: field.label)
            if let hint = field.hint { html.element("p", .class("hint"), .id("\(id)-hint"), text: hint) }
            html.input(field, id, notes.isEmpty ? nil : Attribute("aria-describedby", notes.joined(separator: " ")))
            if let error = field.error { html.element("p", .class("error"), .id("\(id)-error"), text: error) }
        }
    }

    private mutating func input(_ field: Field, _ id: String, _ described: Attribute?) {
        let invalid = field.error == nil ? nil : Attribute("aria-invalid", "true")
        let name = Attribute("name", field.name)
        switch field.kind {
        case .long(let rows):
            element(
                "textarea", .id(id), name, Attribute("rows", String(rows)), .flag("required", field.isRequired),
                described,
                invalid, text: field.value)
        case .choice(let options):
            element("select", .id(id), name, .flag("required", field.isRequired), described, invalid) { html in
                for (value, text) in options {
                    html.element(
                        "option", Attribute("value", value), .flag("selected", value == field.value), text: text)
                }
            }
        case .files(let accepted, let isSeveral):
            element(
                "input", Attribute("type", "file"), .id(id), name, .flag("required", field.isRequired),
                .flag("multiple", isSeveral), Attribute("accept", accepted), described, invalid)
        case .line(let type):
            element(
                "input", Attribute("type", type.rawValue), .id(id), name, Attribute("value", field.value),
                .flag("required", field.isRequired), field.completion.map { Attribute("autocomplete", $0) },
                field.suggestions.map { Attribute("data-suggestions", $0) },
                field.isFocused ? .flag("autofocus") : nil, described, invalid)
        }
    }
}

/// A field of a form.
package struct Field: Sendable {
    /// What is entered.
    package enum Kind: Sendable {
        /// One line of some type.
        case line(LineType)
        /// Several lines.
        case long(rows: Int)
        /// One of these: value and words.
        case choice([(value: String, text: String)])
        /// Files of these types or extensions, with commas between: ".docx,.pdf".
        case files(String, several: Bool)
    }

    /// The types of a line that browsers help with.
    package enum LineType: String, Sendable { case text, password, email, date, number, search, url }

    /// What the server calls it.
    package var name: String
    /// What people read.
    package var label: String
    /// What is entered.
    package var kind: Kind
    /// What stands in it.
    package var value: String
    /// How to fill it in.
    package var hint: String?
    /// Why what was entered cannot be taken.
    package var error: String?
    /// Whether it must be filled in.
    package var isRequired: Bool
    /// What browsers may fill in: "current-password".
    package var completion: String?
    /// The address that gives suggestions for what was typed so far: `?q=`, an array of texts as JSON.
    package var suggestions: String?
    /// Whether one types into it as soon as the page is there.
    package var isFocused: Bool
    /// What the element is called, where several forms of a page have a field of this name.
    package var id: String?

    /// A field of these parts.
    package init(
        _ name: String, _ label: String, _ kind: Kind = .line(.text), value: String = "", hint: String? = nil,
        error: String? = nil, isRequired: Bool = false, completion: String? = nil, suggestions: String? = nil,
        isFocused: Bool = false, id: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.completion = completion
        self.suggestions = suggestions
        self.isFocused = isFocused
        self.id = id
    }
}

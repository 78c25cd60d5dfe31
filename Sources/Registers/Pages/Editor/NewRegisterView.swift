import Markup
import Office
import Web
import Wording

/// The form of a register that is begun: what it is called, and the three fields that nearly every register has.
struct NewRegisterView {
    let call: Call
    var form = Form()
    var refusal: Message?

    func with(_ refusal: Message) -> NewRegisterView { NewRegisterView(call: call, form: form, refusal: refusal) }

    var page: Page {
        let words = call.words
        return Page(
            words("editor.new"), section: "definitions",
            trail: [Page.Link(words("editor.section"), EditorPaths.index)], assets: ["registers.css"]
        ) { html in
            if let refusal {
                html.element("div", .class("notice failed"), Attribute("role", "alert")) {
                    $0.element("p", text: words(refusal))
                }
            }
            html.element("p", .class("quiet"), text: words("editor.new-about"))
            html.form(to: EditorPaths.new, call.visit, .class("panel")) { html in
                func line(_ name: String, _ label: String, hint: String? = nil, required: Bool = false) {
                    html.field(
                        Field(
                            name, words(label), value: form[name] ?? "", hint: hint.map { words($0) },
                            isRequired: required))
                }
                line("vi", "editor.name-vi", hint: "editor.name-example", required: true)
                line("en", "editor.name-en", hint: "editor.en-hint")
                line("record.vi", "editor.record", hint: "editor.record-example", required: true)
                line("about.vi", "editor.purpose", hint: "editor.purpose-example")
                html.field(
                    Field(
                        "group", words("editor.group"),
                        .choice(
                            Definition.Group.allCases.map { ($0.rawValue, words("register.group.\($0.rawValue)")) }),
                        value: form["group"] ?? Definition.Group.office.rawValue))
                html.element("h2", text: words("editor.first-fields"))
                html.element("p", .class("quiet"), text: words("editor.first-fields-about"))
                html.field(Field("title", words("editor.new-title"), value: form["title"] ?? "Tên", isRequired: true))
                html.field(
                    Field(
                        "day", words("editor.new-day"), value: form.fields.isEmpty ? "Ngày" : form["day"] ?? "",
                        hint: words("editor.new-empty")))
                html.field(
                    Field(
                        "unit", words("editor.new-unit"), value: form.fields.isEmpty ? "Cơ quan" : form["unit"] ?? "",
                        hint: words("editor.new-empty")))
                html.element("details") { html in
                    html.element("summary", text: words("editor.more"))
                    html.field(
                        Field("key", words("editor.key"), value: form["key"] ?? "", hint: words("editor.key-hint")))
                }
                html.element("div", .class("row")) { html in
                    html.button(words("editor.go-on"), .class("primary"))
                    html.element("a", .class("button"), .href(EditorPaths.index), text: words("register.cancel"))
                }
            }
        }
    }
}

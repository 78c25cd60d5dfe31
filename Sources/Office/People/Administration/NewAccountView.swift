import Markup
import Web

/// The form of a new account.
struct NewAccountView {
    private let call: Call
    private let form: Form
    private let problem: String?
    private var words: Words { call.words }

    init(_ call: Call, _ form: Form = Form(), problem: String? = nil) {
        self.call = call
        self.form = form
        self.problem = problem
    }

    var page: Page {
        Page(
            words("admin.add"), section: "administration",
            trail: [Page.Link(words("admin.title"), AccountAdministration.path)], assets: ["office.css"]
        ) { html in
            html.form(to: "\(AccountAdministration.path)/tai-khoan/them", call.visit, .class("panel")) { html in
                html.complaint(problem)
                html.field(
                    Field(
                        "name", words("account.column.name"), value: form["name"] ?? "", isRequired: true,
                        isFocused: true))
                html.field(
                    Field(
                        "login", words("sign-in.login"), value: form["login"] ?? "", hint: words("admin.login.hint"),
                        isRequired: true, completion: "off"))
                html.position(form, words)
                html.button(words("admin.add"), .class("primary"))
            }
        }
    }
}

extension MarkupWriter {
    /// The fields of a position of a unit.
    mutating func position(_ form: Form, _ words: Words) {
        field(
            Field(
                "unit", words("admin.unit"), value: form["unit"] ?? "", isRequired: true,
                suggestions: OrganisationPages.suggestions))
        field(
            Field(
                "role", words("position.column.role"), .choice(Role.allCases.map { ($0.rawValue, words($0.name)) }),
                value: form["role"] ?? Role.officer.rawValue))
        field(
            Field(
                "title", words("position.column.title"), value: form["title"] ?? "",
                hint: words("admin.position.hint"), isRequired: true))
    }
}

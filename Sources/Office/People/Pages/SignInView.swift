import Markup
import Web

/// The page on which one signs in.
struct SignInView {
    let words: Words
    let visit: Visit
    let next: String?
    let login: String
    let error: String?

    var page: Page {
        Page(words("sign-in.title")) { html in
            let address = PageAddress(SignInAddress.path).with("toi", next).description
            html.form(to: address, visit, .class("panel narrow")) { html in
                if let error { html.element("p", .class("error"), Attribute("role", "alert"), text: error) }
                html.field(
                    Field(
                        "login", words("sign-in.login"), value: login, isRequired: true, completion: "username",
                        isFocused: true))
                html.field(
                    Field(
                        "password", words("sign-in.password"), .line(.password), isRequired: true,
                        completion: "current-password"))
                html.button(words("sign-in.button"), .class("primary"))
            }
        }
    }
}

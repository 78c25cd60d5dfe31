import Markup
import Web

/// The page on which one signs in.
struct SignInView {
    let words: Words
    let visit: Visit
    let next: String?
    let login: String
    let error: String?
    let ways: [SignInPages.Way]
    let guests: [SignInPages.Guest]

    private var address: String { PageAddress(SignInAddress.path).with("toi", next).description }

    var page: Page {
        Page(words("sign-in.title"), assets: ["office.css"]) { html in
            html.form(to: address, visit, .class("panel narrow")) { html in
                html.complaint(error)
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
            for way in ways {
                html.element("p", .class("narrow")) { html in
                    html.element(
                        "a", .class("button"), .href(PageAddress(way.address).with("toi", next).description),
                        text: words(way.title))
                }
            }
            if !guests.isEmpty { offer(&html) }
        }
    }

    /// One press signs in as an invented person.
    private func offer(_ html: inout MarkupWriter) {
        html.element("section", .class("panel guests")) { html in
            html.element("h2", text: words("sign-in.guests"))
            html.element("p", .class("quiet"), text: words("sign-in.guests.more", ["password": guests[0].password]))
            html.element("div", .class("columns")) { html in
                for guest in guests {
                    html.form(to: address, visit) { html in
                        html.hidden("login", guest.login)
                        html.hidden("password", guest.password)
                        html.element("button") { html in
                            html.element("strong", text: guest.name)
                            html.element("br")
                            html.element("span", .class("small"), text: "\(guest.position) (\(guest.login))")
                        }
                    }
                }
            }
        }
    }
}

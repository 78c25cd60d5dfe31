import Markup
import Web
import Wording

/// The page of one's own account.
struct AccountView: Sendable {
    let seats: [Seat]
    let sessions: [Session]
    let hasStep: Bool
    let codesLeft: Int
    let call: Call
    let more: [AccountPages.More]
    let problem: String?
    private var words: Words { call.words }

    var page: Page {
        Page(words("account.title"), assets: ["office.css"]) { html in
            html.element("div", .class("columns")) { html in
                html.element("div") { html in
                    who(&html)
                    if !more.isEmpty { elsewhere(&html) }
                    language(&html)
                }
                html.element("div") { html in
                    password(&html)
                    secondStep(&html)
                }
            }
            own(&html)
        }
    }

    private func who(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("dl", .class("facts")) { html in
                html.fact(words("account.column.name"), call.seat.account.name)
                html.fact(words("sign-in.login"), call.seat.account.login)
            }
            html.element("h2", text: words("account.positions"))
            html.element("ul", .class("lines")) { html in
                for seat in seats {
                    html.element("li") { html in
                        html.element("strong", text: seat.position.title)
                        html.element("div", text: seat.unit.name)
                        html.element("div", .class("quiet small"), text: words(seat.position.role.name))
                        if seat.position == call.seat.position {
                            html.element("span", .class("badge accent"), text: words("account.acting"))
                        } else {
                            html.form(to: "\(AccountPages.path)/vi-tri", call.visit) { html in
                                html.button(
                                    words("account.act-for"), name: "position",
                                    value: String(seat.position.id.rawValue))
                            }
                        }
                    }
                }
            }
        }
    }

    private func elsewhere(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            for page in more {
                html.element("p") { html in
                    html.element("a", .href(page.address), text: words(page.title))
                    html.element("br")
                    html.element("span", .class("quiet small"), text: words(page.text))
                }
            }
        }
    }

    private func language(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("account.language"))
            html.form(to: "/ngon-ngu", call.visit, .class("row")) { html in
                for (language, name) in [(Catalogue.Language.vi, "Tiếng Việt"), (.en, "English")] {
                    html.element(
                        "button", Attribute("name", "language"), Attribute("value", language.rawValue),
                        Attribute("lang", language.rawValue),
                        Attribute("aria-pressed", language == words.language ? "true" : "false"), text: name)
                }
            }
        }
    }

    private func password(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("account.password"))
            html.form(to: "\(AccountPages.path)/mat-khau", call.visit) { html in
                html.complaint(problem)
                html.currentPassword(words)
                html.newPassword(words)
                html.button(words("password.change"), .class("primary"))
            }
        }
    }

    private func secondStep(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("second-step.title"))
            guard hasStep else {
                html.element("p", text: words("second-step.is-off"))
                html.element("a", .class("button"), .href(SecondStepPages.path), text: words("second-step.turn-on"))
                return
            }
            html.element("p", text: words("second-step.is-on", ["count": words.number(codesLeft)]))
            html.form(to: "\(SecondStepPages.path)/ma", call.visit) { html in
                html.currentPassword(words, "codes-password")
                html.element("p", .class("actions")) { html in
                    html.button(words("second-step.renew"))
                    html.element(
                        "button", .class("danger"), Attribute("formaction", "\(SecondStepPages.path)/tat"),
                        text: words("second-step.turn-off"))
                }
            }
        }
    }

    private func own(_ html: inout MarkupWriter) {
        html.element("h2", text: words("session.title"))
        let head = ["browser", "from", "since", "used", "end"].map { Column(words("session.column.\($0)")) }
        html.table(caption: words("session.title"), head: head) { html in
            for session in sessions {
                html.element("tr") { html in
                    html.element("td", text: Self.browser(session.agent) ?? words("session.unknown"))
                    html.element("td", text: session.remote)
                    html.element("td", text: words.moment(session.startedAt))
                    html.element("td", text: words.moment(session.seenAt))
                    html.element("td") { html in
                        if session.id == call.session?.id {
                            html.element("span", .class("badge accent"), text: words("session.this"))
                        } else {
                            html.form(to: "\(AccountPages.path)/phien/ket-thuc", call.visit) { html in
                                html.button(words("session.end"), name: "session", value: String(session.id))
                            }
                        }
                    }
                }
            }
        }
        html.form(to: "\(AccountPages.path)/phien/ket-thuc-het", call.visit) { html in
            html.button(words("session.end-all"), .class("danger"))
        }
    }

    /// What people call a browser and its machine; each names itself after those that came before it, so the order counts.
    private static func browser(_ agent: String) -> String? {
        let browser = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]
            .first { agent.contains($0.0) }?.1
        let system = [
            ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
            ("Mac OS X", "macOS"), ("Linux", "Linux"),
        ].first { agent.contains($0.0) }?.1
        let parts = [browser, system].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension MarkupWriter {
    /// The field of one's own password, where something asks for it again.
    mutating func currentPassword(_ words: Words, _ name: String = "password") {
        field(
            Field(
                name, words("account.password.now"), .line(.password), isRequired: true,
                completion: "current-password"))
    }
}

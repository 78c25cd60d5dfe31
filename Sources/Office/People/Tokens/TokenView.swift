import Markup
import Web
import WorkCalendar

/// The page on which one lets programs in.
struct TokenView: Sendable {
    let words: Words
    let visit: Visit
    let seat: Seat
    let tokens: [AccessToken]
    let positions: [Seat]
    let newToken: String?
    let newCalendar: String?
    let name: String
    let error: String?

    var page: Page {
        Page(words("token.title"), trail: [.init(words("frame.account"), "/tai-khoan")]) { html in
            html.element("section") { html in
                html.element("h2", text: words("token.heading"))
                html.element("p") { html in
                    html.text(words("token.about"))
                    html.text(" ")
                    html.element("a", .href("/api"), text: words("token.more"))
                }
                if let newToken { secret(newToken, words("token.once"), &html) }
                table(&html)
                form(&html)
            }
            html.element("section") { html in
                html.element("h2", text: words("token.calendar"))
                html.element("p", text: words("token.calendar.about"))
                if let newCalendar { secret(newCalendar, words("token.calendar.once"), &html) }
                calendar(&html)
            }
        }
    }

    private func secret(_ text: String, _ label: String, _ html: inout MarkupWriter) {
        html.element("div", .class("notice done"), Attribute("role", "status")) { html in
            html.element("p", text: label)
            html.element("p") { $0.element("code", .class("secret"), text: text) }
        }
    }

    private func table(_ html: inout MarkupWriter) {
        let kept = tokens.filter { $0.purpose == .api }
        guard !kept.isEmpty else { return html.element("p", .class("hint"), text: words("token.none")) }
        let head = ["name", "position", "made", "until", "used", "revoke"].map { Column(words("token.column.\($0)")) }
        html.table(caption: words("token.heading"), head: head) { html in
            for token in kept {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row"), text: token.name)
                    html.element("td", text: positionName(token))
                    html.element("td", text: words.day(token.madeAt.day))
                    html.element("td", text: until(token))
                    html.element("td", text: token.usedAt.map { words.moment($0) } ?? words("token.never"))
                    html.element("td") { revoke(token, &$0) }
                }
            }
        }
    }

    /// A position that the account has left opens nothing any more.
    private func positionName(_ token: AccessToken) -> String {
        positions.first { $0.position.id == token.position }?.place ?? words("token.left")
    }

    private func until(_ token: AccessToken) -> String {
        guard let last = token.lastDay else { return "" }
        return token.stands(on: visit.day) ? words.day(last) : words("token.ended", ["day": words.day(last)])
    }

    private func revoke(_ token: AccessToken, _ html: inout MarkupWriter) {
        html.form(to: "\(TokenPages.address)/\(token.id)/thu-hoi", visit) { html in
            html.button(
                words("token.revoke"), .class("plain"),
                Attribute("aria-label", words("token.revoke-name", ["name": token.name])))
        }
    }

    private func form(_ html: inout MarkupWriter) {
        html.form(to: TokenPages.address, visit, .class("panel narrow")) { html in
            html.element("h3", text: words("token.new"))
            html.element(
                "p", .class("hint"),
                text: words("token.for", ["position": seat.position.title, "unit": seat.unit.name]))
            html.field(
                Field(
                    "name", words("token.column.name"), value: name, hint: words("token.name.hint"), error: error,
                    isRequired: true))
            html.field(
                Field(
                    "days", words("token.days"),
                    .choice(AccessToken.terms.map { (String($0), words("token.term.\($0)")) }), value: "90"))
            html.button(words("token.make"), .class("primary"))
        }
    }

    private func calendar(_ html: inout MarkupWriter) {
        let kept = tokens.first { $0.purpose == .calendar }
        if let kept {
            html.element(
                "p",
                text: words(
                    "token.calendar.kept",
                    [
                        "day": words.day(kept.madeAt.day),
                        "used": kept.usedAt.map { words.moment($0) } ?? words("token.never"),
                    ]))
        }
        html.form(to: "\(TokenPages.address)/lich", visit) { html in
            html.button(words(kept == nil ? "token.calendar.open" : "token.calendar.renew"))
        }
        if let kept {
            html.form(to: "\(TokenPages.address)/\(kept.id)/thu-hoi", visit) { html in
                html.button(words("token.calendar.close"), .class("plain"))
            }
        }
    }
}

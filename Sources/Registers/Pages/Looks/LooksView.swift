import Markup
import Office
import Web
import WorkCalendar

/// The page of looks.
struct LooksView: Sendable {
    let call: Call
    let search: LookSearch
    let definitions: Definitions
    let accounts: [Account]
    /// One more than a page has, where there are more.
    let looks: [Look]
    let limit: Int
    let number: Int

    private var words: Words { call.words }

    var page: Page {
        let address = call.address.moved(to: LookPages.path).with("trang", nil)
        return Page(
            words("looks.title"), section: "journal",
            trail: [Page.Link(words("journal.title"), "/nhat-ky")], assets: ["office.css", "registers.css"],
            actions: { $0.fileLinks(address, words) }
        ) { html in
            html.element("p", .class("quiet"), text: words("looks.about"))
            filter(&html)
            if looks.isEmpty { html.element("p", .class("empty"), text: words("looks.none")) } else { table(&html) }
            pages(address, &html)
        }
    }

    private func filter(_ html: inout MarkupWriter) {
        let registers = definitions.all.filter { definition in
            definition.isConfidential
                || (definition.fields + definition.lines.flatMap(\.fields)).contains(where: \.isPrivate)
        }
        html.element("form", .class("panel filter"), Attribute("action", LookPages.path)) { html in
            html.field(Field("tu", words("register.from"), .line(.date), value: search.from?.description ?? ""))
            html.field(Field("den", words("register.to"), .line(.date), value: search.until?.description ?? ""))
            html.field(
                Field(
                    "nguoi", words("looks.who"),
                    .choice(
                        [("", words("looks.anyone"))]
                            + accounts.map { (String($0.id.rawValue), "\($0.name) (\($0.login))") }),
                    value: search.account.map(String.init) ?? ""))
            html.field(
                Field(
                    "so", words("looks.register"),
                    .choice(
                        [("", words("looks.any-register"))]
                            + registers.map { ($0.key.text, $0.names[words.language]) }),
                    value: search.register ?? ""))
            html.field(
                Field(
                    "muc-dich", words("register.purpose"),
                    .choice([("", words("looks.any-purpose"))] + purposes(of: registers)), value: search.purpose ?? ""))
            if let record = search.record { html.hidden("ma", String(record)) }
            html.button(words("register.search"), .class("primary"))
        }
    }

    private func purposes(of registers: [Definition]) -> [(value: String, text: String)] {
        var known: Set<String> = []
        return registers.flatMap(\.purposes).filter { known.insert($0.key.text).inserted }
            .map { ($0.key.text, $0.names[words.language]) }
    }

    private func table(_ html: inout MarkupWriter) {
        html.element("div", .class("cards")) { html in
            html.table(
                caption: words("looks.title"),
                head: ["looks.at", "looks.who", "looks.what", "register.purpose"].map { Column(words($0)) }
            ) { html in
                for look in looks.prefix(limit) {
                    html.element("tr") { html in
                        cell("looks.at", &html) { $0.text(words.moment(look.at)) }
                        cell("looks.who", &html) { html in
                            html.text(look.actor.named?.account ?? "")
                            let place = [look.actor.named?.position, look.actor.named?.unit].compactMap(\.self)
                            html.element(
                                "div", .class("quiet small"), text: place.filter { !$0.isEmpty }.joined(separator: ", ")
                            )
                        }
                        cell("looks.what", &html) { what(look, &$0) }
                        cell("register.purpose", &html) { $0.text(purpose(look)) }
                    }
                }
            }
        }
    }

    private func cell(_ title: String, _ html: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void) {
        html.element("td", Attribute("data-label", words(title))) { html in
            html.element("div", .class("value")) { content(&$0) }
        }
    }

    private func what(_ look: Look, _ html: inout MarkupWriter) {
        let definition = Key(look.register).flatMap { definitions[$0] }
        let register = definition?.names[words.language] ?? look.register
        if let record = look.record {
            let address = PageAddress(LookPages.path, [("ma", "\(record.rawValue)")])
            html.element("a", .href(address.description), text: "\(register) #\(record.rawValue)")
        } else {
            html.text(register)
        }
        let seen = look.record == nil ? look.seen : definition.map { fields(look.seen, $0) } ?? look.seen
        let kind = words("looks.what.\(look.what)")
        html.element(
            "div", .class("quiet small"),
            text: look.what == "record" ? kind : look.what == "fields" ? "\(kind): \(seen)" : "\(kind) · \(seen)")
    }

    private func fields(_ keys: String, _ definition: Definition) -> String {
        keys.split(separator: " ").map { key in
            let parts = key.split(separator: ".").map(String.init)
            if parts.count == 2, parts[0] == "file" { return words("looks.file", ["number": parts[1]]) }
            let names =
                parts.count == 2
                ? Key(parts[0]).flatMap { definition.lines($0) }?.fields : definition.fields
            return names?.first { $0.key.text == parts.last }?.names[words.language] ?? String(key)
        }.joined(separator: ", ")
    }

    private func purpose(_ look: Look) -> String {
        guard let purpose = look.purpose else { return "" }
        let known = Key(look.register).flatMap { definitions[$0] }?.purposes ?? []
        return known.first { $0.key.text == purpose }?.names[words.language] ?? purpose
    }

    private func pages(_ address: PageAddress, _ html: inout MarkupWriter) {
        html.element("nav", .class("pages"), Attribute("aria-label", words("register.pages"))) { html in
            for (page, title) in [(number - 1, "looks.later"), (number + 1, "looks.earlier")] {
                guard page > 0, page < number || looks.count > limit else { continue }
                html.element(
                    "a", .class("button"), .href(address.with("trang", String(page)).description), text: words(title))
            }
        }
    }
}

import Markup
import Web
import WorkCalendar

/// The page of the journal.
struct JournalView: Sendable {
    let call: Call
    let search: Journal.Search
    let accounts: [Account]
    /// One more than a page has, where there are more.
    let entries: [Journal.Entry]
    let limit: Int
    let places: [String: String]
    let more: [(title: String, address: String)]
    let verification: Journal.Verification?
    private var words: Words { call.words }

    var page: Page {
        Page(
            words("journal.title"), section: "journal", assets: ["office.css"],
            actions: { html in
                for page in more {
                    html.element("a", .class("button"), .href(page.address), text: words(page.title))
                }
                html.fileLinks(call.address.moved(to: JournalPages.path).with("truoc", nil), words)
            }
        ) { html in
            verify(&html)
            filter(&html)
            guard !entries.isEmpty else {
                html.element("p", .class("empty"), text: words("journal.none"))
                return
            }
            html.history(Array(entries.prefix(limit)), words, places: places)
            if entries.count > limit {
                let older = call.address.moved(to: JournalPages.path).with("truoc", String(entries[limit - 1].id))
                html.element("p") {
                    $0.element("a", .class("button"), .href(older.description), text: words("journal.older"))
                }
            }
        }
    }

    private func verify(_ html: inout MarkupWriter) {
        html.element("details", .class("panel"), verification == nil ? nil : .flag("open")) { html in
            html.element("summary", text: words("journal.verify"))
            if let verification {
                let broken = verification.broken
                html.element(
                    "div", .class(broken == nil ? "notice done" : "notice failed"), Attribute("role", "status")
                ) {
                    html in
                    html.element(
                        "p",
                        text: broken.map { words($0.message) }
                            ?? words("journal.intact", ["count": words.number(verification.entries)]))
                }
                html.element("p") { html in
                    html.text("\(words("journal.mark")) ")
                    html.element("code", .class("secret"), text: verification.mark.description)
                }
            }
            html.form(to: "\(JournalPages.path)/kiem-chung", call.visit) { html in
                html.field(Field("mark", words("journal.mark.kept"), hint: words("journal.mark.hint")))
                html.button(words("journal.verify"))
            }
        }
    }

    private func filter(_ html: inout MarkupWriter) {
        let everyone = [(value: "", text: words("journal.anyone"))]
        let anything = [(value: "", text: words("journal.anything"))]
        html.element("form", .class("panel filter"), Attribute("action", JournalPages.path)) { html in
            html.field(Field("tu", words("journal.from"), .line(.date), value: search.from?.description ?? ""))
            html.field(Field("den", words("journal.to"), .line(.date), value: search.until?.description ?? ""))
            html.field(
                Field(
                    "nguoi", words("journal.person"),
                    .choice(everyone + accounts.map { (String($0.id.rawValue), "\($0.name) (\($0.login))") }),
                    value: search.account.map { String($0.rawValue) } ?? ""))
            html.field(
                Field(
                    "viec", words("journal.action"),
                    .choice(anything + Journal.kinds.map { ($0, words("journal.kind.\($0)")) }),
                    value: search.action ?? ""))
            if let kind = search.kind { html.hidden("loai", kind) }
            if let subject = search.subject { html.hidden("ma", String(subject)) }
            html.button(words("unit.show"), .class("primary"))
        }
    }
}

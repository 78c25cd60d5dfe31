import Markup
import Vietnamese
import Web

/// The accounts that there are.
struct AccountListView: Sendable {
    struct Line: Sendable {
        let account: Account
        let isActive: Bool
        let isLocked: Bool
        let seats: [Seat]
    }

    /// So many accounts a page.
    static let limit = 50

    let call: Call
    let lines: [Line]
    let count: Int
    let number: Int
    private var words: Words { call.words }

    init(call: Call, lines: [Line], count: Int, page: Int) {
        self.call = call
        self.lines = lines
        self.count = count
        number = page
    }

    var page: Page {
        Page(words("admin.title"), section: "administration", assets: ["office.css"], actions: { actions(&$0) }) {
            html in
            html.element(
                "form", .class("panel filter"), Attribute("role", "search"),
                Attribute("action", AccountAdministration.path)
            ) { html in
                html.field(Field("q", words("admin.search"), .line(.search), value: call.address["q"] ?? ""))
                html.button(words("unit.show"), .class("primary"))
            }
            html.element("p", .class("quiet"), text: words("admin.count", ["count": words.number(count)]))
            table(&html)
            pages(&html)
        }
    }

    private func actions(_ html: inout MarkupWriter) {
        html.element("span", .class("actions")) { html in
            html.element(
                "a", .class("button primary"), .href("\(AccountAdministration.path)/tai-khoan/them"),
                text: words("admin.add"))
            if call.may(.manageOrganisations) {
                html.element("a", .class("button"), .href(UnitAdministration.path), text: words("admin.units"))
            }
        }
    }

    private func table(_ html: inout MarkupWriter) {
        let head = ["account.column.name", "sign-in.login", "account.positions", "admin.state"]
        html.table(caption: words("admin.title"), head: head.map { Column(words($0)) }) { html in
            for line in lines {
                html.element("tr") { html in
                    html.element("td") { html in
                        html.element(
                            "a", .href(AccountAdministration.address(line.account.id)), text: line.account.name)
                    }
                    html.element("td", text: line.account.login)
                    html.element("td") { html in
                        for seat in line.seats {
                            html.element("div", text: "\(seat.position.title), \(seat.unit.name)")
                        }
                    }
                    html.element("td") { html in
                        if !line.isActive { html.element("span", .class("badge late"), text: words("admin.inactive")) }
                        if line.isLocked { html.element("span", .class("badge wait"), text: words("admin.locked")) }
                    }
                }
            }
        }
    }

    private func pages(_ html: inout MarkupWriter) {
        guard count > Self.limit else { return }
        html.element("nav", .class("pages"), Attribute("aria-label", words("admin.pages"))) { html in
            for (key, other) in [("admin.previous", number - 1), ("admin.next", number + 1)]
            where other >= 1 && (other - 1) * Self.limit < count {
                html.element(
                    "a", .class("button"), .href(call.address.with("trang", String(other)).description),
                    text: words(key))
            }
        }
    }
}

extension Account {
    /// Whether words that were typed, with accents or without, stand in its name or login.
    func matches(_ typed: String) -> Bool {
        let words = typed.folded.split(separator: " ")
        let own = "\(name) \(login)".folded
        return words.allSatisfy { own.contains($0) }
    }
}

import Markup
import Web

/// The accounts that there are.
struct AccountListView: Sendable {
    /// So many accounts a page.
    static let limit = 50

    let call: Call
    let lines: [AccountLine]
    /// Of all pages.
    let count: Int
    /// Of the page, from 1.
    let number: Int
    private var words: Words { call.words }

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
            html.element("a", .class("button"), .href(LetterPages.path), text: words("letters.title"))
            html.fileLinks(call.address.moved(to: AccountAdministration.path).with("trang", nil), words)
        }
    }

    private func table(_ html: inout MarkupWriter) {
        let head =
            [column("account.column.name", .name), column("sign-in.login", .login)]
            + ["account.positions", "admin.state"].map { Column(words($0)) }
        html.table(caption: words("admin.title"), head: head) { html in
            for line in lines {
                html.element("tr") { html in
                    html.element("td") { html in
                        html.element(
                            "a", .href(AccountAdministration.address(line.account.id)), text: line.account.name)
                    }
                    html.element("td", text: line.account.login)
                    html.element("td") { html in
                        for seat in line.seats {
                            html.element("div", text: seat.place)
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

    private func column(_ key: String, _ order: AccountOrder) -> Column {
        let chosen = call.address["xep"].flatMap(AccountOrder.init) ?? .login
        let address = call.address.with("trang", nil).with("xep", order == .login ? nil : order.rawValue)
        return Column(words(key), address: address.description, order: order == chosen ? .ascending : nil)
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

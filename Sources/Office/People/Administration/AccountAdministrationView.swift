import Markup
import Web
import WorkCalendar

/// One account, with everything that can be done with it.
struct AccountAdministrationView: Sendable {
    let call: Call
    let account: Account
    let isActive: Bool
    let lockedUntil: Instant?
    let hasStep: Bool
    let seats: [Seat]
    let holdings: [Holding]
    let entries: [Journal.Entry]
    let places: [String: String]
    private var words: Words { call.words }
    private var address: String { AccountAdministration.address(account.id) }

    var page: Page {
        Page(
            account.name, section: "administration",
            trail: [Page.Link(words("admin.title"), AccountAdministration.path)], assets: ["office.css"]
        ) { html in
            html.element("div", .class("columns")) { html in
                html.element("div") { html in
                    state(&html)
                    signIn(&html)
                }
                html.element("div") { html in
                    positions(&html)
                    if isActive { appoint(&html) }
                    standing(&html)
                }
            }
            html.element("h2", text: words("admin.holdings"))
            past(&html)
            html.element("h2", text: words("journal.history"))
            html.history(entries, words, places: places)
        }
    }

    private func state(_ html: inout MarkupWriter) {
        html.element("dl", .class("facts panel")) { html in
            html.fact(words("sign-in.login"), account.login)
            html.fact(words("admin.state"), words(isActive ? "admin.active" : "admin.inactive"))
            if let lockedUntil {
                html.fact(words("admin.locked"), words("admin.locked.until", ["until": words.moment(lockedUntil)]))
            }
            html.fact(words("second-step.title"), words(hasStep ? "admin.on" : "admin.off"))
        }
    }

    private func signIn(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("sign-in.title"))
            if isActive { action("lien-ket", "admin.link", "admin.link.why", &html) }
            if lockedUntil != nil { action("mo-khoa", "admin.unlock", "admin.unlock.why", &html) }
            if hasStep { action("tat-buoc-hai", "admin.step-off", "admin.step-off.why", &html) }
        }
    }

    private func action(_ name: String, _ title: String, _ why: String, _ html: inout MarkupWriter) {
        html.form(to: "\(address)/\(name)", call.visit) { html in
            html.element("p", .class("quiet small"), text: words(why))
            html.element("p") { $0.button(words(title)) }
        }
    }

    private func positions(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("account.positions"))
            if seats.isEmpty { html.element("p", .class("quiet"), text: words("admin.no-position")) }
            html.element("ul", .class("lines")) { html in
                for seat in seats {
                    html.element("li") { html in
                        html.element("strong", text: seat.position.title)
                        html.element("div") { html in
                            html.element("a", .href(UnitAdministration.address(seat.unit.id)), text: seat.unit.name)
                        }
                        html.element("div", .class("quiet small"), text: words(seat.position.role.name))
                        guard seat.position != call.seat.position else { return }
                        html.form(to: "\(address)/thoi-giu", call.visit) { html in
                            html.button(
                                words("admin.release"), name: "position", value: String(seat.position.id.rawValue))
                        }
                    }
                }
            }
        }
    }

    private func appoint(_ html: inout MarkupWriter) {
        html.element("details", .class("panel"), seats.isEmpty ? .flag("open") : nil) { html in
            html.element("summary", text: words("admin.appoint"))
            html.form(to: "\(address)/bo-nhiem", call.visit) { html in
                html.position(Form(), words)
                html.button(words("admin.appoint"), .class("primary"))
            }
        }
    }

    private func standing(_ html: inout MarkupWriter) {
        guard account != call.seat.account else { return }
        html.element("details", .class("panel")) { html in
            html.element("summary", text: words(isActive ? "admin.deactivate" : "admin.reactivate"))
            html.form(to: "\(address)/\(isActive ? "ngung" : "dung-lai")", call.visit) { html in
                if isActive { html.element("p", text: words("admin.deactivate.why")) }
                html.field(Field("reason", words("admin.reason"), isRequired: true))
                html.button(
                    words(isActive ? "admin.deactivate" : "admin.reactivate"), .class(isActive ? "danger" : "primary"))
            }
        }
    }

    private func past(_ html: inout MarkupWriter) {
        let head = ["position.column.title", "admin.unit", "unit.from", "unit.until"].map { Column(words($0)) }
        html.table(caption: words("admin.holdings"), head: head) { html in
            for holding in holdings.reversed() {
                html.element("tr") { html in
                    html.element("td", text: holding.position.title)
                    html.element(
                        "td", text: call.directory.name(of: holding.position.organisation, on: holding.from) ?? "")
                    html.element("td", text: words.day(holding.from))
                    html.element("td", text: holding.until.map { words.day($0.adding(days: -1)) } ?? "")
                }
            }
        }
    }
}

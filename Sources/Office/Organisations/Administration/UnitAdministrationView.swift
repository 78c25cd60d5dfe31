import Markup
import Web
import WorkCalendar

/// Units, as who administers them finds one and begins a change.
struct UnitListView {
    let call: Call
    let entries: [Journal.Entry]
    let places: [String: String]
    private var words: Words { call.words }

    var page: Page {
        Page(
            words("admin.units"), section: "administration",
            trail: [Page.Link(words("admin.title"), AccountAdministration.path)], assets: ["office.css"]
        ) { html in
            html.element(
                "form", .class("panel filter"), Attribute("role", "search"),
                Attribute("action", UnitAdministration.path)
            ) { html in
                html.field(
                    Field(
                        "q", words("unit.search"), .line(.search), value: call.address["q"] ?? "",
                        suggestions: OrganisationPages.suggestions))
                html.button(words("unit.show"), .class("primary"))
            }
            if let typed = call.address["q"] { found(typed, &html) }
            html.element("h2", text: words("units.begin"))
            html.element("p", .class("actions")) { html in
                for kind in [UnitChange.Kind.add, .merge, .split, .transfer] { html.change(kind, nil, words) }
            }
            html.element("h2", text: words("units.recent"))
            html.history(entries, words, places: places)
        }
    }

    private func found(_ typed: String, _ html: inout MarkupWriter) {
        let units = call.directory.suggestions(for: typed, on: call.day, within: call.home, limit: 20)
        guard !units.isEmpty else {
            let values = ["typed": typed, "day": words.day(call.day)]
            html.element("p", .class("empty"), text: words("unit.none", values))
            return
        }
        html.element("ul", .class("lines")) { html in
            for unit in units {
                html.element("li") { html in
                    html.element(
                        "a", .href(UnitAdministration.address(unit.rawValue)),
                        text: call.directory.name(of: unit, on: call.day) ?? "")
                }
            }
        }
    }
}

/// One unit, with its positions and what can be recorded of it.
struct UnitAdministrationView: Sendable {
    let call: Call
    let unit: OrganisationID
    let positions: [(position: Position, holdings: [Holding])]
    let entries: [Journal.Entry]
    let places: [String: String]
    private var words: Words { call.words }

    var page: Page {
        Page(
            call.directory.name(of: unit, on: call.day) ?? "", section: "administration",
            trail: [
                Page.Link(words("admin.title"), AccountAdministration.path),
                Page.Link(words("admin.units"), UnitAdministration.path),
            ], assets: ["office.css"],
            actions: { html in
                html.element("a", .class("button"), .href("/co-quan/\(unit.rawValue)"), text: words("units.view"))
            }
        ) { html in
            if call.directory.version(of: unit, on: call.day) != nil {
                html.element("p", .class("actions")) { html in
                    for kind in [UnitChange.Kind.rename, .alias, .merge, .split, .transfer] {
                        html.change(kind, unit, words)
                    }
                }
            } else {
                html.element(
                    "p", .class("notice warning"), text: words("unit.not-standing", ["day": words.day(call.day)]))
            }
            html.element("h2", text: words("unit.positions"))
            for (position, holdings) in positions { one(position, holdings, &html) }
            if call.may(.manageAccounts) { add(&html) }
            html.element("h2", text: words("journal.history"))
            html.history(entries, words, places: places)
        }
    }

    private func one(_ position: Position, _ holdings: [Holding], _ html: inout MarkupWriter) {
        let now = holdings.last { $0.until == nil }
        html.element("section", .class("panel")) { html in
            html.element("h3", text: "\(position.title) (\(words(position.role.name)))")
            html.element("ul") { html in
                for holding in holdings.reversed() {
                    let until = holding.until.map { words.day($0.adding(days: -1)) } ?? words("units.now")
                    html.element("li") { html in
                        html.element(
                            "a", .href(AccountAdministration.address(holding.account.id)), text: holding.account.name)
                        html.text(": \(words.day(holding.from)) – \(until)")
                    }
                }
            }
            guard call.may(.manageAccounts), position != call.seat.position else { return }
            html.form(
                to: "/quan-tri/vi-tri/\(position.id.rawValue)/\(now == nil ? "bo-nhiem" : "thoi-giu")", call.visit,
                .class("row")
            ) { html in
                if now == nil {
                    html.element(
                        "input", Attribute("name", "login"), Attribute("aria-label", words("sign-in.login")),
                        Attribute("placeholder", words("sign-in.login")), .flag("required"))
                }
                html.button(words(now == nil ? "admin.appoint" : "admin.release"))
            }
        }
    }

    private func add(_ html: inout MarkupWriter) {
        html.element("details", .class("panel")) { html in
            html.element("summary", text: words("units.add-position"))
            html.form(to: "\(UnitAdministration.address(unit.rawValue))/vi-tri", call.visit) { html in
                html.field(Field("title", words("position.column.title"), isRequired: true))
                html.field(
                    Field(
                        "role", words("position.column.role"),
                        .choice(Role.allCases.map { ($0.rawValue, words($0.name)) }), value: Role.officer.rawValue))
                html.button(words("units.add-position"), .class("primary"))
            }
        }
    }
}

extension MarkupWriter {
    /// The way to the form of a change.
    fileprivate mutating func change(_ kind: UnitChange.Kind, _ unit: OrganisationID?, _ words: Words) {
        let address = PageAddress("\(UnitAdministration.path)/thay-doi").with("kind", kind.rawValue)
            .with("unit", unit.map { String($0.rawValue) })
        element("a", .class("button"), .href(address.description), text: words("units.kind.\(kind.rawValue)"))
    }
}

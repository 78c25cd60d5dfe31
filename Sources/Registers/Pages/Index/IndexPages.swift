import Markup
import Office
import Storage
import Web

/// All registers, group by group, with how many records each has.
struct RegisterIndex {
    let definitions: [Definition]
    let counts: [Key: Int]
    let sought: String
    /// How many terms are overdue and near, in all registers.
    let terms: [Key: [Term.Standing: Int]]
    let call: Call

    var page: Page {
        let words = call.words
        return Page(words("register.section"), section: "registers", assets: ["registers.css"]) { html in
            html.element(
                "form", .class("row search-line"), Attribute("action", RegisterPaths.index), Attribute("role", "search")
            ) { html in
                html.element(
                    "input", Attribute("type", "search"), Attribute("name", "q"), Attribute("value", sought),
                    Attribute("aria-label", words("register.find")), Attribute("placeholder", words("register.find")))
                html.button(words("register.search"))
            }
            due(&html)
            if definitions.isEmpty {
                html.element("div", .class("empty")) { html in
                    html.element("p", text: words(sought.isEmpty ? "register.none" : "register.none-found"))
                    if !sought.isEmpty {
                        html.element(
                            "a", .class("button"), .href(RegisterPaths.index), text: words("register.show-all"))
                    }
                }
            }
            for group in Definition.Group.allCases {
                let own = definitions.filter { $0.group == group }
                if !own.isEmpty { write(group, own, &html) }
            }
        }
    }

    /// What is due, where anything is.
    private func due(_ html: inout MarkupWriter) {
        func count(_ standing: Term.Standing) -> Int { terms.values.reduce(0) { $0 + ($1[standing] ?? 0) } }
        html.element("p", .class("row")) { html in
            html.element("a", .href(RegisterPaths.terms), text: call.words("term.title"))
            for standing in [Term.Standing.overdue, .soon] where count(standing) > 0 {
                html.element(
                    "a", .class("badge \(standing.look)"),
                    .href(PageAddress(RegisterPaths.terms, [(TermPage.Item.standing, standing.rawValue)]).description),
                    text: "\(call.words.number(count(standing))) \(call.words("term.\(standing.rawValue)"))")
            }
        }
    }

    private func write(_ group: Definition.Group, _ own: [Definition], _ html: inout MarkupWriter) {
        let words = call.words
        html.element("section", .class("registers")) { html in
            html.element("h2", text: words("register.group.\(group.rawValue)"))
            html.element("ul") { html in
                for definition in own {
                    let count = counts[definition.key] ?? 0
                    html.element("li") { html in
                        html.element("a", .href(RegisterPaths.list(definition.key))) { html in
                            html.element("strong", text: definition.names[words.language])
                            html.element(
                                "span", .class(count == 0 ? "number quiet" : "number"),
                                text: count == 0
                                    ? words("register.no-records")
                                    : "\(words.number(count)) \(definition.record[words.language])")
                        }
                        html.element("p", .class("quiet small"), text: definition.about[words.language])
                    }
                }
            }
        }
    }
}

extension RegisterPages {
    func addIndex(to routes: inout DeskRoutes) {
        routes.get(RegisterPaths.index, .may(.readRecords)) { [self] call in
            let sought = call.address["q"] ?? ""
            let index = try await desk.store.read { db in
                let all = try definitions.definitions(db)
                let language = call.words.language
                let words = sought.soughtWords
                let found = all.all.filter { definition in
                    guard call.may(definition.reading) else { return false }
                    let texts = [definition.names, definition.record, definition.about].map { $0[language] }
                    return words.isEmpty || " \(texts.joined(separator: " ").soughtWords)".contains(" \(words)")
                }
                return RegisterIndex(
                    definitions: found, counts: try memory.totals(all, within: call.scope(.readRecords), db),
                    sought: sought, terms: try memory.terms(on: call.day, within: all.termScopes(call), db),
                    call: call)
            }
            return desk.page(index.page, call)
        }
    }
}

import Markup
import Office
import Storage
import Web
import WorkCalendar

/// What the page of the search shows.
struct SearchPage {
    let text: String
    let found: FoundAnswer

    init(_ call: Call, _ memory: WorkMemory, _ db: Transaction) throws {
        text = String((call.address["q"] ?? "").prefix(200))
        found =
            text.isBlank
            ? FoundAnswer()
            : try Following.search(
                text, within: call.sight, around: call.seat.position.organisation, call.directory, memory, db)
    }

    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(words("found.title"), assets: ["plans.css", "plans.js"]) { html in
            html.element(
                "form", .class("row search-line"), Attribute("action", Paths.search), Attribute("role", "search")
            ) { html in
                html.element(
                    "input", Attribute("type", "search"), Attribute("name", "q"), Attribute("value", text),
                    .id("search-words"),
                    Attribute("aria-label", words("found.words")), Attribute("placeholder", words("found.words")),
                    .flag("autofocus"))
                html.button(words("work.search"), .class("primary"))
            }
            html.element("div", .id("found"), Attribute("aria-live", "polite")) { results(call, &$0) }
        }
    }

    private func results(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        if text.isBlank {
            html.element("p", .class("empty"), text: words("found.hint"))
        } else if found.isEmpty {
            html.element("p", .class("empty"), text: words("found.nothing", ["text": text]))
        }
        for (key, things) in [
            ("found.units", found.units), ("found.assignments", found.assignments),
            ("found.documents", found.documents),
        ] where !things.isEmpty {
            html.element("h2", text: words(key))
            html.element("ul", .class("lines work")) { html in
                for thing in things {
                    html.element("li") { html in
                        html.element("a", .class("open"), .href(address(thing.thing))) { $0.runs(thing.title) }
                        if !thing.excerpt.isEmpty { html.element("p", .class("small")) { $0.runs(thing.excerpt) } }
                    }
                }
            }
        }
    }

    private func address(_ thing: FoundWork.Thing) -> String {
        switch thing {
        case .unit(let unit): Paths.work(WorkQuestion().with { $0.unit = unit })
        case .assignment(_, _, let occurrence?): Paths.occurrence(occurrence)
        case .assignment(_, let plan, nil), .document(_, let plan?): Paths.plan(plan)
        case .document: Paths.plans
        }
    }
}

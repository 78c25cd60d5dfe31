import Markup
import Office
import Web
import WorkCalendar

/// What the page of the plans shows.
struct PlanListPage {
    let lines: [PlanLine]
    let words: String
    let page: Int

    func view(_ call: Call) -> Page {
        let texts = call.words
        return Page(texts("plans.title"), section: "plans", assets: ["plans.css"]) { html in
            html.element(
                "form", .class("row search-line"), Attribute("action", Paths.plans), Attribute("role", "search")
            ) { html in
                html.element(
                    "input", Attribute("type", "search"), Attribute("name", "q"), Attribute("value", words),
                    Attribute("aria-label", texts("plans.words")), Attribute("placeholder", texts("plans.words")))
                html.button(texts("work.search"))
            }
            guard !lines.isEmpty else {
                html.element("p", .class("empty"), text: texts(words.isEmpty ? "plans.empty" : "plans.none"))
                return
            }
            html.element("ul", .class("lines plans")) { html in for line in lines { html.plan(line, call) } }
            pages(texts, &html)
        }
    }

    private func pages(_ texts: Words, _ html: inout MarkupWriter) {
        guard page > 1 || lines.count == Following.plansOfPage else { return }
        let address = PageAddress(Paths.plans, words.isEmpty ? [] : [("q", words)])
        html.element("nav", .class("pages"), Attribute("aria-label", texts("work.pages"))) { html in
            if page > 1 {
                html.element(
                    "a", .class("button"), .href(address.with("trang", String(page - 1)).description),
                    text: texts("work.previous"))
            }
            if lines.count == Following.plansOfPage {
                html.element(
                    "a", .class("button"), .href(address.with("trang", String(page + 1)).description),
                    text: texts("work.next"))
            }
        }
    }
}

extension MarkupWriter {
    /// A plan in a list: its name, and how its work stands.
    mutating func plan(_ line: PlanLine, _ call: Call) {
        let words = call.words
        element("li") { html in
            html.element("a", .class("open"), .href(Paths.plan(line.plan))) { html in
                html.element("strong", text: line.number ?? words("work.no-number"))
                html.text(" \(line.title)")
            }
            html.element("p", .class("row small quiet")) { html in
                if let day = line.day { html.element("span", text: words.day(day)) }
                if let issuer = line.issuer { html.element("span", text: issuer) }
                html.element(
                    "span",
                    text: line.counts.total == 0
                        ? words("plans.no-work") : words("plans.work", ["count": words.number(line.counts.total)]))
                if line.counts[.openLate] > 0 {
                    html.element(
                        "span", .class("badge late"),
                        text: words("plans.late", ["count": words.number(line.counts[.openLate])]))
                }
            }
            if line.counts.total > 0 { html.bar(line.counts, words) }
        }
    }
}

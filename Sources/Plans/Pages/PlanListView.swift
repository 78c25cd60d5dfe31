import Markup
import Office
import Web
import WorkCalendar

/// What the page of the plans shows.
struct PlanListPage {
    /// One more than a page has, where there are more.
    let lines: [PlanLine]
    let page: Int

    /// How many plans a page has.
    static let length = 30

    func view(_ call: Call) -> Page {
        let (texts, asked) = (call.words, call.address.moved(to: Paths.plans).with("trang", nil))
        let words = asked["q"] ?? ""
        return Page(
            texts("plans.title"), section: "plans", assets: ["plans.css"], actions: { $0.fileLinks(asked, texts) }
        ) { html in
            html.element(
                "form", .class("row search-line"), Attribute("action", Paths.plans), Attribute("role", "search")
            ) { html in
                if let order = asked["xep"] { html.hidden("xep", order) }
                html.element(
                    "input", Attribute("type", "search"), Attribute("name", "q"), Attribute("value", words),
                    Attribute("aria-label", texts("plans.words")), Attribute("placeholder", texts("plans.words")))
                html.button(texts("work.search"))
            }
            guard !lines.isEmpty else {
                html.element("p", .class("empty"), text: texts(words.isEmpty ? "plans.empty" : "plans.none"))
                return
            }
            orders(asked, texts, &html)
            html.element("ul", .class("lines plans")) { html in
                for line in lines.prefix(Self.length) { html.plan(line, call) }
            }
            pages(asked, texts, &html)
        }
    }

    private func orders(_ asked: PageAddress, _ texts: Words, _ html: inout MarkupWriter) {
        let chosen = asked["xep"].flatMap(PlanOrder.init) ?? .latest
        html.element("nav", .class("row small orders"), Attribute("aria-label", texts("work.order"))) { html in
            html.element("span", .class("quiet"), text: texts("work.order"))
            for order in PlanOrder.allCases {
                html.element(
                    "a", .href(asked.with("xep", order == .latest ? nil : order.rawValue).description),
                    order == chosen ? Attribute("aria-current", "true") : nil,
                    text: texts("plans.order.\(order.rawValue)"))
            }
        }
    }

    private func pages(_ address: PageAddress, _ texts: Words, _ html: inout MarkupWriter) {
        guard page > 1 || lines.count > Self.length else { return }
        html.element("nav", .class("pages"), Attribute("aria-label", texts("work.pages"))) { html in
            if page > 1 {
                html.element(
                    "a", .class("button"), .href(address.with("trang", String(page - 1)).description),
                    text: texts("work.previous"))
            }
            if lines.count > Self.length {
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

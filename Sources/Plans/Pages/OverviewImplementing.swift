import Markup
import Office
import Web

extension OverviewPage {
    /// Who has not issued the plan of its own that a plan asks for, plan by plan.
    func implementing(_ call: Call, _ html: inout MarkupWriter) {
        guard !overview.implementing.isEmpty else { return }
        let words = call.words
        html.element("section", .class("panel chart")) { html in
            html.element("h2", text: words("plans.implementing"))
            html.element("ul", .class("part-bars")) { html in
                for plan in overview.implementing { html.element("li") { item(plan, call, &$0) } }
            }
        }
    }

    private func item(_ plan: ImplementingOverview, _ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let missing = plan.owed.filter { $0.standing != .issued }
        let late = missing.count { $0.standing == .late }
        html.element("span", .class("part-name")) { html in
            html.element("a", .href("\(Paths.plan(plan.plan))#\(PlanPage.implementingPlace)"), text: plan.name)
        }
        html.element(
            "span", .class(late > 0 ? "small late" : "small quiet"),
            text: words(
                "overview.implementing",
                [
                    "missing": words.number(missing.count), "count": words.number(plan.owed.count),
                    "late": words.number(late),
                ]))
        html.element("details") { html in
            html.element("summary", text: words("overview.implementing.units"))
            html.table(
                caption: plan.name, head: ["work.unit", "work.due", "work.state"].map { Column(words($0)) }
            ) { html in
                for owed in missing {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { html in
                            html.element(
                                "a", .href(Paths.occurrence(owed.occurrence)),
                                text: call.unitName(owed.unit, written: owed.written))
                        }
                        html.element("td", text: owed.due.map { words.day($0) } ?? words("work.undated"))
                        html.element("td") { $0.implementing(owed.standing, words) }
                    }
                }
            }
        }
    }
}

extension PlanPage {
    /// Where the page of a plan says who has issued an implementing plan.
    static let implementingPlace = "trien-khai"
}

extension MarkupWriter {
    /// Whether an implementing plan is there, as a badge.
    mutating func implementing(_ standing: ImplementingPlan.Standing, _ words: Words) {
        element(
            "span", .class("badge \(standing == .issued ? "done" : standing == .late ? "late" : "")"),
            text: words("plans.implementing.\(standing.rawValue)"))
    }
}

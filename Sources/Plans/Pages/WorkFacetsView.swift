import Markup
import Office
import Web
import WorkCalendar

/// The filters beside the list: each value with how many rows it would leave.
struct WorkFacetsView {
    let question: WorkQuestion
    let facets: WorkFacets
    let call: Call

    /// How many values of a filter are seen at once.
    private static let most = 8

    func write(to html: inout MarkupWriter) {
        let words = call.words
        role(words, &html)
        facet(
            words("work.state"),
            OccurrenceState.allCases.map { state in
                Value(
                    text: words("state.\(state.rawValue)"), count: facets.states[state],
                    isChosen: question.states.contains(state),
                    address: address { question in
                        if question.states.remove(state) == nil { question.states.insert(state) }
                    })
            }, &html)
        facet(
            words("work.due"),
            facets.quarters.map { quarter in
                let due: WorkQuestion.Due = quarter.value.map { .period($0) } ?? .undated
                let isChosen = question.due == due
                return Value(
                    text: quarter.value?.words(words) ?? words("work.undated"), count: quarter.count,
                    isChosen: isChosen, address: address { $0.due = isChosen ? nil : due })
            }, &html, from: quarterOfToday)
        facet(
            words("work.unit"),
            facets.units.compactMap { unit in
                guard let id = unit.value else { return nil }
                let isChosen = question.unit == id
                return Value(
                    text: call.unitName(id), count: unit.count, isChosen: isChosen,
                    address: address { $0.unit = isChosen ? nil : id })
            }, &html)
        facet(
            words("work.plan"),
            facets.plans.map { plan in
                let isChosen = question.plan == plan.value.plan
                return Value(
                    text: plan.value.name, count: plan.count, isChosen: isChosen,
                    address: address {
                        $0.plan = isChosen ? nil : plan.value.plan
                        $0.group = nil
                    })
            }, &html)
    }

    private struct Value {
        let text: String
        let count: Int
        let isChosen: Bool
        let address: String
    }

    private func address(_ change: (inout WorkQuestion) -> Void) -> String { Paths.work(question.with(change)) }

    /// Quarters are many: the one of today and what follows is seen first.
    private var quarterOfToday: Int {
        facets.quarters.firstIndex { $0.value.map { $0.lastDay >= call.day } ?? true } ?? 0
    }

    /// Leading or taking part: for whoever sees some units only, or has chosen one.
    private func role(_ words: Words, _ html: inout MarkupWriter) {
        if question.unit == nil, case .everything = call.sight.scope { return }
        html.element("section", .class("facet")) { html in
            html.element("h2", text: words("work.role"))
            html.element("ul") { html in
                for role in AssignmentBody.Role.allCases {
                    html.element("li") { html in
                        html.element(
                            "a", .href(address { $0.role = role }),
                            question.role == role ? Attribute("aria-current", "true") : nil,
                            text: words("work.role.\(role.rawValue)"))
                    }
                }
            }
        }
    }

    /// - Parameter from: The first value that is seen at once, where they have an order of their own.
    private func facet(_ title: String, _ values: [Value], _ html: inout MarkupWriter, from: Int = 0) {
        guard !values.isEmpty else { return }
        let shown = values.indices.filter { (from..<from + Self.most).contains($0) || values[$0].isChosen }
        html.element("section", .class("facet")) { html in
            html.element("h2", text: title)
            list(shown.map { values[$0] }, &html)
            guard shown.count < values.count else { return }
            html.element("details") { html in
                html.element("summary", text: call.words("work.more", ["count": call.words.number(values.count)]))
                list(values, &html)
            }
        }
    }

    private func list(_ values: [Value], _ html: inout MarkupWriter) {
        html.element("ul") { html in
            for value in values {
                html.element("li") { html in
                    html.element("a", .href(value.address), value.isChosen ? Attribute("aria-current", "true") : nil) {
                        html in
                        html.element("span", text: value.text)
                        html.element("span", .class("number"), text: call.words.number(value.count))
                    }
                }
            }
        }
    }
}

import Markup
import Office
package import Storage
import Web
package import WorkCalendar

/// What was planned of a record beside what came of it.
struct PlanPanel: RecordPanel {
    let pairs: [PlanAgainstActual.Pair]
    let standing: String?

    let isBroad = true

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let (words, request) = (page.words, page.request)
        html.element("h2") { html in
            html.text(words("behaviour.plan-against-actual"))
            if let standing {
                html.text(" ")
                html.element(
                    "span", .class("badge \(PlanAgainstActual.look(of: standing))"),
                    text: words("behaviour.plan-against-actual.\(standing)"))
            }
        }
        let head = ["plan.what", "plan.planned", "plan.actual", "plan.difference"].map { words($0) }
        html.element("div", .class("cards")) { html in
            html.table(
                caption: words("behaviour.plan-against-actual"),
                head: head.enumerated().map { Column($1, isNumber: $0 > 0) }
            ) { html in
                for pair in pairs {
                    guard let planned = page.definition[pair.planned], let actual = page.definition[pair.actual] else {
                        continue
                    }
                    let values = (page.record.content.values[pair.planned], page.record.content.values[pair.actual])
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row"), text: request.name(actual.names))
                        for (place, field, value) in [(1, planned, values.0), (2, actual, values.1)] {
                            html.element(
                                "td", .class("number"), Attribute("data-label", head[place]),
                                text: value.map { request.writing.text($0, field, isLong: true) } ?? "–")
                        }
                        html.element(
                            "td", .class("number"), Attribute("data-label", head[3]),
                            text: difference(values.0, values.1, actual, page))
                    }
                }
            }
        }
    }

    /// How the one differs from the other, in words.
    private func difference(
        _ planned: FieldValue?, _ actual: FieldValue?, _ field: FieldDefinition, _ page: RecordPage
    ) -> String {
        let (words, writing) = (page.words, page.request.writing)
        func signed(_ units: Int, _ text: String) -> String { units > 0 ? "+\(text)" : text }
        switch (planned, actual) {
        case (.number(let planned)?, .number(let actual)?):
            let units = actual - planned
            return signed(units, writing.number(units, places: field.places))
        case (.money(let planned)?, .money(let actual)?):
            guard planned.currency == actual.currency else { return words("plan.currencies") }
            let units = actual.hundredths - planned.hundredths
            return signed(units, writing.money(Money(hundredths: units, currency: actual.currency)))
        case (.date(let planned)?, .date(let actual)?):
            if actual.firstDay >= planned.firstDay, actual.lastDay <= planned.lastDay {
                return words("plan.as-planned")
            }
            let isLate = actual.firstDay > planned.lastDay
            let days =
                isLate
                ? actual.firstDay.number - planned.lastDay.number : planned.firstDay.number - actual.lastDay.number
            return words(isLate ? "plan.later" : "plan.earlier", ["count": words.number(days)])
        case (let planned?, let actual?): return planned == actual ? words("plan.as-planned") : words("plan.other")
        default: return ""
        }
    }
}

extension PlanAgainstActual: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        let filled = pairs.filter {
            record.content.values[$0.planned] != nil || record.content.values[$0.actual] != nil
        }
        guard !filled.isEmpty else { return nil }
        return PlanPanel(pairs: filled, standing: standing(of: record, in: request.definition, on: request.call.day))
    }
}

extension PlanAgainstActual: SortingBehaviour {
    package static var standings: [String] { ["as-planned", "unplanned", "expected", "not-done"] }

    static func look(of standing: String) -> String {
        switch standing {
        case "as-planned": "done"
        case "expected": "accent"
        default: "wait"
        }
    }

    /// The pair of days: when it was planned for, and when it was.
    private func days(_ definition: Definition) -> (planned: FieldDefinition, actual: FieldDefinition)? {
        for pair in pairs {
            guard let planned = definition[pair.planned], let actual = definition[pair.actual],
                Kind.dated.contains(planned.kind)
            else { continue }
            return (planned, actual)
        }
        return nil
    }

    /// Whether it was planned, and came about.
    func standing(of record: Record, in definition: Definition, on day: Day) -> String? {
        guard let (planned, actual) = days(definition) else { return nil }
        let due = record.day(of: planned.key, last: true)
        let isDone = record.content.values[actual.key] != nil
        guard let due else { return isDone ? "unplanned" : nil }
        if isDone { return "as-planned" }
        return due < day || definition.state(record.state)?.isClosed == true ? "not-done" : "expected"
    }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        guard let (planned, actual) = days(definition), let end = planned.columns.last?.name,
            let begun = actual.columns.first?.name
        else { return "SELECT 0 AS record WHERE 1 = 0" }
        let due: Query = "r.\(name: end)", done: Query = "r.\(name: begun)"
        let closed = definition.states.filter(\.isClosed).map(\.key.text)
        let isOver: Query = "(\(due) < \(day) OR r.state IN (\(list: closed)))"
        let test: Query =
            switch standing {
            case "as-planned": "\(due) IS NOT NULL AND \(done) IS NOT NULL"
            case "unplanned": "\(due) IS NULL AND \(done) IS NOT NULL"
            case "not-done": "\(due) IS NOT NULL AND \(done) IS NULL AND \(isOver)"
            default: "\(due) IS NOT NULL AND \(done) IS NULL AND NOT \(isOver)"
            }
        return "SELECT r.id AS record FROM \(definition.source()) WHERE \(test)"
    }
}

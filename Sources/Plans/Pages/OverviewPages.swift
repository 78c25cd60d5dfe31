import Markup
import Office
import Storage
import Web
import WorkCalendar

/// What the dashboard shows: every chart is drawn here, and has its table.
struct OverviewPage {
    let year: Int
    let overview: Overview
    let late: [WorkLine]

    init(_ call: Call, _ memory: WorkMemory, _ db: Transaction) throws {
        let asked = call.address["nam"].flatMap { Int($0) } ?? call.day.year
        year = min(max(asked, 2000), call.day.year + 10)
        overview = try Following.overview(of: year, within: call.sight, call.directory, memory, db)
        var late = WorkQuestion()
        late.states = [.openLate]
        self.late = try Following.work(late, offset: 0, limit: 10, within: call.sight, call.directory, db)
    }

    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(
            words("overview.title"), section: "overview", assets: ["plans.css"], isWide: true,
            actions: { html in
                for year in [year - 1, year + 1] {
                    html.element(
                        "a", .class("button"), .href("\(Paths.overview)?nam=\(year)"),
                        text: words("overview.year", ["year": String(year)]))
                }
            }
        ) { html in
            html.element(
                "p", .class("quiet"),
                text: words("overview.of", ["year": String(year), "day": words.day(call.day), "unit": scopeName(call)]))
            guard overview.counts.total > 0 else {
                html.element("p", .class("empty"), text: words("overview.empty", ["year": String(year)]))
                return
            }
            tiles(call, &html)
            html.element("div", .class("columns charts")) { html in
                months(call, &html)
                trend(call, &html)
                parts(
                    "overview.by-unit", "work.unit",
                    overview.units.map { unit in
                        (
                            unit.key.map { call.unitName($0) } ?? words("plans.nobody"),
                            unit.key.map { id in work { $0.unit = id } }, unit.counts
                        )
                    }, call, &html)
                parts(
                    "overview.by-plan", "work.plan",
                    overview.plans.map { ($0.name, Paths.plan($0.plan), $0.counts) }, call, &html)
                lateList(call, &html)
                implementing(call, &html)
                targets(call, &html)
            }
        }
    }

    private func scopeName(_ call: Call) -> String {
        call.sight.scope == .everything ? call.words("overview.everything") : call.seat.unit.name
    }

    func work(_ change: (inout WorkQuestion) -> Void) -> String {
        Paths.work(
            WorkQuestion().with {
                $0.due = .period(.year(year))
                change(&$0)
            })
    }

    private func tiles(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let done = overview.counts[.doneInTime] + overview.counts[.doneLate]
        html.element("section", .class("panel")) { html in
            html.element("p", .class("lead")) { html in
                html.text(
                    words(
                        "overview.sum",
                        [
                            "done": words.number(done), "total": words.number(overview.counts.total),
                            "share": words.number(done * 100 / max(overview.counts.total, 1)),
                        ]))
            }
            html.bar(overview.counts, words)
            html.legend(overview.counts, words) { state in
                // What is late is late from before, too.
                state == .openLate
                    ? Paths.work(WorkQuestion().with { $0.states = [state] }) : work { $0.states = [state] }
            }
        }
    }

    // MARK: Lists

    private func lateList(_ call: Call, _ html: inout MarkupWriter) {
        guard !late.isEmpty else { return }
        let words = call.words
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("overview.late"))
            html.element("ul", .class("days")) { html in
                for line in late {
                    html.element("li", .class("edge-openLate")) { html in
                        html.element("a", .href(Paths.occurrence(line.occurrence)), text: line.text)
                        html.element("span", .class("small quiet")) { html in
                            html.text("\(call.unitName(line.unit, written: line.written)) · ")
                            html.due(line.due, line.state, on: call.day, words)
                        }
                    }
                }
            }
            html.element("p") { html in
                let address = Paths.work(WorkQuestion().with { $0.states = [.openLate] })
                html.element("a", .href(address), text: words("overview.all-late"))
            }
        }
    }

    private func targets(_ call: Call, _ html: inout MarkupWriter) {
        guard !overview.targets.isEmpty else { return }
        let words = call.words
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("overview.targets"))
            html.element("ul", .class("part-bars")) { html in
                for target in overview.targets {
                    let goal = max(target.least ?? target.most ?? 1, 1)
                    html.element("li") { html in
                        html.element(
                            "a", .class("part-name"), .href(Paths.occurrence(target.occurrence)), text: target.text)
                        html.element(
                            "span", .class("small quiet"),
                            text:
                                "\(call.unitName(target.unit)) · \(words.number(target.done))/\(words.number(goal)) \(target.of)"
                        )
                        html.element(
                            "progress", Attribute("max", String(goal)),
                            Attribute("value", String(min(target.done, goal))),
                            Attribute("aria-label", target.text))
                    }
                }
            }
        }
    }
}

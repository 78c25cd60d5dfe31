import Markup
import Office
import Web
import WorkCalendar

extension PlanPage {
    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(
            [number, title].compactMap(\.self).joined(separator: " · "), section: "plans",
            trail: [Page.Link(words("plans.title"), Paths.plans)], assets: ["plans.css"],
            actions: { html in
                if call.may(.review) {
                    html.element(
                        "a", .class("button"), .href(ReviewPages.path(plan.id)), text: words("plans.review"))
                }
                html.element("a", .class("button"), .href("\(Paths.plan(plan.id))/tep"), text: words("plans.file"))
                html.element("a", .class("button"), .href(work()), text: words("plans.as-work"))
            }
        ) { html in
            head(call, &html)
            if progress.counts.total > 0 {
                html.element("section", .class("panel")) { html in
                    html.bar(progress.counts, words)
                    html.legend(progress.counts, words) { state in work { $0.states = [state] } }
                }
                groups(call, &html)
                units(call, &html)
            }
            implementingPlans(call, &html)
            links(call, &html)
            assignmentList(call, &html)
        }
    }

    private func work(_ change: (inout WorkQuestion) -> Void = { _ in }) -> String {
        Paths.work(
            WorkQuestion().with {
                $0.plan = plan.id
                change(&$0)
            })
    }

    private func head(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        for ending in endings where ending.assignment == nil {
            html.element("p", .class("notice warning")) { html in
                let values = ["day": words.day(ending.day), "paper": ending.paper]
                html.text(words(ending.replacement == nil ? "plans.recalled" : "plans.replaced", values))
                if let by = ending.replacement {
                    html.text(" ")
                    html.element("a", .href(Paths.plan(by)), text: words("plans.replacement"))
                }
            }
        }
        if drafts > 0, case .everything = call.sight.scope {
            html.element(
                "p", .class("notice warning"), text: words("plans.drafts", ["count": words.number(drafts)]))
        }
        html.element("dl", .class("facts panel")) { html in
            if let issuer {
                html.element("dt", text: words("plans.issuer"))
                html.element("dd", text: issuer)
            }
            if let day {
                html.element("dt", text: words("plans.day"))
                html.element("dd", text: words.day(day))
            }
            if let until = plan.until {
                html.element("dt", text: words("plans.period"))
                html.element("dd", text: [plan.from, until].compactMap(\.self).map(words.day).joined(separator: " – "))
            }
            html.element("dt", text: words("plans.assignments"))
            html.element("dd", text: words.number(assignments.count))
        }
    }

    private func groups(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        guard progress.groups.contains(where: { $0.key != nil }) else { return }
        html.element("h2", text: words("plans.by-group"))
        parts("plans.by-group", "plans.group", progress.groups, words, &html) { group, html in
            html.element("a", .href(work { $0.group = group }), text: group ?? words("plans.no-group"))
        }
    }

    private func units(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("h2", text: words("plans.by-unit"))
        // Who is late stands above; many units are folded.
        let sorted = progress.units.enumerated().sorted {
            ($1.element.counts[.openLate], $0.offset) < ($0.element.counts[.openLate], $1.offset)
        }.map(\.element)
        func name(_ unit: OrganisationID?, _ html: inout MarkupWriter) {
            guard let unit else { return html.text(words("plans.nobody")) }
            html.element("a", .href(work { $0.unit = unit }), text: call.unitName(unit))
        }
        parts("plans.by-unit", "work.unit", Array(sorted.prefix(12)), words, &html, name: name)
        guard sorted.count > 12 else { return }
        html.element("details") { html in
            html.element("summary", text: words("work.more", ["count": words.number(sorted.count)]))
            parts("plans.by-unit", "work.unit", Array(sorted.dropFirst(12)), words, &html, name: name)
        }
    }

    /// Parts of the plan, each with its bar and its numbers; on a phone each is a card.
    private func parts<Key>(
        _ title: String, _ column: String, _ parts: [PlanProgress.Part<Key>], _ words: Words,
        _ html: inout MarkupWriter, name: (Key, inout MarkupWriter) -> Void
    ) {
        html.element("div", .class("cards")) { html in
            html.table(caption: words(title), head: [Column(words(column)), Column("")] + Column.states(words)) {
                html in
                for part in parts {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { name(part.key, &$0) }
                        html.element("td", .class("bars")) { $0.bar(part.counts, words) }
                        html.cells(part.counts, words)
                    }
                }
            }
        }
    }

    private func implementingPlans(_ call: Call, _ html: inout MarkupWriter) {
        guard !implementing.isEmpty else { return }
        let words = call.words
        html.element("h2", .id(Self.implementingPlace), text: words("plans.implementing"))
        let issued = implementing.count { $0.standing == .issued }
        html.element(
            "p",
            text: words(
                "plans.implementing-count",
                ["issued": words.number(issued), "count": words.number(implementing.count)]))
        html.element("ul", .class("lines")) { html in
            for owed in implementing {
                html.element("li", .class("row")) { html in
                    html.implementing(owed.standing, words)
                    html.element(
                        "a", .href(Paths.occurrence(owed.occurrence)),
                        text: call.unitName(owed.unit, written: owed.written))
                    if let due = owed.due { html.element("span", .class("quiet small"), text: words.day(due)) }
                }
            }
        }
    }

    private func links(_ call: Call, _ html: inout MarkupWriter) {
        for (key, plans) in [("plans.parents", parents), ("plans.children", children)] where !plans.isEmpty {
            html.element("h2", text: call.words(key))
            html.element("ul", .class("lines plans")) { html in for line in plans { html.plan(line, call) } }
        }
    }

    private func assignmentList(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("h2", text: words("plans.assignments"))
        var group: String?
        html.element("ol", .class("lines assignments")) { html in
            for line in assignments {
                html.element("li") { html in
                    if let title = line.group, title != group {
                        html.element("h3", text: title)
                        group = title
                    }
                    html.element("p") { html in
                        if let occurrence = line.occurrence {
                            let address =
                                line.counts.total == 1
                                ? Paths.occurrence(occurrence) : work { $0.words = "\"\(line.text)\"" }
                            html.element("a", .href(address), text: line.text)
                        } else {
                            html.text(line.text)
                        }
                    }
                    html.element("p", .class("row small quiet")) { html in
                        if line.state == .draft {
                            html.element("span", .class("badge wait"), text: words("plans.draft"))
                        }
                        if let deadline = line.deadline { html.element("span", text: deadline) }
                        for state in OccurrenceState.shown where line.counts[state] > 0 {
                            html.element(
                                "span", .class("badge \(state.look)"),
                                text: "\(words("state.short.\(state.rawValue)")) \(words.number(line.counts[state]))")
                        }
                    }
                }
            }
        }
    }
}

import Markup
import Office
import Web
import WorkCalendar

extension WorkListPage {
    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(
            words("work.title"), section: "work", assets: ["plans.css"], isWide: true,
            actions: { html in
                html.element(
                    "a", .class("button"), .href(Paths.address(Paths.calendar, question)), text: words("work.calendar"))
                let asked = question.with { _ in }.items.map { ($0.name, $0.value) }
                html.fileLinks(PageAddress(Paths.work, asked), words)
            }
        ) { html in
            guard let facets else { return rows(call, &html) }
            html.element("div", .class("aside facets")) { html in
                html.element("div") { html in
                    html.element(
                        "input", Attribute("type", "checkbox"), .id("show-facets"), .class("unseen"),
                        Attribute("aria-label", words("work.filters")))
                    html.element(
                        "label", .class("button"), Attribute("for", "show-facets"), text: words("work.filters"))
                    html.element("nav", .class("filters"), Attribute("aria-label", words("work.filters"))) { html in
                        WorkFacetsView(question: question, facets: facets, call: call).write(to: &html)
                        saved(call, &html)
                        html.element("a", .href(address { $0.hidesFilters = true }), text: words("work.hide-filters"))
                    }
                }
                html.element("div") { rows(call, &$0) }
            }
        }
    }

    private func rows(_ call: Call, _ html: inout MarkupWriter) {
        head(call, &html)
        if lines.isEmpty { empty(call, &html) } else { table(call, &html) }
        pages(call.words, &html)
    }

    private func address(_ change: (inout WorkQuestion) -> Void) -> String { Paths.work(question.with(change)) }

    // MARK: Above the table

    private func head(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("form", .class("row search-line"), Attribute("action", Paths.work), Attribute("role", "search")) {
            html in
            for item in question.with({ $0.words = "" }).items { html.hidden(item.name, item.value) }
            html.element(
                "input", Attribute("type", "search"), Attribute("name", "q"), Attribute("value", question.words),
                Attribute("aria-label", words("work.words")), Attribute("placeholder", words("work.words")))
            html.button(words("work.search"))
        }
        html.element("p", .class("row chips")) { html in
            if let facets {
                html.element("strong", text: words("work.total", ["count": words.number(facets.total)]))
            } else {
                html.element(
                    "a", .class("button"), .href(address { $0.hidesFilters = false }), text: words("work.show-filters"))
            }
            for chip in chips(call) {
                html.element("a", .class("chip"), .href(chip.address)) { html in
                    html.text(chip.text)
                    html.element("span", .class("unseen"), text: " (\(words("work.remove")))")
                }
            }
            if !question.isOpen { html.element("a", .href(Paths.work), text: words("work.remove-all")) }
        }
    }

    private struct Chip {
        let text: String
        let address: String
    }

    /// What narrows the list now, each with the address without it.
    private func chips(_ call: Call) -> [Chip] {
        let words = call.words
        var chips: [Chip] = []
        if let unit = question.unit {
            chips.append(Chip(text: call.unitName(unit), address: address { $0.unit = nil }))
        }
        if question.role == .coordinate {
            chips.append(Chip(text: words("work.role.coordinate"), address: address { $0.role = .lead }))
        }
        if question.plan != nil {
            chips.append(
                Chip(
                    text: chosenPlan ?? words("work.plan"),
                    address: address {
                        $0.plan = nil
                        $0.group = nil
                    }))
        }
        if let group = question.group { chips.append(Chip(text: group, address: address { $0.group = nil })) }
        for state in OccurrenceState.allCases where question.states.contains(state) {
            chips.append(Chip(text: words("state.\(state.rawValue)"), address: address { $0.states.remove(state) }))
        }
        if let due = question.due {
            let text =
                switch due {
                case .period(let period): period.words(words)
                case .window(let window): "\(words.day(window.first)) – \(words.day(window.last))"
                case .undated: words("work.undated")
                }
            chips.append(Chip(text: text, address: address { $0.due = nil }))
        }
        if !question.words.isEmpty {
            chips.append(Chip(text: "“\(question.words)”", address: address { $0.words = "" }))
        }
        return chips
    }

    private func empty(_ call: Call, _ html: inout MarkupWriter) {
        html.element("div", .class("empty")) { html in
            html.element("p", text: call.words(question.isOpen ? "work.empty" : "work.empty-filtered"))
            if !question.isOpen {
                html.element("a", .class("button"), .href(Paths.work), text: call.words("work.remove-all"))
            }
        }
    }

    // MARK: The table

    private func column(_ key: String, _ order: WorkQuestion.Order?, _ words: Words) -> Column {
        guard let order else { return Column(words(key)) }
        let isChosen = question.order == order
        let next = address {
            $0.order = order
            $0.isDescending = isChosen && !question.isDescending
        }
        return Column(
            words(key), address: next, order: isChosen ? (question.isDescending ? .descending : .ascending) : nil)
    }

    private func table(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let head = [
            column("work.text", .text, words), column("work.unit", .unit, words), column("work.plan", .plan, words),
            column("work.due", .due, words), column("work.state", nil, words),
        ]
        let (unit, plan, due, state) = (
            words("work.unit"), words("work.plan"), words("work.due"), words("work.state")
        )
        html.element("div", .class("cards")) { html in
            html.table(caption: words("work.title"), head: head) { html in
                for line in lines {
                    html.element("tr") { html in
                        html.element("th", Attribute("scope", "row")) { html in
                            html.element("a", .href(Paths.occurrence(line.occurrence)), text: line.text)
                        }
                        html.element(
                            "td", Attribute("data-label", unit), text: call.unitName(line.unit, written: line.written))
                        html.element("td", Attribute("data-label", plan)) { html in
                            html.element(
                                "a", .href(Paths.plan(line.plan)), text: line.document ?? words("work.no-number"))
                        }
                        html.element("td", .class("due"), Attribute("data-label", due)) { html in
                            html.due(line.due, line.state, on: call.day, words)
                        }
                        html.element("td", Attribute("data-label", state)) { $0.state(line.state, words) }
                    }
                }
            }
        }
    }

    private func pages(_ words: Words, _ html: inout MarkupWriter) {
        guard question.page > 1 || hasMore else { return }
        html.element("nav", .class("pages"), Attribute("aria-label", words("work.pages"))) { html in
            if question.page > 1 {
                html.element(
                    "a", .class("button"), .href(address { $0.page = question.page - 1 }), text: words("work.previous"))
            }
            html.element("span", text: pageName(words))
            if hasMore {
                html.element(
                    "a", .class("button"), .href(address { $0.page = question.page + 1 }), text: words("work.next"))
            }
        }
    }

    /// "Trang 3/12"; "Trang 3" where nothing was counted.
    private func pageName(_ words: Words) -> String {
        let page = words.number(question.page)
        guard let facets else { return words("work.page-alone", ["page": page]) }
        let last = (facets.total + WorkQuestion.pageLength - 1) / WorkQuestion.pageLength
        return words("work.page", ["page": page, "last": words.number(min(last, WorkQuestion.lastPage))])
    }

    // MARK: Saved filters

    private func saved(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("section", .class("facet")) { html in
            html.element("h2", text: words("filter.title"))
            html.element("ul") { html in
                for filter in filters {
                    html.element("li", .class("row")) { html in
                        html.element(
                            "a", .href(filter.query.isEmpty ? Paths.work : "\(Paths.work)?\(filter.query)"),
                            text: filter.name)
                        html.element("details", .class("small")) { html in
                            html.element("summary", text: words("filter.change"))
                            html.form(to: "\(Paths.filters)/\(filter.id)", call.visit, .class("row")) { html in
                                html.element(
                                    "input", Attribute("name", "ten"), Attribute("value", filter.name),
                                    Attribute("aria-label", words("filter.name")))
                                html.button(words("filter.rename"))
                                html.button(words("filter.delete"), .class("danger"), name: "xoa", value: "1")
                            }
                        }
                    }
                }
            }
            guard !question.isOpen || question.order != .due else { return }
            html.form(to: Paths.filters, call.visit) { html in
                html.hidden("cau-hoi", String(Paths.work(question.with { _ in }).dropFirst(Paths.work.count + 1)))
                html.field(Field("ten", words("filter.name"), isRequired: true))
                html.button(words("filter.save"))
            }
        }
    }
}

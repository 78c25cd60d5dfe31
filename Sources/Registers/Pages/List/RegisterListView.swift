import Markup
import Office
import Web
import WorkCalendar

extension RegisterListPage {
    typealias Item = RegisterQuestion.Item

    var call: Call { request.call }
    var words: Words { request.words }
    var definition: Definition { request.definition }
    var address: PageAddress { call.address.with(Item.page, nil) }

    var page: Page {
        Page(
            request.name(definition.names), section: "registers",
            trail: [Page.Link(words("register.section"), RegisterPaths.index)], assets: ["registers.css"],
            isWide: true, actions: actions
        ) { html in
            html.element("p", .class("quiet"), text: request.name(definition.about))
            html.element("div", .class("aside facets")) { html in
                html.element("div") { html in
                    html.element(
                        "input", Attribute("type", "checkbox"), .id("show-facets"), .class("unseen"),
                        Attribute("aria-label", words("register.filters")))
                    html.element(
                        "label", .class("button"), Attribute("for", "show-facets"), text: words("register.filters"))
                    html.element("nav", .class("filters"), Attribute("aria-label", words("register.filters"))) {
                        RegisterAside(list: self).write(to: &$0)
                    }
                }
                html.element("div") { html in
                    search(&html)
                    chips(&html)
                    if records.isEmpty { empty(&html) } else { table(&html) }
                    if !records.isEmpty { choiceButtons(&html) }
                    pages(&html)
                }
            }
        }
    }

    private func actions(_ html: inout MarkupWriter) {
        if call.may(.record) {
            html.element(
                "a", .class("button primary"), .href(RegisterPaths.new(definition.key)),
                text: words("register.add", ["record": request.name(definition.record)]))
            html.element(
                "a", .class("button"), .href(RegisterPaths.imports(definition.key)), text: words("import.title"))
            html.element(
                "a", .class("button"), .href(RegisterPaths.nothing(definition.key)), text: words("register.nothing"))
        }
        html.element(
            "a", .class("button"), .href(address.moved(to: "\(request.path)/bieu-do").description),
            text: words("register.chart"))
        if definition.behaviour(Duplicates.self) != nil {
            html.element("a", .class("button"), .href("\(request.path)/trung"), text: words("duplicates.title"))
        }
        if definition.behaviour(Survey.self) != nil {
            html.element(
                "a", .class("button"), .href(RegisterPaths.survey(definition.key)), text: words("survey.title"))
        }
        OutputMenu(list: self).write(to: &html)
    }

    // MARK: Above the table

    private func search(_ html: inout MarkupWriter) {
        html.element(
            "form", .class("row search-line"), Attribute("action", request.path), Attribute("role", "search")
        ) { html in
            for item in address.items where ![Item.words, Item.from, Item.to].contains(item.name) {
                html.hidden(item.name, item.value)
            }
            html.element(
                "input", Attribute("type", "search"), Attribute("name", Item.words),
                Attribute("value", question.list.query.text), Attribute("aria-label", words("register.words")),
                Attribute("placeholder", words("register.words")))
            if definition.display.day != nil {
                for (name, label) in [(Item.from, "register.from"), (Item.to, "register.to")] {
                    html.element(
                        "input", .class("day"), Attribute("name", name), Attribute("value", address[name] ?? ""),
                        Attribute("aria-label", words(label)), Attribute("placeholder", words(label)))
                }
            }
            html.button(words("register.search"))
        }
        for text in question.misread {
            html.element("p", .class("error"), text: words("register.no-date", ["text": text]))
        }
        years(&html)
    }

    /// The windows that are asked for most.
    private func years(_ html: inout MarkupWriter) {
        guard definition.display.day != nil else { return }
        let now = PartialDate.year(call.day.year)
        let quarter = PartialDate.quarter((call.day.month + 2) / 3, year: call.day.year)
        html.element("p", .class("row windows")) { html in
            for date in [quarter, now, .year(call.day.year - 1)] {
                let (first, last) = (call.words.day(date.firstDay), call.words.day(date.lastDay))
                let isChosen = address[Item.from] == first && address[Item.to] == last
                html.element(
                    "a", .href(address.with(Item.from, first).with(Item.to, last).description),
                    isChosen ? Attribute("aria-current", "true") : nil,
                    text: request.writing.date(date).capitalisedFirst)
            }
        }
    }

    private func chips(_ html: inout MarkupWriter) {
        html.element("p", .class("row chips")) { html in
            html.element(
                "strong",
                text: words(
                    "register.total",
                    ["count": words.number(counts.total), "record": request.name(definition.record)]))
            for facet in definition.listFacets {
                for value in question.list.query.facets[facet] ?? [] {
                    chip(
                        request.text(value, of: facet),
                        address.toggling(Item.facet(facet), value.plain()).description, &html)
                }
            }
            if let window = question.list.query.window {
                let text = [
                    address[Item.from] == nil ? "…" : words.day(window.first),
                    address[Item.to] == nil ? "…" : words.day(window.last),
                ]
                chip(text.joined(separator: " – "), address.with(Item.from, nil).with(Item.to, nil).description, &html)
            }
            if !question.list.query.text.isEmpty {
                chip("“\(question.list.query.text)”", address.with(Item.words, nil).description, &html)
            }
            if question.list.query.isOfRemoved {
                chip(words("register.removed"), address.with(Item.removed, nil).description, &html)
            }
            if !question.isOpen { html.element("a", .href(request.path), text: words("register.remove-all")) }
        }
    }

    private func chip(_ text: String, _ address: String, _ html: inout MarkupWriter) {
        html.element("a", .class("chip"), .href(address)) { html in
            html.text(text)
            html.element("span", .class("unseen"), text: " (\(words("register.remove-filter")))")
        }
    }

    private func empty(_ html: inout MarkupWriter) {
        html.element("div", .class("empty")) { html in
            html.element(
                "p",
                text: words(
                    question.isOpen ? "register.empty" : "register.empty-filtered",
                    ["record": request.name(definition.record)]))
            if !question.isOpen {
                html.element("a", .class("button"), .href(request.path), text: words("register.remove-all"))
            } else if call.may(.record) {
                html.element(
                    "a", .class("button primary"), .href(RegisterPaths.new(definition.key)),
                    text: words("register.add", ["record": request.name(definition.record)]))
            }
        }
    }

    // MARK: The table

    private func head(_ name: String, _ order: RecordList.Order?, _ key: String, isNumber: Bool = false) -> Column {
        guard let order else { return Column(name, isNumber: isNumber) }
        let isChosen = question.list.order == order
        let next = address.with(Item.order, isChosen && !question.list.isDescending ? "-\(key)" : key)
        return Column(
            name, isNumber: isNumber, address: next.description,
            order: isChosen ? (question.list.isDescending ? .descending : .ascending) : nil)
    }

    private func table(_ html: inout MarkupWriter) {
        let isStateShown = definition.states.count > 1
        let isUnitShown = definition.display.unit == nil && request.readable == .everything
        // A title that is private names no record here: its number does.
        let isNumbered = !question.columns.contains { $0.key == definition.display.title }
        var columns = isChoosable ? [Column(words("bulk.choice"))] : []
        if isNumbered { columns.append(Column(words("register.number"))) }
        columns += question.columns.map { field in
            head(
                request.name(field.names), field.sortColumn == nil ? nil : .field(field.key), field.key.text,
                isNumber: Kind.numbers.contains(field.kind))
        }
        if isUnitShown { columns.append(Column(words("register.unit"))) }
        if isStateShown { columns.append(head(words("register.state"), .state, "trang-thai")) }
        html.element("div", .class("cards")) { html in
            html.table(caption: request.name(definition.names), head: columns) { html in
                for record in records {
                    html.element("tr") { html in
                        if isChoosable { choiceBox(record, &html) }
                        if isNumbered { link(record, &html) }
                        for field in question.columns { cell(record, field, &html) }
                        if isUnitShown {
                            html.element(
                                "td", Attribute("data-label", words("register.unit")),
                                text: request.writing.unit(record.unit))
                        }
                        if isStateShown {
                            html.element("td", Attribute("data-label", words("register.state"))) { html in
                                html.state(record, request)
                            }
                        }
                    }
                }
                totals(columns.count, isNumbered, &html)
            }
        }
    }

    private func link(_ record: Record, _ html: inout MarkupWriter) {
        html.element("th", Attribute("scope", "row")) { html in
            html.element(
                "a", .href(RegisterPaths.record(definition.key, record.id)),
                text: definition.title(record, request.writing))
        }
    }

    private func cell(_ record: Record, _ field: FieldDefinition, _ html: inout MarkupWriter) {
        if field.key == definition.display.title { return link(record, &html) }
        let value = record.content.values[field.key]
        let isNumber = Kind.numbers.contains(field.kind)
        html.element(
            "td", .class(isNumber ? "number" : Kind.dated.contains(field.kind) ? "date" : ""),
            Attribute("data-label", request.name(field.names))
        ) { html in
            html.element(
                "span", .class([.longText, .countries, .choices].contains(field.kind) ? "clamp" : "value"),
                text: value.map { request.writing.text($0, field) } ?? "")
        }
    }

    /// Of all records that are asked for, not of the page alone.
    private func totals(_ count: Int, _ isNumbered: Bool, _ html: inout MarkupWriter) {
        guard counts.total > 1, question.columns.contains(where: { !(counts.sums[$0.key] ?? []).isEmpty }) else {
            return
        }
        html.element("tr", .class("totals")) { html in
            if isChoosable { html.element("td", .class("choice no-print")) }
            if isNumbered { html.element("td") }
            for (index, field) in question.columns.enumerated() {
                let texts = (counts.sums[field.key] ?? []).map { request.writing.text($0, field) }
                if index == 0, texts.isEmpty {
                    html.element("th", Attribute("scope", "row"), text: words("register.sum"))
                } else {
                    html.element(
                        "td", .class("number"),
                        texts.isEmpty
                            ? nil : Attribute("data-label", "\(words("register.sum")): \(request.name(field.names))")
                    ) { html in
                        for (place, text) in texts.enumerated() {
                            if place > 0 { html.element("br") }
                            html.text(text)
                        }
                    }
                }
            }
            let before = (isChoosable ? 1 : 0) + (isNumbered ? 1 : 0)
            for _ in question.columns.count + before..<count { html.element("td") }
        }
    }

    private func pages(_ html: inout MarkupWriter) {
        let length = RegisterQuestion.pageLength
        let last = max(1, min((counts.total + length - 1) / length, RegisterQuestion.lastPage))
        guard last > 1 else { return }
        func link(_ page: Int, _ key: String, _ html: inout MarkupWriter) {
            html.element(
                "a", .class("button"), .href(address.with(Item.page, String(page)).description), text: words(key))
        }
        html.element("nav", .class("pages"), Attribute("aria-label", words("register.pages"))) { html in
            if question.page > 1 { link(question.page - 1, "register.previous", &html) }
            html.element(
                "span",
                text: words(
                    "register.page", ["page": words.number(question.page), "last": words.number(last)]))
            if question.page < last { link(question.page + 1, "register.next", &html) }
        }
    }
}

extension MarkupWriter {
    /// Where a record stands.
    mutating func state(_ record: Record, _ request: RegisterRequest) {
        if record.isRemoved { return element("span", .class("badge late"), text: request.words("register.is-removed")) }
        guard let state = request.definition.state(record.state) else { return text(record.state.text) }
        element("span", .class(state.isClosed ? "badge done" : "badge wait"), text: request.name(state.names))
    }
}

extension RegisterRequest {
    /// A value by which the list can be narrowed.
    func text(_ value: FieldValue?, of facet: RecordQuery.Facet) -> String {
        writing.text(value, of: facet, in: definition)
    }
}

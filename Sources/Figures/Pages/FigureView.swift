import Markup
import Office
import Registers
import Web
import WorkCalendar

extension FigurePage {
    func view(_ call: Call, _ site: Site) -> Page {
        let words = call.words
        let figure = declared.figure
        return Page(
            figure.names[words.language], section: "figures",
            trail: [Page.Link(words("figures.title"), FigurePaths.index)],
            assets: ["registers.css"],
            actions: { html in html.element("span", .class("actions no-print")) { $0.fileLinks(call.address, words) } }
        ) { html in
            html.element("p", .class("lead")) { html in
                html.element("strong", text: answer.text(figure, words))
                html.text(" · \(asked.title(words))")
            }
            html.element(
                "p", .class("quiet"),
                text: """
                    \(words("figures.before")): \(asked.before(before, of: figure, words)) \
                    \(asked.change(answer, since: before, words))
                    """)
            guard isOpen else { return html.element("p", .class("hint"), text: words("figures.confidential")) }
            if !narrowed.isEmpty { narrowing(call, &html) }
            asked.form(call.address, words, &html) { html in division(words, &html) }
            chart(call, site, &html)
            recordTable(words, &html)
        }
    }

    /// What it is narrowed to, each with a way back.
    private func narrowing(_ call: Call, _ html: inout MarkupWriter) {
        html.element("p", .class("row chips")) { html in
            for (facet, text) in narrowed {
                html.element(
                    "a", .class("chip"),
                    .href(call.address.with("\(FigurePaths.narrowed)\(facet.name)", nil).description),
                    text: "\(facetName(facet, call.words)): \(text)")
            }
        }
    }

    /// By what it is divided.
    private func division(_ words: Words, _ html: inout MarkupWriter) {
        let facets =
            [("", words("figures.by-none"))] + declared.register.listFacets.map { ($0.name, facetName($0, words)) }
        for (place, name, label) in [
            (0, FigurePaths.group, "figures.by"), (1, FigurePaths.second, "figures.by-second"),
        ] {
            html.field(
                Field(
                    name, words(label), .choice(facets),
                    value: groups.indices.contains(place) ? groups[place].name : ""))
        }
        html.field(
            Field(
                FigurePaths.step, words("figures.step"),
                .choice(
                    [("", words("figures.step-none"))]
                        + FigureStep.allCases.map { ($0.rawValue, words("figures.step.\($0.rawValue)")) }),
                value: step?.rawValue ?? ""))
    }

    private func facetName(_ facet: RecordQuery.Facet, _ words: Words) -> String {
        switch facet {
        case .state: words("figures.state")
        case .unit: words("figures.unit")
        case .field(let key): declared.register[key]?.names[words.language] ?? key.text
        case .behaviour(let name): words("behaviour.\(name)")
        }
    }

    // MARK: Its parts

    private func chart(_ call: Call, _ site: Site, _ html: inout MarkupWriter) {
        let (words, figure) = (call.words, declared.figure)
        let measure = figure.names[words.language]
        let title = "\(measure), \(asked.title(words))"
        if step != nil {
            let drawn = parts.map { part in
                Chart.Part(
                    part.mark, part.answer.amount?.rounded, text: part.answer.amount?.text(words),
                    address: call.address.with(AskedFigures.window, part.values[0]).with(FigurePaths.step, nil)
                        .description)
            }
            html.series(Chart(title, of: words("figures.step"), measure: measure, drawn), isLine: true, words)
            years(words, &html)
        } else if groups.count == 2 {
            cross(title, call, &html)
        } else if let group = groups.first {
            let drawn = parts.map { part in
                (
                    code: part.values[0],
                    part: Chart.Part(
                        part.names[0], part.answer.amount?.rounded, text: part.answer.text(figure, words),
                        address: narrowedAddress(call, [(group, part.values[0])]))
                )
            }
            let column = facetName(group, words)
            if isOfCountries(group) { html.worldMap(WorldMap(title, of: column, measure: measure, drawn, site), words) }
            html.bars(Chart(title, of: column, measure: measure, drawn.map(\.part)), words)
        }
    }

    private func isOfCountries(_ group: RecordQuery.Facet) -> Bool {
        guard case .field(let key) = group, let kind = declared.register[key]?.kind else { return false }
        return kind == .country || kind == .countries
    }

    private func narrowedAddress(_ call: Call, _ values: [(RecordQuery.Facet, String)]) -> String {
        let plain = call.address.with(FigurePaths.group, "").with(FigurePaths.second, nil)
        return values.reduce(plain) { $0.with("\(FigurePaths.narrowed)\($1.0.name)", $1.1) }.description
    }

    /// What follows in time beside the same of a year before.
    private func years(_ words: Words, _ html: inout MarkupWriter) {
        let head = [
            Column(words("figures.step")), Column(words("figures.value"), isNumber: true),
            Column(words("figures.before"), isNumber: true), Column(words("figures.change"), isNumber: true),
        ]
        html.table(caption: words("figures.step"), head: head) { html in
            for part in parts {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row"), text: part.names[0])
                    html.element("td", .class("number"), text: part.answer.text(declared.figure, words))
                    html.element(
                        "td", .class("number"),
                        text: part.before?.text(declared.figure, words) ?? words("figures.not-comparable"))
                    html.element(
                        "td", .class("number"), text: part.before.map { part.answer.change(since: $0, words) } ?? "")
                }
            }
        }
    }

    /// A table of two fields: one down, the other across.
    private func cross(_ title: String, _ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        func places(_ place: Int) -> [(name: String, value: String)] {
            var known: Set<String> = []
            return parts.map { ($0.names[place], $0.values[place]) }.filter { known.insert($0.1).inserted }
        }
        let (down, across) = (places(0), places(1))
        let cells = Dictionary(parts.map { ($0.values, $0.answer) }) { first, _ in first }
        html.element("h2", text: title)
        html.table(
            caption: title,
            head: [Column("\(facetName(groups[0], words)) \\ \(facetName(groups[1], words))")]
                + across.map { Column($0.name, isNumber: true) }
        ) { html in
            for row in down {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row"), text: row.name)
                    for column in across {
                        html.element("td", .class("number")) { html in
                            guard let answer = cells[[row.value, column.value]] else { return }
                            html.element(
                                "a", .href(narrowedAddress(call, [(groups[0], row.value), (groups[1], column.value)])),
                                text: answer.amount?.text(words) ?? words("figures.unknown"))
                        }
                    }
                }
            }
        }
    }

    // MARK: Its records

    private func recordTable(_ words: Words, _ html: inout MarkupWriter) {
        html.element("h2", text: words("figures.records"))
        guard !contributions.isEmpty else {
            html.element("p", .class("empty"), text: words("figures.no-rows"))
            return
        }
        let register = declared.register
        let head = [
            Column(words("figures.day")), Column(words("figures.record")),
            Column(words("figures.value"), isNumber: true),
        ]
        html.table(caption: words("figures.records"), head: head) { html in
            for row in contributions.prefix(Self.most) {
                html.element("tr") { html in
                    html.element("td", text: row.day.map { words.day($0) } ?? "")
                    html.element("th", Attribute("scope", "row")) { html in
                        html.element(
                            "a", .href(RegisterPaths.record(register.key, row.record)),
                            text: titles[row.record] ?? "#\(row.record.rawValue)")
                    }
                    html.element(
                        "td", .class("number"), text: row.amount.map { $0.text(words) } ?? words("figures.unknown"))
                }
            }
        }
        html.element("p", .class("no-print")) { html in
            if contributions.count > Self.most { html.text("\(words("figures.records-more")) ") }
            html.element("a", .href(RegisterPaths.list(register.key)), text: words("figures.open-register"))
        }
    }
}

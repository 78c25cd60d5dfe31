import Markup
import Office
import Web
import WorkCalendar

// The charts of the dashboard: each drawn here, with its table.
extension OverviewPage {
    private func chart(
        _ title: String, _ words: Words, _ html: inout MarkupWriter, drawing: (inout MarkupWriter) -> Void,
        head: [Column], rows: (inout MarkupWriter) -> Void
    ) {
        html.element("section", .class("panel chart")) { html in
            html.element("h2", text: title)
            drawing(&html)
            html.element("details") { html in
                html.element("summary", text: words("overview.table"))
                html.table(caption: title, head: head, rows: rows)
            }
        }
    }

    // MARK: The months of the year

    func months(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let most = max(overview.months.map(\.counts.total).max() ?? 0, 1)
        chart(
            words("overview.by-month", ["year": String(year)]), words, &html,
            drawing: { html in
                html.element(
                    "svg", .class("columns-chart"), Attribute("viewBox", "0 0 360 130"), Attribute("role", "img"),
                    Attribute("aria-label", words("overview.by-month", ["year": String(year)]))
                ) { svg in
                    for (index, month) in overview.months.enumerated() {
                        var top = 110
                        for state in OccurrenceState.shown where month.counts[state] > 0 {
                            let height = max(1, month.counts[state] * 95 / most)
                            top -= height
                            svg.rect("fill-\(state.rawValue)", x: index * 30 + 5, y: top, width: 20, height: height)
                        }
                        svg.label(String(index + 1), x: index * 30 + 15, y: 125)
                        if month.counts.total > 0 {
                            svg.label(words.number(month.counts.total), x: index * 30 + 15, y: top - 3)
                        }
                    }
                }
            }, head: [Column(words("overview.month"))] + Column.states(words)
        ) { html in
            for month in overview.months {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row")) { html in
                        html.element("a", .href(work { $0.due = .period(month.key) }), text: month.key.words(words))
                    }
                    html.cells(month.counts, words)
                }
            }
        }
    }

    // MARK: Due and done

    func trend(_ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let months = overview.trend
        let most = max(months.map { max($0.due, $0.completed) }.max() ?? 0, 1)
        func points(_ value: (Overview.Month) -> Int) -> String {
            months.enumerated().map { "\($0.offset * 30 + 15),\(110 - value($0.element) * 95 / most)" }.joined(
                separator: " ")
        }
        let (done, inTime) = (months.reduce(0) { $0 + $1.completed }, months.reduce(0) { $0 + $1.inTime })
        chart(
            words("overview.trend"), words, &html,
            drawing: { html in
                if done > 0 {
                    html.element(
                        "p",
                        text: words(
                            "overview.in-time",
                            ["share": words.number(inTime * 100 / done), "done": words.number(done)]))
                }
                html.element(
                    "svg", .class("columns-chart"), Attribute("viewBox", "0 0 360 130"), Attribute("role", "img"),
                    Attribute("aria-label", words("overview.trend"))
                ) { svg in
                    svg.element("polyline", .class("line-due"), Attribute("points", points(\.due)))
                    svg.element("polyline", .class("line-done"), Attribute("points", points(\.completed)))
                    for (index, month) in months.enumerated() {
                        svg.label(String(month.month.firstDay.month), x: index * 30 + 15, y: 125)
                    }
                    svg.label(words.number(most), x: 15, y: 10)
                }
                html.element("ul", .class("legend")) { html in
                    for (look, key) in [("line-key-due", "overview.due"), ("line-key-done", "overview.done")] {
                        html.element("li") { html in
                            html.element("span", .class("key \(look)"))
                            html.text(words(key))
                        }
                    }
                }
            },
            head: [
                Column(words("overview.month")), Column(words("overview.due"), isNumber: true),
                Column(words("overview.done"), isNumber: true), Column(words("overview.done-in-time"), isNumber: true),
            ]
        ) { html in
            for month in months {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row"), text: month.month.words(words))
                    for number in [month.due, month.completed, month.inTime] {
                        html.element("td", .class("number"), text: words.number(number))
                    }
                }
            }
        }
    }

    // MARK: Parts, each a bar

    func parts(
        _ title: String, _ column: String, _ parts: [(name: String, address: String?, counts: StateCounts)],
        _ call: Call, _ html: inout MarkupWriter
    ) {
        let words = call.words
        func name(_ part: (name: String, address: String?, counts: StateCounts), _ html: inout MarkupWriter) {
            if let address = part.address {
                html.element("a", .href(address), text: part.name)
            } else {
                html.text(part.name)
            }
        }
        chart(
            words(title), words, &html,
            drawing: { html in
                html.element("ul", .class("part-bars")) { html in
                    for part in parts.prefix(10) {
                        html.element("li") { html in
                            html.element("span", .class("part-name")) { name(part, &$0) }
                            html.element(
                                "span", .class(part.counts[.openLate] > 0 ? "small late" : "small quiet"),
                                text: words(
                                    "overview.part",
                                    [
                                        "late": words.number(part.counts[.openLate]),
                                        "total": words.number(part.counts.total),
                                    ]))
                            html.bar(part.counts, words)
                        }
                    }
                }
            }, head: [Column(words(column))] + Column.states(words)
        ) { html in
            for part in parts {
                html.element("tr") { html in
                    html.element("th", Attribute("scope", "row")) { name(part, &$0) }
                    html.cells(part.counts, words)
                }
            }
        }
    }
}

extension MarkupWriter {
    fileprivate mutating func rect(_ look: String, x: Int, y: Int, width: Int, height: Int) {
        element(
            "rect", .class(look), Attribute("x", String(x)), Attribute("y", String(y)),
            Attribute("width", String(width)), Attribute("height", String(height)))
    }

    fileprivate mutating func label(_ text: String, x: Int, y: Int) {
        element(
            "text", Attribute("x", String(x)), Attribute("y", String(y)), Attribute("text-anchor", "middle"), text: text
        )
    }
}

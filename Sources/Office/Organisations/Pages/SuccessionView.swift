import Markup
import Web
import WorkCalendar

/// What a unit was made of and what it became: drawn, and as a table.
struct SuccessionView {
    private let call: Call
    private let unit: OrganisationID
    private let arrivals: [Succession]
    private let departures: [Succession]
    private var words: Words { call.words }

    init(_ call: Call, _ unit: OrganisationID) {
        self.call = call
        self.unit = unit
        let directory = call.directory
        arrivals = (directory.arrivals[unit] ?? []).map { directory.successions[$0] }.filter { $0.kind != .rename }
        departures = (directory.departures[unit] ?? []).map { directory.successions[$0] }.filter {
            !$0.successors.contains(unit)
        }
    }

    func write(_ html: inout MarkupWriter) {
        let steps = (arrivals + departures.filter { !arrivals.contains($0) }).sorted { $0.effective < $1.effective }
        guard !steps.isEmpty else { return }
        html.element("h2", text: words("unit.succession"))
        draw(&html)
        let head = ["unit.day-of", "unit.what", "unit.before", "unit.after", "unit.paper"].map { Column(words($0)) }
        html.table(caption: words("unit.succession"), head: head) { html in
            for step in steps { row(step, &html) }
        }
    }

    private func row(_ step: Succession, _ html: inout MarkupWriter) {
        html.element("tr") { html in
            html.element("td", text: words.day(step.effective))
            html.element("td") { html in
                html.text(words("succession.\(step.kind.rawValue)"))
                if let function = step.function { html.element("div", .class("small quiet"), text: function) }
            }
            html.element("td") { html in links(step.predecessors, step.effective.adding(days: -1), &html) }
            html.element("td") { html in links(step.successors, step.effective, &html) }
            html.element("td") { html in
                html.text(step.basis)
                guard !step.isVerified else { return }
                html.raw(" ")
                html.element("span", .class("badge wait"), text: words("unit.unverified"))
            }
        }
    }

    private func links(_ units: [OrganisationID], _ day: Day, _ html: inout MarkupWriter) {
        for (index, unit) in units.enumerated() {
            if index > 0 { html.text("; ") }
            html.element("a", .href("/co-quan/\(unit.rawValue)"), text: call.directory.name(of: unit, on: day) ?? "")
        }
    }

    // MARK: The drawing

    private struct Box {
        let unit: OrganisationID
        let lines: [String]
        let isVerified: Bool
        let isWhole: Bool
        var height: Int { 16 * lines.count + 14 }
    }

    private func boxes(_ steps: [Succession], _ side: (Succession) -> [OrganisationID]) -> [Box] {
        steps.flatMap { step in
            side(step).filter { $0 != unit }.map { other in
                let name = call.directory.name(of: other, on: step.effective.adding(days: -1)) ?? ""
                return Box(
                    unit: other, lines: name.wrapped(at: 30) + [words.day(step.effective)],
                    isVerified: step.isVerified, isWhole: step.kind != .transfer)
            }
        }
    }

    private func draw(_ html: inout MarkupWriter) {
        let before = boxes(arrivals) { $0.predecessors }
        let after = boxes(departures) { $0.successors }
        let own = Box(
            unit: unit, lines: (call.directory.name(of: unit, on: call.dayAsked) ?? "").wrapped(at: 30),
            isVerified: true, isWhole: true)
        let gap = 12
        func height(_ column: [Box]) -> Int { column.map { $0.height + gap }.reduce(gap, +) }
        let total = max(height(before), height(after), height([own]))
        html.element("div", .class("diagram"), Attribute("role", "img"), Attribute("aria-label", words("unit.drawn"))) {
            html in
            html.element("svg", Attribute("viewBox", "0 0 820 \(total)")) { html in
                let middle = total / 2
                for (column, x, isBefore) in [(before, 4, true), (after, 576, false)] {
                    var y = (total - height(column)) / 2 + gap
                    for box in column {
                        let (from, to) = isBefore ? (244, 290) : (530, 576)
                        let (start, end) = isBefore ? (y + box.height / 2, middle) : (middle, y + box.height / 2)
                        html.element(
                            "path", .class(box.isVerified ? "edge" : "edge open"),
                            Attribute(
                                "d",
                                "M\(from) \(start) C\((from + to) / 2) \(start) \((from + to) / 2) \(end) \(to) \(end)"),
                            Attribute("stroke-width", box.isWhole ? "2" : "1"))
                        draw(box, x, y, isNow: false, &html)
                        y += box.height + gap
                    }
                }
                draw(own, 290, middle - own.height / 2, isNow: true, &html)
            }
        }
    }

    private func draw(_ box: Box, _ x: Int, _ y: Int, isNow: Bool, _ html: inout MarkupWriter) {
        html.element("g", .class(isNow ? "now" : "other")) { html in
            html.element(
                "rect", Attribute("x", "\(x)"), Attribute("y", "\(y)"), Attribute("width", "240"),
                Attribute("height", "\(box.height)"), Attribute("rx", "6"))
            for (index, line) in box.lines.enumerated() {
                html.element(
                    "text", Attribute("x", "\(x + 10)"), Attribute("y", "\(y + 19 + 16 * index)"), text: line)
            }
        }
    }
}

extension String {
    /// Its words in lines of at most so many signs; a longer word stands alone.
    fileprivate func wrapped(at width: Int) -> [String] {
        split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }
}

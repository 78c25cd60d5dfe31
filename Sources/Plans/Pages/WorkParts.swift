import Markup
import Storage
import Web
import Wording
import WorkCalendar

// What several of the daily pages show in the same way.
extension MarkupWriter {
    /// How an occurrence stands: in words, and by its colour.
    mutating func state(_ state: OccurrenceState, _ words: Words) {
        element("span", .class("badge \(state.look)"), text: words("state.short.\(state.rawValue)"))
    }

    /// A due day, with how far it is where that is near or past.
    mutating func due(_ due: Day?, _ state: OccurrenceState, on today: Day, _ words: Words) {
        guard let due else { return text(words("work.undated")) }
        text(words.day(due))
        guard state.isOpen else { return }
        let days = due.days(since: today)
        if days < 0 {
            element("span", .class("away late"), text: words("work.days-late", ["days": words.number(-days)]))
        } else if days == 0 {
            element("span", .class("away"), text: words("work.today"))
        } else if days <= 30 {
            element("span", .class("away"), text: words("work.days-left", ["days": words.number(days)]))
        }
    }

    /// A passage with what was sought marked.
    mutating func runs(_ runs: [Excerpt.Run]) {
        for run in runs { if run.isHit { element("mark", text: run.text) } else { text(run.text) } }
    }

    /// The four states as one bar, drawn here; its numbers are its name.
    mutating func bar(_ counts: StateCounts, _ words: Words) {
        let total = max(counts.total, 1)
        let name = OccurrenceState.allCases.filter { counts[$0] > 0 }.map {
            "\(words("state.short.\($0.rawValue)")): \(words.number(counts[$0]))"
        }
        element(
            "svg", .class("bar"), Attribute("viewBox", "0 0 1000 10"), Attribute("preserveAspectRatio", "none"),
            Attribute("role", "img"), Attribute("aria-label", name.joined(separator: "; "))
        ) { svg in
            var start = 0
            for state in OccurrenceState.shown where counts[state] > 0 {
                let width = counts[state] * 1000 / total
                svg.element(
                    "rect", .class("fill-\(state.rawValue)"), Attribute("x", String(start)),
                    Attribute("width", String(width)), Attribute("height", "10"))
                start += width
            }
        }
    }

    /// What the colours of the states mean, each with its number.
    mutating func legend(_ counts: StateCounts, _ words: Words, address: (OccurrenceState) -> String) {
        element("ul", .class("legend")) { html in
            for state in OccurrenceState.shown {
                html.element("li") { html in
                    html.element("span", .class("key fill-\(state.rawValue)"))
                    html.element("a", .href(address(state))) { html in
                        html.element("strong", text: words.number(counts[state]))
                        html.text(" \(words("state.\(state.rawValue)"))")
                    }
                }
            }
        }
    }

    /// The cells of the four states.
    mutating func cells(_ counts: StateCounts, _ words: Words) {
        for state in OccurrenceState.shown {
            element(
                "td", .class("number"), Attribute("data-label", words("state.short.\(state.rawValue)")),
                text: counts[state] == 0 ? "–" : words.number(counts[state]))
        }
    }
}

extension OccurrenceState {
    /// As bars and tables show them: what is done first, what is late last.
    static let shown: [OccurrenceState] = [.doneInTime, .doneLate, .openInTime, .openLate]

    /// The class of its badge.
    var look: String {
        switch self {
        case .openInTime: ""
        case .openLate: "late"
        case .doneInTime: "done"
        case .doneLate: "wait"
        }
    }
}

extension Column {
    /// The heads of the four states.
    static func states(_ words: Words) -> [Column] {
        OccurrenceState.shown.map { Column(words("state.short.\($0.rawValue)"), isNumber: true) }
    }
}

extension PartialDate {
    /// As the language of the page writes it: "Quý IV/2026", "tháng 11/2026"; "Q4 2026", "11/2026".
    func words(_ words: Words) -> String {
        guard words.language == .en else { return vietnamese }
        return switch self {
        case .day(let day): words.day(day)
        case .month(let month, let year): "\(month)/\(year)"
        case .quarter(let quarter, let year): "Q\(quarter) \(year)"
        case .half(let half, let year): "H\(half) \(year)"
        case .year(let year): String(year)
        }
    }
}

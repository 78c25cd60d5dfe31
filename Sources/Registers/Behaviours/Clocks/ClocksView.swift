import Markup
import Office
import Storage
import Web
import WorkCalendar

/// The time limits of a record: where each stands today, what set it going, what it rests on.
struct ClocksPanel: RecordPanel {
    let runs: [(clock: Clocks.Clock, run: ClockRun)]

    let isBroad = false

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let (words, day) = (page.words, page.call.day)
        html.element("section", .class("panel clocks")) { html in
            html.element("h2", text: words("behaviour.clocks"))
            html.element("ul", .class("plain")) { html in
                for (clock, run) in runs {
                    let term = Term(
                        sort: .clock, key: clock.key, began: run.began, due: run.due,
                        soon: run.due.adding(days: -clock.farthest), paused: run.paused, met: run.met)
                    html.element("li") { html in
                        html.element("p") { html in
                            html.element("strong", text: page.request.name(clock.names))
                            html.text(" ")
                            html.standing(term, words, on: day)
                        }
                        html.element("p", text: left(clock, run, term, words, day))
                        html.element("p", .class("small quiet"), text: counted(clock, run, page))
                        source(clock, run, words, &html)
                    }
                }
            }
        }
    }

    /// How many days are left, or how many it is late.
    private func left(_ clock: Clocks.Clock, _ run: ClockRun, _ term: Term, _ words: Words, _ day: Day) -> String {
        func days(_ from: Day, _ to: Day) -> String {
            let all = to.number - from.number
            let count = clock.count == .working && all > 0 ? Window(from.adding(days: 1), to).workingDays : all
            return words("clocks.days-\(clock.count.rawValue)", ["count": words.number(count)])
        }
        let due = words.day(run.due)
        switch term.standing(on: day) {
        case .met: return words("clocks.met", ["day": words.day(run.met ?? day), "due": due])
        case .metLate:
            return words(
                "clocks.met-late",
                ["day": words.day(run.met ?? day), "due": due, "days": days(run.due, run.met ?? day)])
        case .paused:
            return words(
                "clocks.paused", ["day": words.day(run.paused ?? day), "days": days(run.paused ?? day, run.due)])
        case .overdue: return words("clocks.overdue", ["due": due, "days": days(run.due, day)])
        case .soon, .running:
            return day == run.due
                ? words("clocks.today", ["due": due]) : words("clocks.left", ["due": due, "days": days(day, run.due)])
        }
    }

    /// What it is counted from, and how.
    private func counted(_ clock: Clocks.Clock, _ run: ClockRun, _ page: RecordPage) -> String {
        let words = page.words
        var texts = [
            words(
                clock.days > 0 ? "clocks.counted-from" : "clocks.counted-back",
                [
                    "days": words(
                        "clocks.days-\(clock.count.rawValue)", ["count": words.number(abs(clock.days))]),
                    "field": page.definition[clock.from].map { page.request.name($0.names) } ?? "",
                    "day": words.day(run.began),
                ])
        ]
        for pause in run.pauses {
            texts.append(
                pause.until.map {
                    words("clocks.stood-still", ["from": words.day(pause.from), "until": words.day($0)])
                } ?? words("clocks.stands-still", ["from": words.day(pause.from)]))
        }
        if let moved = run.moved { texts.append(words("clocks.moved", ["day": words.day(moved)])) }
        if !run.isCertain { texts.append(words("clocks.uncertain")) }
        return texts.joined(separator: " ")
    }

    private func source(_ clock: Clocks.Clock, _ run: ClockRun, _ words: Words, _ html: inout MarkupWriter) {
        guard clock.source != nil || clock.isUnverified else { return }
        html.element("p", .class("small quiet")) { html in
            if let source = clock.source { html.text("\(words("clocks.source")): \(source) ") }
            if clock.isUnverified { html.element("span", .class("badge wait"), text: words("clocks.unverified")) }
        }
    }
}

extension Clocks: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        let runs = clocks.compactMap { clock in clock.run(of: record).map { (clock, $0) } }
        return runs.isEmpty ? nil : ClocksPanel(runs: runs)
    }
}

extension MarkupWriter {
    /// Where a term stands on a day.
    mutating func standing(_ term: Term, _ words: Words, on day: Day) {
        let standing = term.standing(on: day)
        element(
            "span", .class("badge \(standing.look)"),
            text: words("behaviour.\(term.sort.rawValue).\(standing.rawValue)"))
    }
}

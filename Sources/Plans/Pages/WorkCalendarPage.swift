import Markup
import Office
import Web
import WorkCalendar

/// The due days of a quarter, month beside month.
struct WorkCalendarPage {
    let question: WorkQuestion
    let lines: [WorkLine]

    /// The most rows that are shown.
    static let most = 1_000

    private var quarter: (number: Int, year: Int) {
        let first = question.due?.window?.first ?? Day(number: 0)
        return ((first.month + 2) / 3, first.year)
    }

    func view(_ call: Call) -> Page {
        let words = call.words
        let (number, year) = quarter
        let list = Page.Link(words("work.title"), Paths.work(question))
        let title = "\(words("work.calendar")): \(PartialDate.quarter(number, year: year).words(words))"
        return Page(
            title, section: "work", trail: [list], assets: ["plans.css"], isWide: true,
            actions: { html in
                html.element("a", .class("button"), .href(address(by: -1)), text: words("work.previous-quarter"))
                html.element("a", .class("button"), .href(address(by: 1)), text: words("work.next-quarter"))
                html.element("a", .class("button"), .href(Paths.work(question)), text: words("work.as-list"))
            }
        ) { html in
            if lines.count >= Self.most {
                html.element("p", .class("notice warning")) { html in
                    html.text(words("work.calendar-more", ["count": words.number(Self.most)]))
                }
            }
            html.element("div", .class("columns months")) { html in
                for month in number * 3 - 2...number * 3 { self.month(.month(month, year: year), call, &html) }
            }
        }
    }

    private func address(by step: Int) -> String {
        let (number, year) = quarter
        let place = year * 4 + number - 1 + step
        return Paths.address(
            Paths.calendar, question.with { $0.due = .period(.quarter(place % 4 + 1, year: place / 4)) })
    }

    private func month(_ month: PartialDate, _ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let days = Dictionary(grouping: lines.filter { $0.due.map(month.window.contains) ?? false }) { $0.due }
        html.element("section", .class("panel")) { html in
            html.element("h2", text: month.words(words))
            if days.isEmpty { html.element("p", .class("quiet"), text: words("work.calendar-empty")) }
            for (day, lines) in days.sorted(by: { ($0.key?.number ?? 0) < ($1.key?.number ?? 0) }) {
                guard let day else { continue }
                html.element("h3", .class(day == call.day ? "today" : "")) { html in
                    html.text(words.day(day))
                    html.element("span", .class("count-quiet"), text: words.number(lines.count))
                }
                html.element("ul", .class("days")) { html in
                    for same in Self.grouped(lines) { entry(same, on: day, call, &html) }
                }
            }
        }
    }

    /// What many units have to do on one day stands once.
    private static func grouped(_ lines: [WorkLine]) -> [[WorkLine]] {
        var places: [String: Int] = [:]
        var groups: [[WorkLine]] = []
        for line in lines {
            if let place = places[line.text] {
                groups[place].append(line)
            } else {
                places[line.text] = groups.count
                groups.append([line])
            }
        }
        return groups
    }

    private func entry(_ lines: [WorkLine], on day: Day, _ call: Call, _ html: inout MarkupWriter) {
        guard let line = lines.first else { return }
        let words = call.words
        guard lines.count > 1 else {
            html.element("li", .class("edge-\(line.state.rawValue)")) { html in
                html.element("a", .href(Paths.occurrence(line.occurrence)), text: line.text)
                html.element("span", .class("quiet small"), text: call.unitName(line.unit, written: line.written))
                html.element("span", .class("unseen"), text: words("state.\(line.state.rawValue)"))
            }
            return
        }
        var counts = StateCounts()
        for line in lines { counts[line.state] += 1 }
        let all = question.with {
            $0.due = .period(.day(day))
            $0.words = "\"\(line.text)\""
        }
        html.element("li") { html in
            html.element("a", .href(Paths.work(all)), text: line.text)
            html.element("span", .class("quiet small"), text: words("work.units", ["count": words.number(lines.count)]))
            html.bar(counts, words)
        }
    }
}

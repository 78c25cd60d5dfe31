import Markup
import Office
import Storage
import Web
import WorkCalendar

/// What waits for one person today: what is late, what comes, what was asked of the position.
struct MyWorkPage {
    let late: [DueItem]
    let week: [DueItem]
    let month: [DueItem]
    let completions: [WaitingWork]
    let extensions: [WaitingWork]
    /// Whether the work is a unit's; else of all units, of which only the soonest are shown.
    let isOwn: Bool

    /// How many rows of each part are shown; the list of work has the rest.
    static let most = 30

    init(_ call: Call, _ db: Transaction) throws {
        let (sight, day) = (call.sight, call.day)
        isOwn = sight.scope != .everything
        let last = day.adding(days: 30)
        var due: [DueItem] = []
        if case .units(let units) = sight.scope {
            due = try Following.due(within: sight.scope, on: day, until: last, db)
            // A leader of many units sees what these lead; what they take part in they see themselves.
            for unit in units.count <= 8 ? units.sorted() : [] where call.directory.version(of: unit, on: day) != nil {
                due += try Following.coordinated(by: unit, on: day, until: last, call.directory, db)
            }
            due.sort()
        } else {
            due = try Self.soonest(of: sight, call, db)
        }
        late = due.filter { $0.state == .openLate }
        let coming = due.filter { $0.state != .openLate }
        let sunday = day.adding(days: 7)
        week = coming.filter { $0.due.map { $0 <= sunday } ?? false }
        month = coming.filter { $0.due.map { $0 > sunday } ?? false }
        completions =
            call.may(.approve)
            ? try Following.waitingForApproval(
                within: call.scope(.approve), by: call.seat.account.id, limit: Self.most, db) : []
        extensions =
            call.may(.extend)
            ? try Following.waitingExtensions(within: call.scope(.extend), limit: Self.most, db) : []
    }

    /// Of all units a page of what is late and one of what comes: nobody reads ten thousand rows in the morning.
    private static func soonest(of sight: Sight, _ call: Call, _ db: Transaction) throws -> [DueItem] {
        var late = WorkQuestion()
        late.states = [.openLate]
        late.isDescending = true
        var coming = WorkQuestion()
        coming.states = [.openInTime]
        coming.due = .window(Window(sight.day, sight.day.adding(days: 30)))
        return try [late, coming].flatMap { try Following.work($0, within: sight, call.directory, db) }.map(
            DueItem.init)
    }
}

extension DueItem {
    /// A row of the list of work, as it is shown among what is due.
    fileprivate init(_ line: WorkLine) {
        self.init(
            occurrence: line.occurrence, assignment: 0, unit: line.unit, written: line.written, role: .lead,
            text: line.text, due: line.due, state: line.state, plan: line.plan, document: line.document, quote: "")
    }
}

extension MyWorkPage {
    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(words("mine.title"), section: "mine", assets: ["plans.css"]) { html in
            html.element(
                "p", .class("quiet"),
                text: words("mine.for", ["unit": call.seat.unit.name, "day": words.day(call.day)]))
            numbers(words, &html)
            if late.isEmpty && week.isEmpty && month.isEmpty && completions.isEmpty && extensions.isEmpty {
                html.element("div", .class("empty")) { html in
                    html.element("p", .class("lead"), text: words("mine.nothing"))
                    html.element("a", .class("button"), .href(Paths.work), text: words("mine.all"))
                }
                return
            }
            waiting(completions, "approve", call, &html)
            waiting(extensions, "extend", call, &html)
            part(late, "late", \.late, call, &html)
            part(week, "week", \.week, call, &html)
            part(month, "month", \.month, call, &html)
            html.element("p") { $0.element("a", .href(Paths.work), text: words("mine.all")) }
        }
    }

    /// The parts in big numbers, each leading to its list.
    private func numbers(_ words: Words, _ html: inout MarkupWriter) {
        html.element("ul", .class("numbers")) { html in
            for (key, count, look) in [
                ("approve", completions.count, "accent"), ("extend", extensions.count, "accent"),
                ("late", late.count, "late"), ("week", week.count, "wait"), ("month", month.count, ""),
            ] where count > 0 || ["late", "week", "month"].contains(key) {
                html.element("li", .class(count == 0 ? "none" : look)) { html in
                    html.element("a", .href("#\(key)")) { html in
                        html.element(
                            "strong", text: isOwn || count < WorkQuestion.pageLength ? words.number(count) : "\(count)+"
                        )
                        html.element("span", text: words("mine.\(key)"))
                    }
                }
            }
        }
    }

    private func part(
        _ items: [DueItem], _ key: String, _ question: KeyPath<MyWorkQuestions, WorkQuestion>, _ call: Call,
        _ html: inout MarkupWriter
    ) {
        guard !items.isEmpty else { return }
        let words = call.words
        html.element("h2", .id(key), text: words("mine.\(key)"))
        html.element("ul", .class("lines work")) { html in
            for item in items.prefix(Self.most) {
                html.element("li") { html in
                    html.element("a", .class("open"), .href(Paths.occurrence(item.occurrence)), text: item.text)
                    html.element("p", .class("row small")) { html in
                        html.element("span", .class("due \(item.state == .openLate ? "late" : "")")) { html in
                            html.due(item.due, item.state, on: call.day, words)
                        }
                        if item.role == .coordinate {
                            html.element("span", .class("badge"), text: words("work.role.coordinate"))
                        }
                        html.element("span", .class("quiet"), text: item.document ?? words("work.no-number"))
                        if item.role == .lead, item.unit != call.seat.position.organisation {
                            html.element("span", .class("quiet"), text: call.unitName(item.unit, written: item.written))
                        }
                    }
                }
            }
        }
        if items.count > Self.most {
            let address = Paths.work(MyWorkQuestions(day: call.day)[keyPath: question])
            html.element("p") { html in
                html.element("a", .href(address), text: words("mine.more", ["count": words.number(items.count)]))
            }
        }
    }

    private func waiting(_ waiting: [WaitingWork], _ key: String, _ call: Call, _ html: inout MarkupWriter) {
        guard !waiting.isEmpty else { return }
        let words = call.words
        html.element("h2", .id(key), text: words("mine.\(key)"))
        html.element("ul", .class("lines work")) { html in
            for work in waiting {
                html.element("li") { html in
                    html.element("a", .class("open"), .href(Paths.occurrence(work.occurrence)), text: work.text)
                    html.element("p", .class("row small")) { html in
                        switch work.what {
                        case .completion(let day):
                            html.element(
                                "span", .class("badge accent"), text: words("mine.declared", ["day": words.day(day)]))
                        case .extending(_, let day):
                            html.element(
                                "span", .class("badge accent"), text: words("mine.asked", ["day": words.day(day)]))
                        }
                        html.element("span", .class("quiet"), text: call.unitName(work.unit))
                    }
                }
            }
        }
    }
}

/// The lists of work behind the parts of the page.
struct MyWorkQuestions {
    let day: Day

    var late: WorkQuestion { WorkQuestion().with { $0.states = [.openLate] } }
    var week: WorkQuestion { coming(0, 7) }
    var month: WorkQuestion { coming(8, 30) }

    private func coming(_ first: Int, _ last: Int) -> WorkQuestion {
        WorkQuestion().with {
            $0.states = [.openInTime]
            $0.due = .window(Window(day.adding(days: first), day.adding(days: last)))
        }
    }
}

import Markup
package import Office
import Registers
import Storage
import Vietnamese
import Web
import Wording
package import WorkCalendar

/// What an address asks of figures: of which days, by which regime, of whose records. It stands in the address, so that it can be sent on.
struct AskedFigures: Sendable {
    /// As it stands in the field.
    let windowText: String
    let period: FigurePeriod
    /// As it was typed.
    let unitText: String
    let reach: FigureReach
    /// What could not be understood, by the names of the fields.
    let problems: [String: Message]
    /// Whose records are counted; `nil` where the unit did not stand then.
    let scope: Scope?
    let scopeBefore: Scope?
    /// Whether the numbers of a year before are of the same units.
    let isComparable: Bool

    /// Whether small numbers of confidential registers are not told.
    private let hidesSmall: Bool

    /// Names in the address.
    static let window = "ky", regime = "che-do", unit = "don-vi", boundaries = "co-cau"

    init(_ call: Call) {
        var problems: [String: Message] = [:]
        let asked = (call.address[Self.window] ?? "").trimmed
        let regime = call.address[Self.regime].flatMap { ReportingRegime.named($0) } ?? .calendar
        let usual = FigurePeriod(.year(call.day.year), regime)
        let found = asked.isEmpty ? usual : FigurePeriod(asked: asked, regime)
        if found == nil { problems[Self.window] = Message("figures.no-window", ["text": asked]) }
        period = found ?? usual
        windowText = asked.isEmpty ? String(call.day.year) : asked

        unitText = call.address[Self.unit] ?? ""
        var unit: OrganisationID?
        if !unitText.isEmpty {
            unit = call.directory.unit(called: unitText, on: call.day, within: call.home)
            if unit == nil { problems[Self.unit] = Message("figures.no-unit", ["text": unitText]) }
        }
        let boundaries = call.address[Self.boundaries].flatMap { FigureReach.Boundaries(rawValue: $0) } ?? .now
        let reach = FigureReach(unit, boundaries)
        self.reach = reach
        self.problems = problems
        hidesSmall = !call.may(.readConfidential)
        let reading = call.scope(.readRecords)
        let (directory, day) = (call.directory, call.day)
        scope = reach.scope(in: period.window, within: reading, directory, today: day)
        scopeBefore = reach.scope(in: period.yearBefore, within: reading, directory, today: day)
        isComparable =
            scope != nil && scopeBefore != nil
            && reach.isComparable(period.window, with: period.yearBefore, directory, today: day)
    }

    /// The question, about nobody's records where the unit did not stand then.
    var question: FigureQuestion { question(of: period.window, within: scope) }
    var questionBefore: FigureQuestion { question(of: period.yearBefore, within: scopeBefore) }

    /// The same question about other days.
    func question(of window: Window, within scope: Scope?) -> FigureQuestion {
        var question = FigureQuestion(window, within: scope ?? .units([]))
        question.hidesSmall = hidesSmall
        return question
    }

    /// The days in words, with the rule that gives a period such days.
    func title(_ words: Words) -> String {
        let name = period.period.map { $0.vietnamese } ?? ""
        let days = period.window.vietnamese
        guard let source = period.regime.source, !name.isEmpty else { return days }
        return "\(name) (\(days), \(source))"
    }

    /// The fields in which all of it is asked otherwise.
    func form(
        _ address: PageAddress, _ words: Words, _ html: inout MarkupWriter,
        more: (inout MarkupWriter) -> Void = { _ in }
    ) {
        html.element("form", .class("panel figure-form no-print"), Attribute("action", address.path)) { html in
            for item in address.items where item.name.hasPrefix(FigurePaths.narrowed) || item.name == FigurePaths.chosen
            {
                html.hidden(item.name, item.value)
            }
            html.element("div", .class("fields")) { html in
                html.field(
                    Field(
                        Self.window, words("figures.window"), value: windowText, hint: words("figures.window-hint"),
                        error: problems[Self.window].map { words($0) }))
                html.field(
                    Field(
                        Self.regime, words("figures.regime"),
                        .choice(ReportingRegime.all.map { ($0.key, words("figures.regime.\($0.key)")) }),
                        value: period.regime.key, hint: words("figures.regime-hint")))
                html.field(
                    Field(
                        Self.unit, words("figures.unit"), value: unitText, hint: words("figures.unit-hint"),
                        error: problems[Self.unit].map { words($0) }, suggestions: "/co-quan/goi-y"))
                html.field(
                    Field(
                        Self.boundaries, words("figures.boundaries"),
                        .choice(
                            FigureReach.Boundaries.allCases.map {
                                ($0.rawValue, words("figures.boundaries.\($0.rawValue)"))
                            }),
                        value: reach.boundaries.rawValue, hint: words("figures.boundaries-hint")))
                more(&html)
            }
            html.button(words("figures.show"), .class("primary"))
        }
        if scope == nil { html.element("p", .class("notice warning"), text: words("figures.not-there")) }
        if scope != nil, !isComparable {
            html.element("p", .class("notice warning"), text: words("figures.not-comparable-why"))
        }
    }

    /// The value of the year before in words, and how much more or less it is now; that they cannot be compared where they cannot.
    func before(_ before: FigureAnswer, of figure: FigureDefinition, _ words: Words) -> String {
        scopeBefore == nil ? "–" : before.text(figure, words)
    }

    func change(_ now: FigureAnswer, since before: FigureAnswer, _ words: Words) -> String {
        isComparable ? now.change(since: before, words) : words("figures.not-comparable")
    }
}

extension Directory {
    /// The one unit that is called so on a day, or whose name alone comes close.
    package func unit(called name: String, on day: Day, within home: OrganisationID) -> OrganisationID? {
        let near = suggestions(for: name, on: day, within: home, limit: 5)
        let same = near.filter { self.name(of: $0, on: day)?.lowercased() == name.lowercased() }
        return same.count == 1 ? same[0] : near.count == 1 ? near[0] : nil
    }
}

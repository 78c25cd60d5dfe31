import Markup
import Office
import Storage
import Web
import WorkCalendar

/// Place by place the last number, how it changed, and who has not answered for a year.
struct SurveyPage {
    struct Row {
        let place: FieldValue?
        let day: Day
        let value: Int
        /// What it was the time before; `nil` where this is the first.
        let before: Int?
    }

    /// A unit that has not answered for a year.
    struct Silent {
        let unit: OrganisationID
        let last: Day?
        let hasDeclaredNothing: Bool
    }

    let request: RegisterRequest
    let survey: Survey
    let rows: [Row]
    let silent: [Silent]

    private var words: Words { request.words }

    init(_ request: RegisterRequest, _ survey: Survey, _ db: Transaction) throws {
        self.request = request
        self.survey = survey
        rows = try Self.rows(request, survey, db)
        silent = try Self.silent(rows, request, survey, db)
    }

    /// The last two numbers of each kind at each place, added up by place.
    private static func rows(_ request: RegisterRequest, _ survey: Survey, _ db: Transaction) throws -> [Row] {
        let definition = request.definition
        guard let place = survey.locality.flatMap({ definition[$0] }), let column = place.equalityColumn,
            let day = survey.year.flatMap({ definition[$0]?.dayColumn }), let value = survey.value
        else { return [] }
        let condition = try definition.condition(RecordQuery(), within: request.readable, db)
        let kinds = [column] + survey.per.compactMap { definition[$0]?.equalityColumn }
        let own = Query(joining: kinds.map { "r.\(name: $0)" as Query }, ", ")
        return try db.all(
            """
            SELECT place, MAX(day), SUM(CASE WHEN turn = 1 THEN amount END), SUM(CASE WHEN turn = 2 THEN amount END)
            FROM (SELECT r.\(name: column) AS place, r.\(name: day) AS day, r.\(name: value.column) AS amount,
                ROW_NUMBER() OVER (PARTITION BY \(own) ORDER BY r.\(name: day) DESC, r.id DESC) AS turn
                FROM \(definition.source()) WHERE \(condition) AND r.\(name: day) IS NOT NULL) AS s
            WHERE turn <= 2 GROUP BY place ORDER BY place
            """
        ) { row in
            let cell = try row.next(Value.self)
            return Row(
                place: try place.value(of: [cell] + place.columns.dropFirst().map { _ in .null }),
                day: try row.next(), value: try row.next(Int?.self) ?? 0, before: try row.next())
        }
    }

    private static func silent(
        _ rows: [Row], _ request: RegisterRequest, _ survey: Survey, _ db: Transaction
    ) throws -> [Silent] {
        let call = request.call
        guard survey.locality.flatMap({ request.definition[$0]?.kind }) == .unit,
            let province = call.directory.province(of: OrganisationID(rawValue: call.seat.unit.id))
        else { return [] }
        var last: [OrganisationID: Day] = [:]
        for row in rows { if case .unit(let unit)? = row.place { last[unit] = row.day } }
        let scope = request.readable
        let since = Survey.yearAgo(call.day)
        let nothing = Set(
            try request.book.nothingDeclared(within: scope, db).filter { $0.window.last >= since }.map(\.unit))
        return call.directory.descendants(of: province, on: call.day)
            .filter { $0.level == .commune && scope.contains($0.organisation) }.map(\.organisation)
            .filter { last[$0].map { $0 < since } ?? true }
            .map { Silent(unit: $0, last: last[$0], hasDeclaredNothing: nothing.contains($0)) }
    }

    var page: Page {
        Page(words("survey.title"), section: "registers", trail: request.trail, assets: ["registers.css"]) { html in
            html.element("p", .class("quiet"), text: words("survey.about"))
            if rows.isEmpty {
                html.element("div", .class("empty")) { $0.element("p", text: words("survey.none")) }
            } else {
                table(&html)
            }
            guard !silent.isEmpty else { return }
            html.element("h2", text: words("survey.silent", ["count": words.number(silent.count)]))
            html.element("ul", .class("lines")) { html in
                for one in silent {
                    html.element("li", .class("row")) { html in
                        html.element("span", text: request.writing.unit(one.unit))
                        if one.hasDeclaredNothing {
                            html.element("span", .class("badge done"), text: words("survey.nothing"))
                        } else {
                            html.element(
                                "span", .class("badge wait"),
                                text: one.last.map { words("survey.last", ["day": words.day($0)]) }
                                    ?? words("survey.never"))
                        }
                    }
                }
            }
        }
    }

    private func table(_ html: inout MarkupWriter) {
        let definition = request.definition
        guard let place = survey.locality.flatMap({ definition[$0] }),
            let value = survey.value.flatMap({ definition[$0] })
        else { return }
        let head = [
            request.name(place.names), words("survey.day"), request.name(value.names), words("survey.before"),
            words("survey.change"),
        ]
        html.element("div", .class("cards")) { html in
            html.table(
                caption: words("survey.title"), head: head.enumerated().map { Column($1, isNumber: $0 > 1) }
            ) { html in
                for row in rows {
                    html.element("tr") { html in
                        html.element(
                            "th", Attribute("scope", "row"),
                            text: row.place.map { request.writing.text($0, place) } ?? words("survey.everywhere"))
                        html.element("td", Attribute("data-label", head[1]), text: words.day(row.day))
                        html.element(
                            "td", .class("number"), Attribute("data-label", head[2]),
                            text: request.writing.number(row.value, places: value.places))
                        html.element(
                            "td", .class("number"), Attribute("data-label", head[3]),
                            text: row.before.map { request.writing.number($0, places: value.places) } ?? "–")
                        html.element(
                            "td", .class("number"), Attribute("data-label", head[4]),
                            text: row.before.map { request.change(from: $0, to: row.value, value) } ?? "")
                    }
                }
            }
        }
    }
}

extension RegisterRequest {
    /// A change in words: "+1.200 (+4,5%)".
    func change(from before: Int, to after: Int, _ field: FieldDefinition) -> String {
        let change = after - before
        let sign = change > 0 ? "+" : ""
        let text = sign + writing.number(change, places: field.places)
        guard before > 0 else { return text }
        let share = Int((Int128(change) * 1_000 / Int128(before)))
        return "\(text) (\(sign)\(writing.number(share, places: 1))%)"
    }
}

/// How the number of a record's place and kind went on.
struct SurveyPanel: RecordPanel {
    let chain: SurveyChain
    let survey: Survey

    let isBroad = false

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        guard let field = survey.value.flatMap({ page.definition[$0] }) else { return }
        let words = page.words
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("survey.course"))
            html.element("ul", .class("plain")) { html in
                for (place, link) in chain.links.enumerated().reversed() {
                    html.element("li") { html in
                        let text =
                            "\(words.day(link.day)): \(link.value.map { page.request.writing.number($0, places: field.places) } ?? "–")"
                        if link.id == page.record.id {
                            html.element("strong", text: text)
                        } else {
                            html.element(
                                "a", .href(RegisterPaths.record(page.definition.key, link.id)), text: text)
                        }
                        if place > 0, let before = chain.links[place - 1].value, let value = link.value {
                            html.element(
                                "span", .class("small quiet"),
                                text: " \(page.request.change(from: before, to: value, field))")
                        }
                    }
                }
            }
        }
    }
}

extension Survey: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        let chain = try SurveyChain(of: record.content, unit: record.unit, self, request.definition, db)
        return chain.links.count > 1 ? SurveyPanel(chain: chain, survey: self) : nil
    }
}

extension RegisterPages {
    func addSurvey(to routes: inout DeskRoutes) {
        get(&routes, "\(RegisterPaths.index)/{register}/khao-sat", .readRecords) { request, db in
            guard let survey = request.definition.behaviour(Survey.self) else { throw WebFailure.notFound }
            return try SurveyPage(request, survey, db).page
        }
    }
}

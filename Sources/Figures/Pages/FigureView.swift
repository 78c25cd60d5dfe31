import Markup
import Office
import Registers
import Storage
import Web
import WorkCalendar

/// One figure, opened: its value beside the year before, its parts, and the records that make it up.
struct FigurePage: Sendable {
    private let declared: Figures.Declared
    private let asked: AskedWindow
    private let answer: FigureAnswer
    private let before: FigureAnswer
    private let group: RecordQuery.Facet?
    private let parts: [(value: FieldValue, name: String, answer: FigureAnswer)]
    private let rows: [FigureContribution]
    private let titles: [RecordID: String]
    /// Whether the records may be seen that make it up.
    private let isOpen: Bool

    /// How many records are shown; the register has the rest.
    private static let most = 500

    init(
        _ declared: Figures.Declared, _ asked: AskedWindow, _ finder: FigureFinder, _ writing: ValueWriting,
        _ call: Call, _ db: Transaction
    ) throws {
        (self.declared, self.asked) = (declared, asked)
        var question = FigureQuestion(asked.window, within: call.scope(.readRecords))
        question.hidesSmall = !call.may(.readConfidential)
        answer = try finder.answer(declared, to: question, db)
        before = try finder.answer(declared, to: question.yearBefore, db)
        isOpen = call.may(declared.register.reading)
        let group = isOpen ? Self.group(of: declared, call) : nil
        self.group = group
        parts =
            try group.map { group in
                try finder.groups(of: declared, by: [group], question, db).map {
                    ($0.values[0], writing.text($0.values[0], of: group, in: declared.register), $0.answer)
                }
            } ?? []
        rows = isOpen ? try finder.contributions(to: declared, question, limit: Self.most + 1, db) : []
        titles = try declared.register.titles(of: Set(rows.map(\.record)), writing, db)
    }

    /// By what the figure is divided: as was asked; different values by themselves.
    private static func group(of declared: Figures.Declared, _ call: Call) -> RecordQuery.Facet? {
        let facets = declared.register.listFacets
        if let wanted = call.address[FigurePaths.group] { return facets.first { $0.name == wanted } }
        guard case .distinct(let key) = declared.figure.measure else { return nil }
        return facets.first { $0 == .field(key) }
    }

    /// The register that it is found in.
    var register: Definition { declared.register }

    /// Whether the page tells of single records of a confidential register.
    var showsConfidential: Bool { isOpen && register.isConfidential }

    func view(_ call: Call, _ site: Site) -> Page {
        let words = call.words
        let figure = declared.figure
        let name = figure.names[words.language]
        return Page(
            name, section: "figures", trail: [Page.Link(words("figures.title"), FigurePaths.index)]
        ) { html in
            html.element("p", .class("lead")) { html in
                html.element("strong", text: answer.text(figure, words))
                html.text(" · \(asked.window.vietnamese)")
            }
            html.element(
                "p", .class("quiet"),
                text: "\(words("figures.before")): \(before.text(figure, words)) \(answer.change(since: before, words))"
            )
            guard isOpen else { return html.element("p", .class("hint"), text: words("figures.confidential")) }
            asked.form(FigurePaths.figure(figure.name), words, &html) { html in
                html.field(
                    Field(
                        FigurePaths.group, words("figures.by"),
                        .choice(
                            [("", words("figures.by-none"))]
                                + declared.register.listFacets.map { ($0.name, facetName($0, words)) }),
                        value: group?.name ?? ""))
            }
            chart(call, site, &html)
            recordTable(words, &html)
        }
    }

    private func facetName(_ facet: RecordQuery.Facet, _ words: Words) -> String {
        switch facet {
        case .state: words("figures.state")
        case .unit: words("figures.unit")
        case .field(let key): declared.register[key]?.names[words.language] ?? key.text
        }
    }

    private func chart(_ call: Call, _ site: Site, _ html: inout MarkupWriter) {
        guard let group else { return }
        let (words, figure) = (call.words, declared.figure)
        let title = "\(figure.names[words.language]), \(asked.window.vietnamese)"
        let drawn = parts.map { part in
            (
                code: part.value.plain(),
                part: Chart.Part(part.name, part.answer.amount?.rounded, text: part.answer.text(figure, words))
            )
        }
        let (column, measure) = (facetName(group, words), figure.names[words.language])
        if case .field(let key) = group, let kind = declared.register[key]?.kind, [.country, .countries].contains(kind)
        {
            html.worldMap(WorldMap(title, of: column, measure: measure, drawn, site), words)
        } else {
            html.bars(Chart(title, of: column, measure: measure, drawn.map(\.part)), words)
        }
    }

    private func recordTable(_ words: Words, _ html: inout MarkupWriter) {
        html.element("h2", text: words("figures.records"))
        guard !rows.isEmpty else {
            html.element("p", .class("empty"), text: words("figures.no-rows"))
            return
        }
        let register = declared.register
        let head = [
            Column(words("figures.day")), Column(words("figures.record")),
            Column(words("figures.value"), isNumber: true),
        ]
        html.table(caption: words("figures.records"), head: head) { html in
            for row in rows.prefix(Self.most) {
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
        html.element("p") { html in
            if rows.count > Self.most { html.text("\(words("figures.records-more")) ") }
            html.element("a", .href(RegisterPaths.list(register.key)), text: words("figures.open-register"))
        }
    }
}

extension RecordQuery.Facet {
    /// As it stands in an address.
    fileprivate var name: String {
        switch self {
        case .state: "trang-thai"
        case .unit: "don-vi"
        case .field(let key): key.text
        }
    }
}

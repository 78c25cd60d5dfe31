import Office
import Registers
import Storage
import Web
import WorkCalendar

/// One figure, opened: its value beside the year before, its parts by one or two fields or as they follow in time, and the records that
/// make it up.
struct FigurePage: Sendable {
    /// A part of the figure: of one value of a field, of two, or of a month.
    struct Part: Sendable {
        let names: [String]
        /// As they stand in addresses and as codes of countries.
        let values: [String]
        let answer: FigureAnswer
        /// A year before; of what follows in time.
        var before: FigureAnswer?
        /// Beneath a line: "7/25".
        var mark = ""
    }

    /// What is taken away of it: its parts, or its records where it is not divided.
    enum Row: Sendable {
        case part(Part)
        case record(name: String, FigureContribution)
    }

    let declared: Figures.Declared
    let asked: AskedFigures
    let answer: FigureAnswer
    let before: FigureAnswer
    /// By what it is divided, none to two.
    let groups: [RecordQuery.Facet]
    let step: FigureStep?
    let parts: [Part]
    let contributions: [FigureContribution]
    let titles: [RecordID: String]
    /// Whether the records may be seen that make it up; else it is neither divided nor opened.
    let isOpen: Bool
    /// What it is narrowed to, in words.
    let narrowed: [(facet: RecordQuery.Facet, text: String)]

    /// How many records are shown; the register has the rest.
    static let most = 500

    var name: String { declared.figure.name }

    /// Whether the page tells of single records of a confidential register.
    var showsConfidential: Bool { isOpen && declared.register.isConfidential }

    init(
        _ declared: Figures.Declared, _ finder: FigureFinder, _ writing: ValueWriting, _ call: Call, _ db: Transaction
    ) throws {
        self.declared = declared
        let asked = AskedFigures(call)
        self.asked = asked
        isOpen = call.may(declared.register.reading)
        let facets = isOpen ? declared.register.listFacets : []
        let chosen = facets.compactMap { facet in
            call.address["\(FigurePaths.narrowed)\(facet.name)"].flatMap { facet.value($0, in: declared.register) }
                .map { (facet, $0) }
        }
        narrowed = chosen.map { ($0, writing.text($1, of: $0, in: declared.register)) }
        func narrowing(_ question: FigureQuestion) -> FigureQuestion {
            var question = question
            for (facet, value) in chosen { question.facets[facet] = [value] }
            return question
        }
        let question = narrowing(asked.question)
        answer = try finder.answer(declared, to: question, db)
        before = try finder.answer(declared, to: narrowing(asked.questionBefore), db)
        step = isOpen ? call.address[FigurePaths.step].flatMap { FigureStep(rawValue: $0) } : nil
        groups = step == nil ? Self.groups(of: declared, facets, call) : []
        if let step {
            parts = try asked.period.parts(by: step).map { part in
                func answer(_ window: Window) throws -> FigureAnswer {
                    let scope = asked.reach.scope(
                        in: window, within: call.scope(.readRecords), call.directory, today: call.day)
                    return try finder.answer(
                        declared, to: narrowing(asked.question(of: window, within: scope)), db)
                }
                let earlier = Window(part.window.first.adding(years: -1), part.window.last.adding(years: -1))
                return Part(
                    names: [part.period.vietnamese], values: ["\(part.window.first)..\(part.window.last)"],
                    answer: try answer(part.window), before: asked.isComparable ? try answer(earlier) : nil,
                    mark: part.period.mark)
            }
        } else if !groups.isEmpty {
            let groups = groups
            parts = try finder.groups(of: declared, by: groups, question, db).map { group in
                Part(
                    names: zip(group.values, groups).map { writing.text($0, of: $1, in: declared.register) },
                    values: group.values.map { $0.plain() }, answer: group.answer)
            }
        } else {
            parts = []
        }
        contributions = isOpen ? try finder.contributions(to: declared, question, limit: Self.most + 1, db) : []
        titles = try declared.register.titles(of: Set(contributions.map(\.record)), writing, db)
    }

    /// By what the figure is divided: as was asked; different values by themselves.
    private static func groups(
        of declared: Figures.Declared, _ facets: [RecordQuery.Facet], _ call: Call
    ) -> [RecordQuery.Facet] {
        let asked = [FigurePaths.group, FigurePaths.second].compactMap { call.address[$0] }
        if call.address.items.contains(where: { $0.name == FigurePaths.group }) {
            var known: Set<RecordQuery.Facet> = []
            return asked.compactMap { name in facets.first { $0.name == name } }.filter { known.insert($0).inserted }
        }
        guard case .distinct(let key) = declared.figure.measure else { return [] }
        return facets.filter { $0 == .field(key) }
    }

    // MARK: As it is taken away

    /// What stands in a file: parts, or records.
    var rows: [Row] {
        parts.isEmpty
            ? contributions.prefix(Self.most).map { .record(name: titles[$0.record] ?? "#\($0.record.rawValue)", $0) }
            : parts.map { .part($0) }
    }

    var listing: Listing<Row> {
        let value = ListingColumn<Row>.decimal("value", "figures.value") { row in
            switch row {
            case .part(let part): part.answer.amount?.double
            case .record(_, let contribution): contribution.amount?.double
            }
        }
        guard !parts.isEmpty else {
            return Listing(
                "figure", title: "figures.title",
                columns: [
                    .day("day", "figures.day") {
                        if case .record(_, let contribution) = $0 { contribution.day } else { nil }
                    },
                    .text("record", "figures.record", width: 60) {
                        if case .record(let name, _) = $0 { name } else { nil }
                    },
                    value,
                ])
        }
        let isSecond = groups.count > 1
        func part(_ place: Int) -> @Sendable (Row) -> String? {
            { row in
                if case .part(let part) = row, part.names.indices.contains(place) { part.names[place] } else { nil }
            }
        }
        return Listing(
            "figure", title: "figures.title",
            columns: [.text("first", "figures.by", width: 40, part(0))]
                + (isSecond ? [.text("second", "figures.by-second", width: 40, part(1))] : []) + [value]
                + (step == nil
                    ? []
                    : [
                        .decimal("before", "figures.before") {
                            if case .part(let part) = $0 { part.before?.amount?.double } else { nil }
                        }
                    ]))
    }
}

extension PartialDate {
    /// In a few signs, to stand beside others: "7/25", "III/25", "2025".
    fileprivate var mark: String {
        switch self {
        case .month(let month, let year): "\(month)/\(year % 100)"
        case .quarter(let quarter, let year): "\(PartialDate.roman(quarter))/\(year % 100)"
        default: String(year)
        }
    }
}

extension RecordQuery.Facet {
    /// As it stands in an address.
    var name: String {
        switch self {
        case .state: "trang-thai"
        case .unit: "co-quan"
        case .field(let key): key.text
        case .behaviour(let name): "xet-\(name)"
        }
    }

    /// A value of it as an address writes it.
    fileprivate func value(_ text: String, in register: Definition) -> FieldValue? {
        switch self {
        case .state, .behaviour: return .key(text)
        case .unit: return Int(text).map { .unit(OrganisationID(rawValue: $0)) }
        case .field(let key):
            guard let field = register[key], let value = FieldValue(plain: text, of: field) else { return nil }
            if case .keys(let keys) = value { return keys.first.map { .key($0) } }
            return value
        }
    }
}

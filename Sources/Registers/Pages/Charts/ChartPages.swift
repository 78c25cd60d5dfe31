import Markup
import Office
import Storage
import Web

/// The chart of a register: how many of its records there are of each value, as bars or on a map of the world.
extension RegisterPages {
    func addChart(to routes: inout DeskRoutes) {
        get(&routes, "\(RegisterPaths.index)/{register}/bieu-do", .readRecords, as: .chart) { [self] request, db in
            try RegisterChart(request, db).page(desk.site)
        }
    }
}

/// What the page of a register's chart shows: the records that the list of the same address shows.
struct RegisterChart {
    let request: RegisterRequest
    let facet: RecordQuery.Facet?
    let groups: [RecordGroup]

    /// What the address names the facet that is drawn.
    static let by = "theo"

    init(_ request: RegisterRequest, _ db: Transaction) throws {
        self.request = request
        let definition = request.definition
        let facets = definition.listFacets
        let usual = definition.display.chart.first.map { RecordQuery.Facet.field($0) }
        let wanted = request.call.address[Self.by]
        let facet = facets.first { RegisterQuestion.Item.facet($0) == wanted } ?? usual ?? facets.first
        self.facet = facet
        let question = request.question
        groups =
            try facet.map { facet in
                try request.book.groups(
                    by: [facet], question.list.query, within: request.readable, db)
            } ?? []
    }

    func page(_ site: Site) -> Page {
        let (words, definition) = (request.words, request.definition)
        let title = words("register.chart-of", ["register": request.name(definition.names)])
        return Page(title, section: "registers", trail: request.trail, assets: ["registers.css"]) { html in
            choice(&html)
            guard let facet else {
                html.element("p", .class("empty"), text: words("register.chart-none"))
                return
            }
            let parts = groups.map { group in
                (
                    code: group.values[0]?.plain() ?? "",
                    part: Chart.Part(
                        request.text(group.values[0], of: facet), group.count,
                        address: group.values[0].map { address(of: $0, facet) })
                )
            }
            let (column, measure) = (name(facet), words("register.chart-measure"))
            if isOfCountries(facet) {
                html.worldMap(WorldMap(title, of: column, measure: measure, parts, site), words)
            }
            html.bars(Chart(column, of: column, measure: measure, parts.map(\.part)), words)
        }
    }

    /// By what the records are divided; what narrows them stays.
    private func choice(_ html: inout MarkupWriter) {
        let address = request.call.address
        html.element("form", .class("row search-line"), Attribute("action", address.path)) { html in
            for item in address.items where item.name != Self.by { html.hidden(item.name, item.value) }
            html.field(
                Field(
                    Self.by, request.words("register.chart-by"),
                    .choice(request.definition.listFacets.map { (RegisterQuestion.Item.facet($0), name($0)) }),
                    value: facet.map { RegisterQuestion.Item.facet($0) } ?? ""))
            html.button(request.words("register.chart-show"), .class("primary"))
        }
    }

    private func name(_ facet: RecordQuery.Facet) -> String {
        switch facet {
        case .state: request.words("register.state")
        case .unit: request.words("register.unit")
        case .field(let key): request.definition[key].map { request.name($0.names) } ?? key.text
        case .behaviour(let name): request.words("behaviour.\(name)")
        }
    }

    private func isOfCountries(_ facet: RecordQuery.Facet) -> Bool {
        guard case .field(let key) = facet, let kind = request.definition[key]?.kind else { return false }
        return kind == .country || kind == .countries
    }

    /// The list of the records that a part of the chart counts.
    private func address(of value: FieldValue, _ facet: RecordQuery.Facet) -> String {
        request.call.address.moved(to: request.path).with(Self.by, nil)
            .with(RegisterQuestion.Item.facet(facet), value.plain()).description
    }
}

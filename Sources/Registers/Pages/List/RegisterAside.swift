import Markup
import Office
import Web

/// What stands beside a list: what narrows it, each value with how many records it would leave; its columns; saved views.
struct RegisterAside {
    let list: RegisterListPage

    /// How many values of a facet are seen at once.
    private static let most = 8
    private typealias Item = RegisterQuestion.Item

    private var request: RegisterRequest { list.request }
    private var words: Words { list.words }

    func write(to html: inout MarkupWriter) {
        views(&html)
        for (facet, groups) in list.counts.facets { write(facet, groups, &html) }
        columns(&html)
        html.element("p") { html in
            html.element(
                "a", .href(PageAddress(request.path, [(Item.removed, "1")]).description),
                text: words("register.show-removed"))
        }
        if request.definition.retention?.years != nil {
            html.element("p") { html in
                html.element("a", .href("\(request.path)/het-han-luu"), text: words("retention.title"))
            }
        }
    }

    private func write(_ facet: RecordQuery.Facet, _ groups: [RecordGroup], _ html: inout MarkupWriter) {
        let chosen = Set(list.question.list.query.facets[facet] ?? [])
        var known = groups.filter { ($0.values.first ?? nil) != nil }
        if case .behaviour(let name) = facet, let behaviour = request.definition.sorting(name) {
            let order = type(of: behaviour).standings.map { FieldValue?.some(.key($0)) }
            known = order.compactMap { value in known.first { $0.values.first == value } }
        }
        if known.isEmpty || facet == .unit && known.count < 2 && chosen.isEmpty { return }
        func isChosen(_ group: RecordGroup) -> Bool { (group.values.first ?? nil).map(chosen.contains) ?? false }
        let shown = known.indices.filter { $0 < Self.most || isChosen(known[$0]) }
        html.element("section", .class("facet")) { html in
            html.element("h2", text: title(facet))
            write(shown.map { known[$0] }, facet, isChosen, &html)
            guard shown.count < known.count else { return }
            html.element("details") { html in
                html.element("summary", text: words("register.more", ["count": words.number(known.count)]))
                write(known, facet, isChosen, &html)
            }
        }
    }

    private func write(
        _ groups: [RecordGroup], _ facet: RecordQuery.Facet, _ isChosen: (RecordGroup) -> Bool,
        _ html: inout MarkupWriter
    ) {
        html.element("ul") { html in
            for group in groups {
                guard let value = group.values.first ?? nil else { continue }
                let address = list.address.toggling(Item.facet(facet), value.plain())
                html.element("li") { html in
                    html.element(
                        "a", .href(address.description), isChosen(group) ? Attribute("aria-current", "true") : nil
                    ) { html in
                        html.element("span", text: request.text(value, of: facet))
                        html.element("span", .class("number"), text: words.number(group.count))
                    }
                }
            }
        }
    }

    private func title(_ facet: RecordQuery.Facet) -> String {
        switch facet {
        case .state: words("register.state")
        case .unit: words("register.unit")
        case .field(let key): request.definition[key].map { request.name($0.names) } ?? key.text
        case .behaviour(let name): words("behaviour.\(name)")
        }
    }

    // MARK: Columns and views

    private func columns(_ html: inout MarkupWriter) {
        let chosen = Set(list.question.columns.map(\.key))
        html.element("details", .class("facet")) { html in
            html.element("summary", text: words("register.columns"))
            html.element("form", Attribute("action", request.path)) { html in
                for item in list.address.items where item.name != Item.column { html.hidden(item.name, item.value) }
                for field in request.definition.fields where !field.isPrivate && field.kind != .file {
                    html.element("label", .class("check")) { html in
                        html.element(
                            "input", Attribute("type", "checkbox"), Attribute("name", Item.column),
                            Attribute("value", field.key.text), .flag("checked", chosen.contains(field.key)))
                        html.element("span", text: request.name(field.names))
                    }
                }
                html.button(words("register.show-columns"))
            }
        }
    }

    private func views(_ html: inout MarkupWriter) {
        let query = list.address.moved(to: "").description
        guard !list.views.isEmpty || !query.isEmpty else { return }
        html.element("section", .class("facet")) { html in
            html.element("h2", text: words("register.views"))
            html.element("ul") { html in
                for view in list.views {
                    html.element("li", .class("row")) { html in
                        html.element("a", .href(request.path + view.query), text: view.name)
                        html.form(to: "\(request.path)/khung-nhin/\(view.id)", request.call.visit) { html in
                            html.button(words("register.view-delete"), .class("plain small"))
                        }
                    }
                }
            }
            guard !query.isEmpty else { return }
            html.element("details") { html in
                html.element("summary", text: words("register.view-save"))
                html.form(to: "\(request.path)/khung-nhin", request.call.visit) { html in
                    html.hidden("cau-hoi", String(query.dropFirst()))
                    html.field(Field("ten", words("register.view-name"), isRequired: true))
                    html.button(words("register.view-keep"))
                }
            }
        }
    }
}

import Markup
import Office
import Paper
import Vietnamese
import Web

/// How the file is read: its table, its form, what each column is about. Open where something in it was not understood.
struct ImportColumnsView {
    let page: ImportPreviewPage
    let preview: ImportPreview?

    private typealias Item = ImportQuestion.Item

    private var request: RegisterRequest { page.request }
    private var words: Words { request.words }

    func write(to html: inout MarkupWriter) {
        let unknown =
            preview?.table.columns.filter { if case .ignored = $0.content { $0.isNamed } else { false } } ?? []
        html.element("details", .class("panel import-columns"), .flag("open", preview == nil || !unknown.isEmpty)) {
            html in
            html.element("summary", text: summary(unknown.count))
            html.element("form", .class("record-form")) { html in
                html.element("div", .class("fields")) { html in
                    tables(&html)
                    forms(&html)
                    unit(&html)
                }
                if let table = preview?.table {
                    html.element("h3", text: words("import.columns"))
                    html.element("div", .class("fields")) { html in
                        for column in table.columns { choice(column, in: table, &html) }
                    }
                }
                html.button(words("import.look-again"))
            }
        }
    }

    private func summary(_ unknown: Int) -> String {
        guard let table = preview?.table else { return words("import.reading") }
        let form = table.layout.map { request.name($0.names) } ?? words("import.by-names")
        return unknown == 0
            ? words("import.reading-of", ["form": form])
            : words("import.reading-unknown", ["form": form, "count": words.number(unknown)])
    }

    private func tables(_ html: inout MarkupWriter) {
        guard page.grids.count > 1 else { return }
        let options = page.grids.enumerated().map { index, grid in
            let name = grid.name.isEmpty ? words("import.table-number", ["number": "\(index + 1)"]) : grid.name
            return (
                value: "\(index)", text: "\(name) (\(words("import.rows", ["count": words.number(grid.rows.count)])))"
            )
        }
        let chosen = page.question.address[Item.table] ?? preview.map { "\($0.table.index)" } ?? ""
        html.field(Field(Item.table, words("import.table"), .choice(options), value: chosen))
    }

    private func forms(_ html: inout MarkupWriter) {
        let layouts = request.definitions.layouts(of: request.definition.key)
        guard !layouts.isEmpty else { return }
        let options =
            [(value: ImportQuestion.plain, text: words("import.by-names"))]
            + layouts.map { (value: $0.key.text, text: request.name($0.names)) }
        let found = preview.map { $0.table.layout?.key.text ?? ImportQuestion.plain }
        html.field(
            Field(
                Item.layout, words("import.form"), .choice(options),
                value: page.question.address[Item.layout] ?? found ?? ImportQuestion.plain))
    }

    private func unit(_ html: inout MarkupWriter) {
        guard request.call.scope(.record) == .everything else { return }
        let name = page.question.address[Item.unit] ?? request.call.seat.unit.name
        html.field(
            Field(
                Item.unit, words("import.unit"), value: name, hint: words("import.unit-about"),
                error: page.unit == nil ? words("import.no-such-unit") : nil,
                suggestions: OrganisationPages.suggestions))
    }

    private func choice(_ column: ImportColumn, in table: ImportTable, _ html: inout MarkupWriter) {
        var options = [(value: "", text: words("import.ignore"))]
        var chosen = ""
        switch column.content {
        case .form(let own):
            let names = own.fields.compactMap { request.definition[$0] }.map { request.name($0.names) }
            options.append((ImportQuestion.asForm, names.joined(separator: ", ")))
            chosen = ImportQuestion.asForm
        case .target(let target): chosen = target.text
        case .ignored: break
        }
        options += ColumnTarget.all(request.definition).map { ($0.text, $0.name(request)) }
        let name = Item.column(column.column)
        html.field(Field(name, column.heading, .choice(options), value: chosen))
    }
}

extension ImportColumn {
    /// Whether its heading says that there is something in it: the running number of rows is none.
    fileprivate var isNamed: Bool { !["", "tt", "stt", "so tt", "no"].contains(heading.soughtWords) }
}

import Office
import Paper
import Storage
import Web

extension RegisterPages {
    func addTemplate(to routes: inout DeskRoutes) {
        routes.get("\(RegisterPaths.index)/{register}/mau.xlsx", .may(.record)) { [self] call in
            let request = try await desk.store.read { try self.request(call, $0) }
            let template = RegisterTemplate(request: request)
            let folder = try ReceivingFolder()
            defer { folder.remove() }
            try template.write(to: folder.place(1))
            return .download(
                try FileOnce(taking: folder.place(1)).body, name: template.fileName,
                type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
    }
}

/// A workbook to be filled in with new records: a heading for each field, lists to choose from, and how each column is written.
struct RegisterTemplate {
    let request: RegisterRequest

    private struct Column {
        let sheet: TemplateColumn
        let kind: String
        let help: String
    }

    private var words: Words { request.words }

    var fileName: String { "\(words("template.name", ["register": request.name(request.definition.names)])).xlsx" }

    func write(to path: String) throws {
        let columns = self.columns
        try TemplateWriter.write(
            path, name: request.name(request.definition.names), columns: columns.map(\.sheet),
            explanation: (
                words("template.explanation"),
                [words("import.column"), words("template.required"), words("template.kind"), words("template.help")],
                columns.map { column in
                    let choices = column.sheet.choices.joined(separator: "; ")
                    return [
                        column.sheet.title, column.sheet.isRequired ? words("list.yes") : "", column.kind,
                        [column.help, choices].filter { !$0.isEmpty }.joined(separator: "\n"),
                    ]
                }
            ), lists: "DanhMuc")
    }

    private var columns: [Column] {
        var columns = request.definition.fields.filter { $0.kind != .file }.flatMap(columns)
        if request.definition.states.count > 1 {
            columns.append(
                Column(
                    sheet: TemplateColumn(
                        words("register.state"), choices: request.definition.states.map { request.name($0.names) }),
                    kind: words("template.kind.choice"), help: words("template.state")))
        }
        return columns
    }

    private func columns(_ field: FieldDefinition) -> [Column] {
        let unit = field.unit.map { " (\(request.name($0)))" } ?? ""
        let choices =
            switch field.kind {
            case .choice, .choices: field.choices.map { request.name($0.names) }
            case .answer: [words("list.yes"), words("list.no")]
            default: [String]()
            }
        var help = field.help.map { request.name($0) } ?? ""
        if field.isPrivate { help = [words("register.private"), help].joined(separator: " ") }
        // Several may be chosen, or a day may follow: then a list to choose one from would refuse what is right.
        let isOne = field.kind == .choice
        var columns = [
            Column(
                sheet: TemplateColumn(
                    request.name(field.names) + unit, field.sheetKind, choices: isOne ? choices : [],
                    // A standard, or one's own unit, stands in for what is empty.
                    isRequired: field.isRequired && field.standard == nil
                        && field.key != request.definition.display.unit),
                kind: words("template.kind.\(field.kind.rawValue)"),
                help: isOne
                    ? help : [help, choices.joined(separator: "; ")].filter { !$0.isEmpty }.joined(separator: "\n"))
        ]
        if field.kind == .money {
            columns.append(
                Column(
                    sheet: TemplateColumn(words("register.currency")), kind: words("template.kind.currency"), help: ""))
        }
        return columns
    }
}

extension FieldDefinition {
    fileprivate var sheetKind: SheetColumn.Kind {
        switch kind {
        case .whole: .whole
        case .decimal, .money: .decimal
        case .day: .day
        default: .text
        }
    }
}

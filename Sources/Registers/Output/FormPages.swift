import Office
import Storage
import Web
import Wording

extension RegisterPages {
    /// Forms on paper: the book of a register, and the tables that the office has for it, as pages to be printed, in Word and in Excel.
    func addForms(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}"
        get(&routes, "\(path)/in", .readRecords, as: .export) { [self] request, db in
            let layout = try layout(request.call.address[FormQuestion.Item.layout], request)
            return FormPage(request: request, layout: layout, content: try content(layout, request, db)).page
        }
        for format in FormFormat.allCases {
            routes.get("\(path)/bieu/{layout}.\(format.rawValue)", .may(.readRecords)) { [self] call in
                try await file(format, call)
            }
        }
    }

    /// The form that the address names; `nil` for the book of the columns shown.
    /// - Throws: ``WebFailure/notFound`` where the register has no such form.
    private func layout(_ name: String?, _ request: RegisterRequest) throws -> Layout? {
        guard let name else { return nil }
        let layouts = request.definitions.layouts(of: request.definition.key)
        guard let layout = layouts.first(where: { $0.key.text == name }) else { throw WebFailure.notFound }
        return layout
    }

    /// What a form has, or how many records too many were asked for.
    private func content(
        _ layout: Layout?, _ request: RegisterRequest, _ db: Transaction
    ) throws -> FormContent {
        let (definition, book) = (request.definition, request.book)
        let question = FormQuestion(layout, request)
        let scope = request.readable
        let count = try book.count(question.list.query, within: scope, db)
        guard count <= OfficeForm.most else { return .tooMany(count) }
        let records = try book.list(question.list, within: scope, db).records
        var writing = self.writing(request.call, desk.site.words(.vi))
        try writing.learn(records.map(\.content), definition.fields, request.definitions, db)
        let table = LayoutTable(question.layout, records, of: definition, writing)
        let words = writing.words
        return .form(
            OfficeForm(
                head: question.head(request.call), title: question.title(words).uppercased(),
                lines: question.lines(definition, writing), table: table,
                // What is attached to a paper goes out in the rows in which it comes in.
                totals: question.layout.annex == nil ? question.layout.totals(records, definition, writing) : [],
                count: words(
                    "form.count", ["count": words.number(records.count), "record": definition.record.vi]),
                day: request.call.day))
    }

    private func file(_ format: FormFormat, _ call: Call) async throws -> Answer {
        let (form, register) = try await desk.store.read { db in
            let request = try request(call, db)
            let layout = try layout(call.text("layout"), request)
            guard case .form(let form) = try content(layout, request, db) else {
                throw Refusal("form.too-many", ["most": call.words.number(OfficeForm.most)])
            }
            return (form, request.definition)
        }
        try await note(.export, of: register, call)
        let folder = try ReceivingFolder()
        defer { folder.remove() }
        let path = folder.place(1)
        try form.write(format, to: path)
        try await desk.store.write { db in
            try Journal.record(
                "list.export", of: .account(call.seat.account.id),
                after: [
                    "list": register.key.text, "format": format.rawValue,
                    "asked": call.address.hiding([RegisterQuestion.Item.words]).description,
                    "rows": form.table.rows.count, "cut": false,
                ], by: call.act, db)
        }
        let name = "\(form.table.layout.names[call.words.language]) \(call.day).\(format.rawValue)"
        return .download(try FileOnce(taking: path).body, name: name, type: format.type)
    }
}

/// What there is of a form.
enum FormContent: Sendable {
    case form(OfficeForm)
    /// More records than a form has were asked for: so many.
    case tooMany(Int)
}

/// The files that a form can be taken as.
package enum FormFormat: String, Sendable, CaseIterable {
    /// Word.
    case docx
    /// Excel.
    case xlsx

    var type: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: ListingFormat.xlsx.type
        }
    }
}

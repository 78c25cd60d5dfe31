import Markup
import Office
import Web
import Wording
import WorkCalendar

/// The steps that whoever looks may take with a record, each with what it asks for.
struct RecordMovesView {
    let page: RecordPage

    private var request: RegisterRequest { page.request }
    private var words: Words { page.words }

    func write(to html: inout MarkupWriter) {
        let call = page.call
        guard call.scope(.decide).contains(page.record.unit) else { return }
        let open = request.definition.moves.filter {
            $0.from.contains(page.record.state) && $0.isOpen(to: call.seat.position.role)
        }
        guard !open.isEmpty else { return }
        html.element("section", .class("panel moves")) { html in
            html.element("h2", text: words("register.moves"))
            for move in open {
                html.element(
                    "details", .id("chuyen-\(move.key)"), .flag("open", page.entered?.move == move.key)
                ) { html in
                    html.element("summary", text: request.name(move.names))
                    write(move, &html)
                }
            }
        }
    }

    private func write(_ move: Move, _ html: inout MarkupWriter) {
        let entered = page.entered?.move == move.key ? page.entered : nil
        let problems = entered == nil ? [:] : page.moveProblems
        let asked = request.asked(by: move, of: page.record)
        let mayFill = page.call.scope(.record).contains(page.record.unit)
        html.form(
            to: "\(page.path)/chuyen/\(move.key)", page.call.visit, .class("record-form"),
            takesFiles: asked.contains { $0.kind == .file }
        ) { html in
            html.hidden("phien-ban", "\(page.record.version)")
            for lines in request.askedLines(by: move, of: page.record) {
                html.element(
                    "p", .class("error"), text: words("register.asks-first", ["field": request.name(lines.names)]))
            }
            let fields = FieldsView(
                request: request, typed: entered?.typed ?? TypedRecord(), problems: problems, focus: nil, sealed: [])
            for field in asked {
                if mayFill {
                    fields.write(field, TypedRecord.name(field.key), suggesting: "\(field.key)", &html)
                } else {
                    html.element(
                        "p", .class("error"), text: words("register.asks-first", ["field": request.name(field.names)]))
                }
            }
            html.field(
                Field(
                    "ngay", words("register.day-of-move"), value: entered?.day ?? page.call.day.vietnamese,
                    error: problems["ngay"].map { words($0) }, id: "ngay-\(move.key)"))
            html.field(
                Field("ghi-chu", words("register.note-of-move"), value: entered?.note ?? "", id: "ghi-chu-\(move.key)"))
            html.button(request.name(move.names), .class("primary"))
        }
    }
}

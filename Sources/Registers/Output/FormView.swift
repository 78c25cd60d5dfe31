import Markup
import Office
import Web
import WorkCalendar

/// The page of a form, to be looked at and printed: A4, turned.
struct FormPage {
    let request: RegisterRequest
    let layout: Layout?
    let content: FormContent

    private var words: Words { request.words }
    private var address: PageAddress { request.call.address }

    var page: Page {
        Page(
            layout.map { request.name($0.names) }
                ?? words("form.book-of", ["register": request.name(request.definition.names)]),
            section: "registers", trail: request.trail, assets: ["form.css", "form.js"], isWide: true, actions: actions
        ) { html in
            switch content {
            case .form(let form): FormView(form: form, paper: "paper").write(to: &html)
            case .tooMany(let count): tooMany(count, &html)
            }
        }
    }

    private func actions(_ html: inout MarkupWriter) {
        guard case .form = content else { return }
        html.element(
            "button", .class("primary"), Attribute("type", "button"), Attribute("data-print", ""), .flag("hidden"),
            text: words("form.print"))
        guard let layout else { return }
        for format in FormFormat.allCases {
            let file = address.with(FormQuestion.Item.layout, nil)
                .moved(to: "\(request.path)/bieu/\(layout.key).\(format.rawValue)")
            html.element("a", .class("button"), .href(file.description), text: words("form.as.\(format.rawValue)"))
        }
    }

    /// Whoever asks for more than a form has chooses a year.
    private func tooMany(_ count: Int, _ html: inout MarkupWriter) {
        html.element(
            "p", .class("notice"),
            text: words("form.too-many-of", ["count": words.number(count), "most": words.number(OfficeForm.most)]))
        guard request.definition.display.day != nil || layout?.window != nil else { return }
        html.element("p", .class("row")) { html in
            for year in (request.call.day.year - 9...request.call.day.year + 1).reversed() {
                html.element(
                    "a", .class("button"),
                    .href(
                        address.with(RegisterQuestion.Item.from, nil).with(RegisterQuestion.Item.to, nil)
                            .with(FormQuestion.Item.year, String(year)).description), text: String(year))
            }
        }
    }
}

/// A form as markup, in Vietnamese.
struct FormView {
    let form: OfficeForm
    /// The class of the whole.
    let paper: String

    private var layout: Layout { form.table.layout }

    func write(to html: inout MarkupWriter) {
        html.element("section", .class(paper), Attribute("lang", "vi")) { html in
            head(&html)
            title(&html)
            html.element(
                "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "region"),
                Attribute("aria-label", layout.names.vi), content: table)
            html.element("p", .class("count"), text: form.count)
            if !form.table.notes.isEmpty {
                html.element("div", .class("notes")) { html in
                    html.element("p") { $0.element("strong", text: FormWords.notes) }
                    for note in form.table.notes { html.element("p", text: note) }
                }
            }
            if form.isBook { end(&html) }
        }
    }

    private func head(_ html: inout MarkupWriter) {
        html.element("div", .class("paper-head")) { html in
            html.element("div") { html in
                if let superior = form.head.superior { html.element("p", text: superior) }
                for line in form.head.lines { html.element("p") { $0.element("strong", text: line) } }
                html.element("hr", .class("short"))
            }
            html.element("div") { html in
                html.element("p") { $0.element("strong", text: FormWords.state) }
                html.element("p") { $0.element("strong", .class("motto"), text: FormWords.motto) }
            }
        }
    }

    private func title(_ html: inout MarkupWriter) {
        if !form.isBook { html.element("p", .class("annex"), text: FormWords.annex) }
        html.element("h2", text: form.title)
        if let attachment = form.attachment { html.element("p", .class("attachment"), text: attachment) }
        for line in form.lines { html.element("p", .class("asked"), text: line) }
    }

    private func table(_ html: inout MarkupWriter) {
        let leaves = layout.leaves
        let whole = max(1, leaves.map(\.width).reduce(0, +))
        html.element("table") { html in
            html.element("colgroup") { html in
                for leaf in leaves { html.element("col", .class("w\(min(40, max(3, leaf.width * 100 / whole)))")) }
            }
            html.element("thead") { html in
                for row in form.table.head {
                    html.element("tr") { html in
                        for heading in row {
                            html.element(
                                "th", Attribute("scope", "col"), Attribute("colspan", "\(heading.columns)"),
                                Attribute("rowspan", "\(heading.rows)"), text: heading.text)
                        }
                    }
                }
                if let numbers = form.table.numbers {
                    html.element("tr", .class("numbers")) { html in
                        for number in numbers { html.element("td", text: number) }
                    }
                }
            }
            html.element("tbody", content: rows)
        }
    }

    private func rows(_ html: inout MarkupWriter) {
        for row in form.table.rows {
            html.element("tr") { html in
                switch row {
                case .group(let name):
                    html.element(
                        "th", .class("group"), Attribute("scope", "rowgroup"),
                        Attribute("colspan", "\(layout.leaves.count)"), text: name)
                case .record(_, let cells):
                    for (cell, leaf) in zip(cells, layout.leaves) {
                        html.element("td", leaf.width <= 12 ? .class("short") : nil, text: cell)
                    }
                }
            }
        }
        if form.table.rows.isEmpty {
            html.element("tr") { html in
                html.element(
                    "td", Attribute("colspan", "\(layout.leaves.count)"), .class("nothing"), text: FormWords.nothing)
            }
        }
        guard !form.totals.isEmpty else { return }
        html.element("tr", .class("totals")) { html in
            for (index, cell) in form.totalCells.enumerated() where cell.columns > 0 {
                html.element(
                    index == 0 ? "th" : "td", cell.columns > 1 ? Attribute("colspan", "\(cell.columns)") : nil,
                    text: cell.text)
            }
        }
    }

    private func end(_ html: inout MarkupWriter) {
        html.element("div", .class("paper-end")) { html in
            html.element("div") { html in
                html.element("p") { $0.element("strong", text: FormWords.keeper) }
                html.element("p") { $0.element("em", text: FormWords.signature) }
            }
            html.element("div") { html in
                html.element("p") { $0.element("em", text: form.dateline) }
                html.element("p") { $0.element("strong", text: FormWords.leader) }
                html.element("p") { $0.element("em", text: FormWords.seal) }
            }
        }
    }
}

extension OfficeForm {
    /// The cells of the row of totals: what stands before the first number says what the row is.
    var totalCells: [(text: String, columns: Int)] {
        let first = totals.firstIndex { !$0.isEmpty } ?? totals.count
        guard first > 0 else { return totals.map { ($0, 1) } }
        return [(FormWords.total, first)] + totals[first...].map { ($0, 1) }
    }
}

/// What stands on every form (Nghị định 30/2020/NĐ-CP, Phụ lục I): no words of the pages around it, and never in another language.
enum FormWords {
    static let state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    static let motto = "Độc lập - Tự do - Hạnh phúc"
    static let annex = "Phụ lục"
    static let notes = "Ghi chú:"
    static let nothing = "(Không có)"
    static let total = "Cộng"
    static let keeper = "NGƯỜI LẬP SỔ"
    static let signature = "(Ký, ghi rõ họ tên)"
    static let leader = "THỦ TRƯỞNG CƠ QUAN"
    static let seal = "(Ký, ghi rõ họ tên, đóng dấu)"
}

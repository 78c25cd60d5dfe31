import Markup
import Office
import Registers
import Web
import Wording
import WorkCalendar

/// What the page of all figures shows: those that were chosen, or all.
struct FiguresPage: Sendable {
    /// A figure with its value and the one of a year before.
    struct Row: Sendable {
        let now: FigureList.Row
        let before: FigureAnswer
    }

    let asked: AskedFigures
    private let isChosen: Bool
    /// Register by register.
    let rows: [Row]

    init(asked: AskedFigures, chosen: Set<String>, now: FigureList, before: FigureList) {
        self.asked = asked
        isChosen = !chosen.isEmpty
        rows = zip(now.rows, before.rows).map { Row(now: $0, before: $1.answer) }
            .filter { chosen.isEmpty || chosen.contains($0.now.declared.figure.name) }
    }

    /// As it is taken away.
    static let listing = Listing<Row>(
        "figures", title: "figures.title",
        columns: [
            .text("name", "figures.key", width: 34) { $0.now.declared.figure.name },
            .text("label", "figures.name", width: 60) { $0.now.declared.figure.names.vi },
            .decimal("value", "figures.value") { $0.now.answer.amount?.double },
            .decimal("before", "figures.before") { $0.before.amount?.double },
            .text("unit", "figures.counted") { $0.now.declared.figure.unit?.vi ?? $0.now.declared.figure.currency },
            // How many records there are would tell a number that is not told.
            .whole("rows", "figures.rows") { $0.now.answer.below == nil ? $0.now.answer.rows : nil },
        ])

    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(
            words("figures.title"), section: "figures", assets: ["registers.css"],
            actions: { html in html.element("span", .class("actions no-print")) { $0.fileLinks(call.address, words) } }
        ) { html in
            html.element("p", .class("quiet no-print"), text: words("figures.about"))
            asked.form(call.address, words, &html)
            html.element("p", .class("lead"), text: asked.title(words))
            guard !rows.isEmpty else {
                html.element("p", .class("empty"), text: words("figures.empty"))
                return
            }
            html.element("form", Attribute("action", FigurePaths.index)) { html in
                for item in call.address.items where item.name != FigurePaths.chosen {
                    html.hidden(item.name, item.value)
                }
                html.element("p", .class("row no-print")) { html in
                    html.button(words("figures.choose"))
                    if isChosen {
                        html.element(
                            "a", .class("button"), .href(call.address.with(FigurePaths.chosen, nil).description),
                            text: words("figures.all"))
                    }
                }
                for register in registers { table(register, call, &html) }
            }
        }
    }

    private var registers: [[Row]] {
        rows.reduce(into: []) { parts, row in
            if let last = parts.last?.first, last.now.declared.register.key == row.now.declared.register.key {
                parts[parts.count - 1].append(row)
            } else {
                parts.append([row])
            }
        }
    }

    private func table(_ rows: [Row], _ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        guard let title = rows.first?.now.declared.register.names[words.language] else { return }
        html.element("h2", text: title)
        let head = [
            Column(words("figures.name")), Column(words("figures.value"), isNumber: true),
            Column(words("figures.before"), isNumber: true), Column(words("figures.change"), isNumber: true),
        ]
        html.element("div", .class("cards")) { html in
            html.table(caption: title, head: head) { html in for row in rows { self.row(row, call, &html) } }
        }
    }

    private func row(_ row: Row, _ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        let figure = row.now.declared.figure
        let address = call.address.moved(to: FigurePaths.figure(figure.name)).with(FigurePaths.chosen, nil)
        html.element("tr") { html in
            html.element("th", Attribute("scope", "row")) { html in
                html.element(
                    "input", .class("no-print"), Attribute("type", "checkbox"), Attribute("name", FigurePaths.chosen),
                    Attribute("value", figure.name), .flag("checked", isChosen),
                    Attribute("aria-label", words("figures.choose-this", ["name": figure.names[words.language]])))
                html.text(" ")
                html.element("a", .href(address.description), text: figure.names[words.language])
            }
            for (key, text) in [
                ("figures.value", row.now.answer.text(figure, words)),
                ("figures.before", asked.before(row.before, of: figure, words)),
                ("figures.change", asked.change(row.now.answer, since: row.before, words)),
            ] {
                html.element("td", .class("number"), Attribute("data-label", words(key)), text: text)
            }
        }
    }
}

extension FigureAnswer {
    /// As the office writes it: "3.904 người"; that it cannot be found where it cannot.
    func text(_ figure: FigureDefinition, _ words: Words) -> String {
        if let below { return words("figures.below", ["number": words.number(below)]) }
        guard let amount else { return words("figures.unknown") }
        let unit = figure.unit?[words.language] ?? figure.currency ?? ""
        return unit.isEmpty ? amount.text(words) : "\(amount.text(words)) \(unit)"
    }

    /// How much more or less than another: "+12 (+3,4%)"; nothing where one of them cannot be found.
    func change(since before: FigureAnswer, _ words: Words) -> String {
        guard let now = amount, let then = before.amount, now != then else { return "" }
        guard now.denominator == 1, then.denominator == 1 else { return "" }
        let difference = now.numerator - then.numerator
        let sign = difference > 0 ? "+" : "−"
        let text = sign + words.number(abs(difference))
        guard then.numerator != 0, let share = FigureAmount(abs(difference) * 100, over: abs(then.numerator)) else {
            return text
        }
        return "\(text) (\(sign)\(share.text(words))%)"
    }
}

extension FigureAmount {
    /// "3.904", "0,25"; with a point in English.
    func text(_ words: Words) -> String {
        if let whole { return words.number(whole) }
        let parts = decimal.split(separator: ".")
        let whole = words.number(Int(parts[0]) ?? 0)
        return parts.count == 1 ? whole : "\(whole)\(words.language == .vi ? "," : ".")\(parts[1])"
    }

    /// As sheets hold numbers.
    var double: Double { Double(numerator) / Double(denominator) }
}

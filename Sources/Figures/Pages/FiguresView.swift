import Markup
import Office
import Registers
import Web
import Wording
import WorkCalendar

/// What the page of all figures shows.
struct FiguresPage: Sendable {
    let asked: AskedWindow
    let now: FigureList
    let before: FigureList

    func view(_ call: Call) -> Page {
        let words = call.words
        return Page(words("figures.title"), section: "figures") { html in
            html.element("p", .class("quiet"), text: words("figures.about"))
            asked.form(FigurePaths.index, words, &html)
            guard !now.rows.isEmpty else {
                html.element("p", .class("empty"), text: words("figures.empty"))
                return
            }
            for register in registers { table(register, words, &html) }
        }
    }

    private struct RegisterRows {
        let register: Definition
        let rows: Range<Int>
    }

    private var registers: [RegisterRows] {
        var parts: [RegisterRows] = []
        for index in now.rows.indices {
            let register = now.rows[index].declared.register
            if let last = parts.last, last.register.key == register.key {
                parts[parts.count - 1] = RegisterRows(register: register, rows: last.rows.lowerBound..<index + 1)
            } else {
                parts.append(RegisterRows(register: register, rows: index..<index + 1))
            }
        }
        return parts
    }

    private func table(_ part: RegisterRows, _ words: Words, _ html: inout MarkupWriter) {
        let title = part.register.names[words.language]
        html.element("h2", text: title)
        let head = [
            Column(words("figures.name")), Column(words("figures.value"), isNumber: true),
            Column(words("figures.before"), isNumber: true), Column(words("figures.change"), isNumber: true),
        ]
        html.element("div", .class("cards")) { html in
            html.table(caption: title, head: head) { html in
                for index in part.rows { row(index, words, &html) }
            }
        }
    }

    private func row(_ index: Int, _ words: Words, _ html: inout MarkupWriter) {
        let (now, before) = (now.rows[index], before.rows[index].answer)
        let figure = now.declared.figure
        html.element("tr") { html in
            html.element("th", Attribute("scope", "row")) { html in
                html.element(
                    "a", .href("\(FigurePaths.figure(figure.name))?\(FigurePaths.window)=\(asked.text)"),
                    text: figure.names[words.language])
            }
            for (key, text) in [
                ("figures.value", now.answer.text(figure, words)), ("figures.before", before.text(figure, words)),
                ("figures.change", now.answer.change(since: before, words)),
            ] {
                html.element("td", .class("number"), Attribute("data-label", words(key)), text: text)
            }
        }
    }
}

extension AskedWindow {
    /// The field in which another window is asked for.
    func form(
        _ path: String, _ words: Words, _ html: inout MarkupWriter, more: (inout MarkupWriter) -> Void = { _ in }
    ) {
        html.element("form", .class("row search-line"), Attribute("action", path)) { html in
            html.field(
                Field(
                    FigurePaths.window, words("figures.window"), value: text, hint: words("figures.window-hint"),
                    error: isMisread ? words("figures.no-window", ["text": text]) : nil))
            more(&html)
            html.button(words("figures.show"), .class("primary"))
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
}

import Markup
import Office
import Storage
import Web

/// What was committed and paid of a record, year by year.
struct MoneyPanel: RecordPanel {
    let account: MoneyAccount

    let isBroad = true

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let (words, writing) = (page.words, page.request.writing)
        html.element("h2", text: words("behaviour.money"))
        html.element("p", .class("row")) { html in
            if let share = account.share {
                html.text(words("money.share", ["share": writing.number(share, places: 1)]))
            }
            if account.isOver {
                html.element("span", .class("badge late"), text: words("money.is-over"))
            }
        }
        let head = ["money.year", "money.committed", "money.disbursed", "money.remaining"].map { words($0) }
        html.element("div", .class("cards")) { html in
            html.table(
                caption: words("behaviour.money"), head: head.enumerated().map { Column($1, isNumber: $0 > 0) }
            ) { html in
                for row in account.years { self.row(row, head, page, &html) }
                for row in account.totals { self.row(row, head, page, &html) }
                if account.totals.count > 1 { together(head, page, &html) }
            }
        }
        if account.totals.contains(where: { $0.committed.dong == nil || $0.disbursed.dong == nil }) {
            html.element("p", .class("error"), text: words("money.no-rate"))
        } else if account.totals.contains(where: { $0.currency != "VND" }) {
            html.element("p", .class("hint"), text: words("money.rates"))
        }
    }

    private func row(_ row: MoneyAccount.Row, _ head: [String], _ page: RecordPage, _ html: inout MarkupWriter) {
        let (words, writing) = (page.words, page.request.writing)
        html.element("tr", row.year == nil ? .class("totals") : nil) { html in
            html.element(
                "th", Attribute("scope", "row"),
                text: row.year.map { "\($0)" } ?? words("money.all", ["currency": row.currency]))
            for (place, side) in [row.committed, row.disbursed].enumerated() {
                html.element("td", .class("number"), Attribute("data-label", head[place + 1])) { html in
                    guard side.hundredths != 0 else { return }
                    html.element("div") { html in
                        html.text(writing.money(Money(hundredths: side.hundredths, currency: row.currency)))
                        if row.currency != "VND", let dong = side.dong {
                            html.element("div", .class("small quiet"), text: writing.dong(dong))
                        }
                    }
                }
            }
            html.element("td", .class("number"), Attribute("data-label", head[3])) { html in
                guard row.year == nil else { return }
                html.element(
                    "span", row.remaining < 0 ? .class("error") : nil,
                    text: writing.money(Money(hundredths: row.remaining, currency: row.currency)))
            }
        }
    }

    /// All currencies, in đồng.
    private func together(_ head: [String], _ page: RecordPage, _ html: inout MarkupWriter) {
        guard let dong = account.dong else { return }
        let writing = page.request.writing
        html.element("tr", .class("totals")) { html in
            html.element("th", Attribute("scope", "row"), text: page.words("money.together"))
            for (place, sum) in [dong.committed, dong.disbursed, dong.committed - dong.disbursed].enumerated() {
                html.element(
                    "td", .class("number"), Attribute("data-label", head[place + 1]), text: writing.dong(sum))
            }
        }
    }
}

extension MoneyFlow: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        let account = account(of: record, in: request.definition, at: try ExchangeRates(db))
        return account.totals.isEmpty ? nil : MoneyPanel(account: account)
    }
}

extension ValueWriting {
    /// Hundredths of a đồng, in whole đồng.
    func dong(_ hundredths: Int) -> String {
        let half = hundredths < 0 ? -50 : 50
        return money(Money(hundredths: (hundredths + half) / 100 * 100, currency: "VND"))
    }
}

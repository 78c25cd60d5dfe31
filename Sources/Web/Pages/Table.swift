package import Markup

extension MarkupWriter {
    /// A table that scrolls by itself where it is wider than the screen.
    /// - Parameters:
    ///   - caption: What it shows, for who does not see it at a glance.
    ///   - head: The words of each column; a class "number" aligns a column to the right.
    ///   - rows: Writes the body's rows.
    package mutating func table(
        caption: String, head: [Column], isCaptionShown: Bool = false, rows: (inout MarkupWriter) -> Void
    ) {
        element(
            "div", .class("scroll"), Attribute("role", "region"), Attribute("aria-label", caption),
            Attribute("tabindex", "0")
        ) { html in
            html.element("table") { html in
                html.element("caption", isCaptionShown ? nil : .class("unseen"), text: caption)
                html.element("thead") { html in
                    html.element("tr") { html in
                        for column in head { html.head(column) }
                    }
                }
                html.element("tbody", content: rows)
            }
        }
    }

    private mutating func head(_ column: Column) {
        let order = column.order.map { Attribute("aria-sort", $0.rawValue) }
        element("th", Attribute("scope", "col"), column.isNumber ? .class("number") : nil, order) { html in
            if let address = column.address {
                html.element("a", .href(address), text: column.text)
            } else {
                html.text(column.text)
            }
        }
    }
}

/// The head of a table's column.
package struct Column: Sendable {
    /// How the table is sorted by it.
    package enum Order: String, Sendable { case ascending, descending }

    /// Its words.
    package let text: String
    /// Whether it has numbers, which stand under one another by their last digit.
    package let isNumber: Bool
    /// Where the table sorted by it stands.
    package let address: String?
    /// How the table is sorted by it now.
    package let order: Order?

    /// All of its parts.
    package init(_ text: String, isNumber: Bool = false, address: String? = nil, order: Order? = nil) {
        self.text = text
        self.isNumber = isNumber
        self.address = address
        self.order = order
    }
}

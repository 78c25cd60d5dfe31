package import Markup

/// Numbers of things that have names, for a picture and for the table beneath it. The picture is drawn on the server and says nothing
/// that the table does not say.
package struct Chart: Sendable {
    /// One thing with its number.
    package struct Part: Sendable {
        /// What it is called.
        package let name: String
        /// Its number; what is not known has none, and is not drawn as nought.
        package let value: Int?
        /// How the number is written: "15,6 tỷ"; the number itself where nothing is said.
        package let text: String?
        /// Where its rows are.
        package let address: String?

        /// All of its parts.
        package init(_ name: String, _ value: Int?, text: String? = nil, address: String? = nil) {
            self.name = name
            self.value = value
            self.text = text
            self.address = address
        }
    }

    /// What it shows.
    package let title: String
    /// What the parts are: "Quốc gia".
    package let column: String
    /// What is counted: "Số đoàn".
    package let measure: String
    /// In their order.
    package let parts: [Part]

    /// All of its parts.
    package init(_ title: String, of column: String, measure: String, _ parts: [Part]) {
        self.title = title
        self.column = column
        self.measure = measure
        self.parts = parts
    }

    var most: Int { max(parts.compactMap(\.value).max() ?? 0, 1) }
}

extension MarkupWriter {
    /// A chart of bars that lie, one beneath another: for things with long names.
    /// - Parameter shown: How many are drawn; the table has all.
    package mutating func bars(_ chart: Chart, shown: Int = 12, _ words: Words) {
        self.chart(chart, words) { html in
            html.element("ul", .class("bars")) { html in
                for part in chart.parts.prefix(shown) {
                    html.element("li") { html in
                        html.element("span", .class("bar-name")) { $0.name(of: part) }
                        html.element("span", .class("number"), text: part.written(words))
                        html.element(
                            "svg", .class("bar-line"), Attribute("viewBox", "0 0 100 4"),
                            Attribute("preserveAspectRatio", "none"), Attribute("aria-hidden", "true")
                        ) { svg in
                            let width = max(part.value ?? 0, 0) * 1000 / chart.most
                            svg.element(
                                "rect", Attribute("width", "\(width / 10).\(width % 10)"), Attribute("height", "4"))
                        }
                    }
                }
            }
        }
    }

    /// A chart of columns or a line, one thing beside another: for what follows in time.
    package mutating func series(_ chart: Chart, isLine: Bool = false, _ words: Words) {
        let width = max(chart.parts.count, 1) * 30
        func height(_ value: Int) -> Int { max(value, 0) * 95 / chart.most }
        self.chart(chart, words) { html in
            html.element(
                "svg", .class("series"), Attribute("viewBox", "0 0 \(width) 130"), Attribute("role", "img"),
                Attribute("aria-label", chart.title)
            ) { svg in
                if isLine {
                    let points = chart.parts.enumerated().compactMap { index, part in
                        part.value.map { "\(index * 30 + 15),\(110 - height($0))" }
                    }
                    svg.element("polyline", Attribute("points", points.joined(separator: " ")))
                }
                for (index, part) in chart.parts.enumerated() {
                    let x = index * 30 + 15
                    svg.label(part.name, x: x, y: 125)
                    guard let value = part.value else { continue }
                    if !isLine {
                        svg.element(
                            "rect", Attribute("x", String(x - 10)), Attribute("y", String(110 - height(value))),
                            Attribute("width", "20"), Attribute("height", String(height(value))))
                    }
                    svg.label(part.written(words), x: x, y: 106 - height(value))
                }
            }
        }
    }

    /// The frame of a chart: its title, the picture, and the table of all its parts.
    package mutating func chart(_ chart: Chart, _ words: Words, drawing: (inout MarkupWriter) -> Void) {
        element("section", .class("panel chart")) { html in
            html.element("h2", text: chart.title)
            if chart.parts.isEmpty {
                html.element("p", .class("empty"), text: words("chart.empty"))
                return
            }
            drawing(&html)
            html.element("details") { html in
                html.element("summary", text: words("chart.table"))
                html.table(
                    caption: chart.title, head: [Column(chart.column), Column(chart.measure, isNumber: true)]
                ) { html in
                    for part in chart.parts {
                        html.element("tr") { html in
                            html.element("th", Attribute("scope", "row")) { $0.name(of: part) }
                            html.element("td", .class("number"), text: part.written(words))
                        }
                    }
                }
            }
        }
    }

    private mutating func name(of part: Chart.Part) {
        if let address = part.address {
            element("a", .href(address), text: part.name)
        } else {
            text(part.name)
        }
    }

    mutating func label(_ text: String, x: Int, y: Int) {
        element(
            "text", Attribute("x", String(x)), Attribute("y", String(y)), Attribute("text-anchor", "middle"), text: text
        )
    }
}

extension Chart.Part {
    fileprivate func written(_ words: Words) -> String { text ?? value.map { words.number($0) } ?? "–" }
}

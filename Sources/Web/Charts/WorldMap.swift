package import Markup

/// A map of the world with a number for each country. Hoàng Sa and Trường Sa are drawn and named as Vietnam's; a Vietnamese authority
/// publishes no other map. The shapes stand once in `world.svg` (bin/world-map makes it) and are kept by browsers.
package struct WorldMap: Sendable {
    /// The numbers; the parts' names are the countries' names.
    package let chart: Chart
    /// The code of each part's country (ISO 3166-1 alpha-2), in the order of the parts.
    package let codes: [String]
    /// The asset with the shapes.
    package let shapes: String

    /// - Parameter parts: The code of a country with what is drawn of it; the address in it leads to its rows.
    package init(
        _ title: String, of column: String, measure: String, _ parts: [(code: String, part: Chart.Part)], _ site: Site
    ) {
        chart = Chart(title, of: column, measure: measure, parts.map(\.part))
        codes = parts.map(\.code)
        shapes = site.assets.address("world.svg")
    }

    /// How dark a country is: five steps, each about three times the one before, for numbers of countries differ that much.
    func level(of value: Int?) -> Int {
        guard let value, value > 0 else { return 0 }
        var (level, limit) = (5, chart.most)
        while level > 1, value * 3 <= limit { (level, limit) = (level - 1, limit / 3) }
        return level
    }

    /// The countries that have a shape.
    package static let drawn: Set<String> = {
        var codes: Set<String> = []
        for line in String(decoding: PackageResources.world_svg, as: UTF8.self).split(separator: "\n") {
            guard line.hasPrefix("<path id=\""), let end = line.dropFirst(10).firstIndex(of: "\"") else { continue }
            codes.insert(String(line.dropFirst(10)[..<end]))
        }
        return codes
    }()
}

extension MarkupWriter {
    /// The map with its table.
    package mutating func worldMap(_ map: WorldMap, _ words: Words) {
        let levels = Dictionary(
            zip(map.codes, map.chart.parts).map { ($0, map.level(of: $1.value)) }, uniquingKeysWith: max)
        let parts = Dictionary(zip(map.codes, map.chart.parts)) { first, _ in first }
        chart(map.chart, words) { html in
            html.element(
                "svg", .class("world"), Attribute("viewBox", "0 -40 2000 870"), Attribute("role", "img"),
                Attribute("aria-label", map.chart.title)
            ) { svg in
                for code in WorldMap.drawn.sorted() {
                    let look = "land level-\(levels[code] ?? 0)"
                    svg.element("use", .class(look), .href("\(map.shapes)#\(code)")) { shape in
                        guard let part = parts[code] else { return }
                        shape.element("title", text: "\(part.name): \(part.text ?? words.number(part.value ?? 0))")
                    }
                }
                svg.element(
                    "text", .class("islands"), Attribute("x", "1740"), Attribute("y", "368"),
                    text: words("map.paracels"))
                svg.element(
                    "text", .class("islands"), Attribute("x", "1740"), Attribute("y", "416"),
                    text: words("map.spratlys"))
            }
        }
    }
}

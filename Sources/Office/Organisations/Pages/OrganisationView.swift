import Markup
import Web
import WorkCalendar

/// One unit: its names over time, where it stands, its positions, and what it was made of and became.
struct OrganisationView {
    private let call: Call
    private let unit: OrganisationID
    private let positions: [(position: Position, holder: Account?)]
    private let day: Day
    private var words: Words { call.words }
    private var directory: Directory { call.directory }

    init(_ call: Call, _ unit: OrganisationID, _ positions: [(Position, Account?)]) {
        self.call = call
        self.unit = unit
        self.positions = positions
        day = call.dayAsked
    }

    var page: Page {
        let name = directory.name(of: unit, on: day) ?? ""
        return Page(
            name, section: "organisations", trail: trail, assets: ["office.css"],
            actions: call.may(.manageOrganisations) ? { actions(&$0) } : nil
        ) { html in
            if directory.version(of: unit, on: day) == nil {
                html.element("p", .class("notice warning"), text: words("unit.not-standing", ["day": words.day(day)]))
            }
            facts(&html)
            names(&html)
            SuccessionView(call, unit).write(&html)
            below(&html)
            holders(&html)
        }
    }

    private var trail: [Page.Link] {
        var links = [
            Page.Link(words("unit.tree"), PageAddress("/co-quan").with("ngay", call.address["ngay"]).description)
        ]
        if let parent = directory.version(of: unit, on: day)?.parent, let name = directory.name(of: parent, on: day) {
            links.append(Page.Link(name, call.address(of: parent)))
        }
        return links
    }

    private func actions(_ html: inout MarkupWriter) {
        html.element(
            "a", .class("button"), .href("/quan-tri/co-quan/\(unit.rawValue)"), text: words("unit.manage"))
    }

    private func facts(_ html: inout MarkupWriter) {
        guard let version = directory.version(of: unit, on: day) ?? directory.history(of: unit).last else { return }
        let groups = directory.groups.filter {
            directory.members(of: $0, within: call.home, on: day).contains(unit)
        }
        html.element("dl", .class("facts panel")) { html in
            html.fact(words("unit.kind"), words("unit.kind.\(version.kind.rawValue)"))
            html.fact(words("unit.level"), words("unit.level.\(version.level.rawValue)"))
            if !version.shortNames.isEmpty {
                html.fact(words("unit.aliases"), version.shortNames.joined(separator: "; "))
            }
            if let code = version.placeCode { html.fact(words("unit.code"), code) }
            if !groups.isEmpty {
                html.fact(words("unit.groups"), groups.compactMap(\.names.first).joined(separator: "; "))
            }
        }
    }

    private func names(_ html: inout MarkupWriter) {
        html.element("h2", text: words("unit.names"))
        let head = ["unit.name", "unit.from", "unit.until", "unit.parent"].map { Column(words($0)) }
        html.table(caption: words("unit.names"), head: head) { html in
            for version in directory.history(of: unit) {
                html.element("tr") { html in
                    html.element("td", text: version.name)
                    html.element("td", text: version.from.map(words.day) ?? words("unit.always"))
                    html.element("td", text: version.until.map { words.day($0.adding(days: -1)) } ?? "")
                    html.element("td", text: version.parent.flatMap { directory.name(of: $0, on: day) } ?? "")
                }
            }
        }
    }

    private func below(_ html: inout MarkupWriter) {
        let units = directory.children(of: unit, on: day)
        guard !units.isEmpty else { return }
        html.element("details", .class("panel tree"), units.count <= 30 ? .flag("open") : nil) { html in
            html.element("summary", text: "\(words("unit.below")) (\(words.number(units.count)))")
            html.element("ul") { html in
                for unit in units {
                    html.element("li") { $0.element("a", .href(call.address(of: unit.organisation)), text: unit.name) }
                }
            }
        }
    }

    private func holders(_ html: inout MarkupWriter) {
        html.element("h2", text: words("unit.positions"))
        guard !positions.isEmpty else {
            html.element("p", .class("empty"), text: words("unit.no-positions"))
            return
        }
        let head = ["position.column.title", "position.column.role", "position.column.holder"].map { Column(words($0)) }
        html.table(caption: words("unit.positions"), head: head) { html in
            for (position, holder) in positions {
                html.element("tr") { html in
                    html.element("td", text: position.title)
                    html.element("td", text: words(position.role.name))
                    html.element("td", text: holder?.name ?? words("position.nobody"))
                }
            }
        }
    }
}

extension MarkupWriter {
    /// A term with what it is, in a list of facts.
    mutating func fact(_ term: String, _ text: String) {
        element("dt", text: term)
        element("dd", text: text)
    }
}

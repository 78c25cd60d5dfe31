import Markup
import Web
import WorkCalendar

/// The units of a province as they stood on a day, or those whose names come near to what was typed.
struct OrganisationTreeView {
    private let call: Call
    private let day: Day
    private var words: Words { call.words }
    private var directory: Directory { call.directory }

    init(_ call: Call) {
        self.call = call
        day = call.dayAsked
    }

    var page: Page {
        Page(
            words("unit.tree"), section: "organisations", assets: ["office.css"],
            actions: { $0.fileLinks(call.address.moved(to: "/co-quan"), words) }
        ) { html in
            filter(&html)
            if let typed = call.address["q"] { found(typed, &html) } else { tree(&html) }
        }
    }

    private func filter(_ html: inout MarkupWriter) {
        html.element(
            "form", .class("panel filter"), Attribute("role", "search"), Attribute("action", "/co-quan")
        ) { html in
            html.field(
                Field(
                    "q", words("unit.search"), .line(.search), value: call.address["q"] ?? "",
                    suggestions: PageAddress(OrganisationPages.suggestions).with("ngay", day.description).description))
            html.field(Field("ngay", words("unit.day"), .line(.date), value: day.description))
            html.button(words("unit.show"), .class("primary"))
        }
    }

    private func found(_ typed: String, _ html: inout MarkupWriter) {
        let units = directory.suggestions(for: typed, on: day, within: call.home, limit: Directory.mostFound)
        guard !units.isEmpty else {
            html.element("p", .class("empty"), text: words("unit.none", ["typed": typed, "day": words.day(day)]))
            return
        }
        html.element("ul", .class("lines")) { html in
            for unit in units.compactMap({ directory.version(of: $0, on: day) }) {
                html.element("li") { html in
                    link(unit, &html)
                    if let parent = unit.parent.flatMap({ directory.name(of: $0, on: day) }) {
                        html.element("div", .class("quiet small"), text: parent)
                    }
                }
            }
        }
    }

    private func tree(_ html: inout MarkupWriter) {
        let roots = directory.image(of: call.home, on: day).units.compactMap { directory.version(of: $0, on: day) }
        for root in roots {
            html.element("h2") { html in link(root, &html) }
            let below = directory.children(of: root.organisation, on: day)
            for level in [OrganisationLevel.department, .commune, .body] {
                section(level, below.filter { $0.level == level }, &html)
            }
        }
        let all = directory.organisations.compactMap { directory.version(of: $0, on: day) }
        section(.central, all.filter { $0.level == .central }, isOpen: false, &html)
        let known = Set(roots.map(\.organisation))
        section(
            .province, all.filter { $0.level == .province && !known.contains($0.organisation) }, isOpen: false, &html)
    }

    private func section(
        _ level: OrganisationLevel, _ units: [OrganisationVersion], isOpen: Bool = true, _ html: inout MarkupWriter
    ) {
        guard !units.isEmpty else { return }
        html.element("details", .class("panel tree"), isOpen ? .flag("open") : nil) { html in
            html.element("summary", text: "\(words("unit.level.\(level.rawValue)")) (\(words.number(units.count)))")
            html.element("ul") { html in for unit in units { item(unit, &html) } }
        }
    }

    private func item(_ unit: OrganisationVersion, _ html: inout MarkupWriter) {
        let below = unit.level == .province ? [] : directory.children(of: unit.organisation, on: day)
        html.element("li") { html in
            link(unit, &html)
            guard !below.isEmpty else { return }
            html.element("ul") { html in for unit in below { item(unit, &html) } }
        }
    }

    private func link(_ unit: OrganisationVersion, _ html: inout MarkupWriter) {
        html.element("a", .href(call.address(of: unit.organisation)), text: unit.name)
    }
}

extension Call {
    /// The page of a unit, on the day that is looked at.
    func address(of unit: OrganisationID) -> String {
        PageAddress("/co-quan/\(unit.rawValue)").with("ngay", dayAsked == day ? nil : dayAsked.description).description
    }
}

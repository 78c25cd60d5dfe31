import Markup
import Web
import Wording
import WorkCalendar

/// The form of a change to units; with a preview, what would happen and the question whether it shall.
struct UnitChangeView {
    private let call: Call
    private let form: Form
    private let kind: UnitChange.Kind
    private let preview: [Message]
    private let problem: String?
    private var words: Words { call.words }

    init?(_ call: Call, _ form: Form, preview: [Message] = [], problem: String? = nil) {
        guard let kind = form["kind"].flatMap(UnitChange.Kind.init(rawValue:)) else { return nil }
        self.call = call
        self.form = form
        self.kind = kind
        self.preview = preview
        self.problem = problem
    }

    private var unit: OrganisationID? {
        form["unit"].flatMap(Int.init).map(OrganisationID.init).flatMap {
            call.directory.history(of: $0).isEmpty ? nil : $0
        }
    }

    var page: Page {
        var trail = [
            Page.Link(words("admin.title"), AccountAdministration.path),
            Page.Link(words("admin.units"), UnitAdministration.path),
        ]
        if let unit, let name = call.directory.name(of: unit, on: call.day) {
            trail.append(Page.Link(name, UnitAdministration.address(unit.rawValue)))
        }
        return Page(
            words("units.kind.\(kind.rawValue)"), section: "administration", trail: trail, assets: ["office.css"]
        ) { html in
            if preview.isEmpty { ask(&html) } else { confirm(&html) }
        }
    }

    private func confirm(_ html: inout MarkupWriter) {
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("units.preview"))
            html.element("ul") { html in for line in preview { html.element("li", text: words(line)) } }
            html.element("p", .class("quiet"), text: words("units.preview.more"))
            html.form(to: "\(UnitAdministration.path)/thay-doi", call.visit) { html in
                for field in form.fields where field.name != FormToken.field { html.hidden(field.name, field.value) }
                html.element("p", .class("actions")) { html in
                    html.button(words("units.confirm"), .class("primary"), name: "confirmed", value: "1")
                    let back = form.fields.filter { $0.name != FormToken.field }.map { ($0.name, $0.value) }
                    html.element(
                        "a", .class("button"),
                        .href(PageAddress("\(UnitAdministration.path)/thay-doi", back).description),
                        text: words("units.back"))
                }
            }
        }
    }

    private func ask(_ html: inout MarkupWriter) {
        html.form(to: "\(UnitAdministration.path)/thay-doi", call.visit, .class("panel")) { html in
            html.complaint(problem)
            html.element("p", .class("quiet"), text: words("units.kind.\(kind.rawValue).more"))
            html.hidden("kind", kind.rawValue)
            if let unit { html.hidden("unit", String(unit.rawValue)) }
            fields(&html)
            html.button(words("units.see"), .class("primary"))
        }
    }

    private func fields(_ html: inout MarkupWriter) {
        switch kind {
        case .add:
            line("name", "unit.name", &html)
            line("aliases", "unit.aliases", hint: "units.aliases.hint", isRequired: false, &html)
            line("parent", "unit.parent", suggestions: OrganisationPages.suggestions, &html)
            html.field(
                Field(
                    "level", words("unit.level"),
                    .choice(
                        OrganisationLevel.allCases.map { ($0.rawValue, words("unit.level.\($0.rawValue)")) }),
                    value: form["level"] ?? OrganisationLevel.department.rawValue))
            html.field(
                Field(
                    "sort", words("unit.kind"),
                    .choice(OrganisationKind.allCases.map { ($0.rawValue, words("unit.kind.\($0.rawValue)")) }),
                    value: form["sort"] ?? OrganisationKind.department.rawValue))
            line("code", "unit.code", isRequired: false, &html)
            day(&html)
        case .rename:
            line("name", "units.new-name", &html)
            day(&html)
            paper(&html)
        case .alias: line("name", "units.alias", &html)
        case .merge, .split, .transfer:
            let own = unit.flatMap { call.directory.name(of: $0, on: call.day) }
            lines("from", "units.from", form["from"] ?? own ?? "", &html)
            lines("to", "units.to", form["to"] ?? "", &html)
            if kind == .transfer { line("function", "units.function", &html) }
            day(&html)
            paper(&html)
        }
    }

    private func line(
        _ name: String, _ label: String, hint: String? = nil, isRequired: Bool = true, suggestions: String? = nil,
        _ html: inout MarkupWriter
    ) {
        html.field(
            Field(
                name, words(label), value: form[name] ?? "", hint: hint.map { words($0) }, isRequired: isRequired,
                suggestions: suggestions))
    }

    private func lines(_ name: String, _ label: String, _ value: String, _ html: inout MarkupWriter) {
        html.field(
            Field(name, words(label), .long(rows: 4), value: value, hint: words("units.lines"), isRequired: true))
    }

    private func day(_ html: inout MarkupWriter) {
        html.field(
            Field(
                "day", words("units.day"), .line(.date), value: form["day"] ?? call.day.description, isRequired: true))
    }

    private func paper(_ html: inout MarkupWriter) {
        html.field(
            Field(
                "basis", words("unit.paper"), value: form["basis"] ?? "", hint: words("units.paper.hint"),
                isRequired: true))
        html.element("p", .class("check")) { html in
            html.element(
                "input", Attribute("type", "checkbox"), .id("verified"), Attribute("name", "verified"),
                Attribute("value", "1"), .flag("checked", form.has("verified")))
            html.element("label", Attribute("for", "verified"), text: words("units.verified"))
        }
    }
}

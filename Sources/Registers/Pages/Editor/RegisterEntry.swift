import Markup
import Office
import Web

/// The forms of a register as a whole: what it is called, how it is shown, and its text.
struct RegisterEntry {
    let form: Form?
    let pages: EntryPages

    private var words: Words { pages.words }
    private var document: DefinitionDocument { pages.document }

    // MARK: What it is called

    private static let names = [("", "names"), ("record.", "record"), ("about.", "about")]

    func writeGeneral(_ html: inout MarkupWriter) {
        for (prefix, key) in Self.names {
            let names = document[key]?.names
            for (language, standing) in [("vi", names?.vi), ("en", names?.en)] {
                let name = prefix + language
                html.field(
                    Field(
                        name, words("editor.general.\(name)"), value: form.map { $0[name] ?? "" } ?? standing ?? "",
                        isRequired: language == "vi"))
            }
        }
        html.field(
            Field(
                "group", words("editor.group"),
                .choice(Definition.Group.allCases.map { ($0.rawValue, words("register.group.\($0.rawValue)")) }),
                value: form?["group"] ?? document["group"]?.text ?? ""))
    }

    func takeGeneral(_ document: inout DefinitionDocument) throws {
        for (prefix, key) in Self.names {
            guard let vi = form?["\(prefix)vi"] else { throw Refusal("editor.no-name") }
            let names = Names(vi: vi, en: form?["\(prefix)en"] ?? vi)
            if names != document[key]?.names { document[key] = DefinitionTree(names) }
        }
        if let group = form?["group"] { document["group"] = .text(group) }
    }

    // MARK: How it is shown

    /// Fields of some kinds, none of them private.
    private func fields(_ kinds: Set<Kind>, isShown: Bool = true) -> [(value: String, text: String)] {
        document[.fields].compactMap { field in
            guard let key = field["key"]?.text, let kind = field["kind"]?.text.flatMap({ Kind(rawValue: $0) }),
                kinds.contains(kind), !isShown || field["private"]?.text != "true"
            else { return nil }
            return (key, field["names"]?.names[words.language] ?? key)
        }
    }

    func writeDisplay(_ html: inout MarkupWriter) {
        let none = [("", words("editor.none"))]
        func choice(_ name: String, _ options: [(String, String)], _ standing: String?) {
            html.field(
                Field(
                    name, words("editor.display.\(name)"), .choice(options),
                    value: form.map { $0[name] ?? "" } ?? standing ?? "", hint: words("editor.display.\(name)-hint")))
        }
        choice("title", fields(Set(Kind.allCases).subtracting(Kind.several), isShown: false), document["title"]?.text)
        choice("day", none + fields(Kind.dated), document["day"]?.text)
        choice("unit", none + fields([.unit]), document["unit"]?.text)
        for (name, kinds, isShown) in [
            ("columns", Set(Kind.allCases), false), ("facets", Kind.grouping, true), ("calendar", Kind.dated, true),
        ] {
            let chosen = Set(form?.all(name) ?? document[name]?.texts ?? [])
            html.checks(words("editor.display.\(name)"), name, fields(kinds, isShown: isShown), chosen: chosen)
        }
        for name in ["by", "then"] {
            choice("chart-\(name)", none + fields(Kind.grouping), document["chart"]?[name]?.text)
        }
    }

    func takeDisplay(_ document: inout DefinitionDocument) throws {
        guard let form else { return }
        guard let title = form["title"] else { throw Refusal("editor.no-title") }
        if document["title"]?.text != title { document["title"] = .text(title) }
        for name in ["day", "unit"] where document[name]?.text != form[name] {
            document[name] = form[name].map { .text($0) }
        }
        for name in ["columns", "facets", "calendar"] {
            let standing = document[name]?.texts ?? []
            let chosen = form.all(name)
            // Those that stay keep their order; new ones come after them.
            let kept = standing.filter(chosen.contains)
            let all = kept + chosen.filter { !kept.contains($0) }
            if all != standing { document[name] = all.isEmpty && name != "columns" ? nil : DefinitionTree(all) }
        }
        let chart = ["by", "then"].compactMap { name in
            form["chart-\(name)"].map { DefinitionTree.Pair(key: name, value: .text($0)) }
        }
        let isSame = ["by", "then"].allSatisfy { document["chart"]?[$0]?.text == form["chart-\($0)"] }
        if !isSame { document["chart"] = chart.first?.key == "by" ? .mapping(chart) : nil }
    }

    // MARK: Its text

    func writeText(_ html: inout MarkupWriter) {
        html.element("p", .class("quiet"), text: words("editor.yaml-hint"))
        let text = form?["van-ban"] ?? pages.edited.text
        if form != nil {
            html.element("ol", .class("notice failed")) { html in
                let faults = pages.edited.reading(text.replacing("\r\n", with: "\n")).faults
                for fault in faults {
                    html.element(
                        "li", text: words("editor.at-line", ["line": "\(fault.line)", "text": words(fault.message)]))
                }
            }
        }
        html.element("label", Attribute("for", "van-ban"), text: words("editor.yaml"))
        html.element(
            "textarea", .class("code"), .id("van-ban"), Attribute("name", "van-ban"), Attribute("rows", "30"),
            Attribute("spellcheck", "false"), text: text)
    }
}

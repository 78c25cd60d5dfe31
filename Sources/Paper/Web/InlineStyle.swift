/// The declarations of a `style` attribute that matter.
struct InlineStyle {
    var run = RunProperties()
    var alignment: Style.Alignment?
    var isHidden = false
    /// Word's mark of a list item's number or bullet.
    var isListMark = false
    /// `mso-element`: Word's mark of a footnote.
    var element: String?

    init() {}

    init(_ declarations: String) {
        for declaration in declarations.split(separator: ";") {
            guard let colon = declaration.firstIndex(of: ":") else { continue }
            let name = Self.trimmed(declaration[..<colon]).lowercased()
            take(name, Self.trimmed(declaration[declaration.index(after: colon)...]))
        }
    }

    private mutating func take(_ name: String, _ text: String) {
        let value = text.lowercased()
        switch name {
        case "font-weight": run.bold = value.hasPrefix("bold") || (Int(value) ?? 0) >= 600
        case "font-style": run.italic = value == "italic" || value == "oblique"
        case "font-size": run.size = Self.points(value)
        case "text-transform": run.capitals = value == "uppercase"
        case "font-family":
            let first = text.split(separator: ",").first.map { $0.filter { $0 != "\"" && $0 != "'" } } ?? ""
            run.font = FontKind(named: Self.trimmed(first[...]))
        case "text-align": alignment = Self.alignment(value)
        case "display": isHidden = isHidden || value == "none"
        case "mso-hide": isHidden = isHidden || value == "all"
        case "mso-list": isListMark = value == "ignore"
        case "mso-element": element = value
        default: break
        }
    }

    static func alignment(_ name: String) -> Style.Alignment? {
        switch name {
        case "left", "start": .left
        case "center", "middle": .centre
        case "right", "end": .right
        case "justify": .justified
        default: nil
        }
    }

    private static func points(_ value: String) -> Double? {
        if value.hasSuffix("pt") { return Double(value.dropLast(2)) }
        if value.hasSuffix("px") { return Double(value.dropLast(2)).map { $0 * 0.75 } }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

package import Wording

/// A line that the next page says once: what was done, and how to take it back.
package struct Notice: Sendable, Equatable {
    /// How it looks.
    package enum Kind: String, Sendable { case done, failed }

    /// How it looks.
    package let kind: Kind
    /// What it says.
    package let message: Message
    /// The address of the form that takes it back; `nil` where nothing does.
    package let undo: String?

    /// What was done.
    package init(_ key: String, _ values: [String: String] = [:], undo: String? = nil) {
        self.init(.done, Message(key, values), undo: undo)
    }

    /// All of its parts.
    package init(_ kind: Kind, _ message: Message, undo: String? = nil) {
        self.kind = kind
        self.message = message
        self.undo = undo
    }
}

// It travels in a cookie for the next page alone. Whoever writes that cookie himself sees what he wrote, as text.
extension Notice {
    static let cookieName = "notice"

    var cookie: SetCookie {
        var pairs = [("kind", kind.rawValue), ("key", message.key)] + message.values.sorted { $0.key < $1.key }
        if let undo { pairs.append(("undo:", undo)) }
        let text = pairs.map { "\(URLEncoding.encoded($0.0))=\(URLEncoding.encoded($0.1))" }.joined(separator: "&")
        return SetCookie("notice", text, seconds: 60, isSecure: false)
    }

    init?(cookie text: String) {
        guard let fields = try? URLEncoding.fields(of: Array(text.utf8), limit: 20), fields.count >= 2,
            fields[0].name == "kind", let kind = Kind(rawValue: fields[0].value), fields[1].name == "key"
        else { return nil }
        var values: [String: String] = [:]
        var undo: String?
        for field in fields.dropFirst(2) {
            if field.name == "undo:" { undo = field.value } else { values[field.name] = field.value }
        }
        self.init(kind, Message(fields[1].value, values), undo: undo.flatMap { $0.hasPrefix("/") ? $0 : nil })
    }
}

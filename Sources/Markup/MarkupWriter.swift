/// Writes HTML or XML straight into a byte buffer. Whatever is not a literal of our own source is escaped: text, attribute
/// values and addresses have no other way in.
///
///     var page = MarkupWriter(.html)
///     page.element("td", .class("number")) { $0.text(count) }
package struct MarkupWriter: Sendable {
    /// The two languages differ in elements without content and in what an attribute without value looks like.
    package enum Language: Sendable { case html, xml }

    /// The text so far, UTF-8.
    package private(set) var bytes: [UInt8] = []
    /// What is written.
    package let language: Language

    /// - Parameter declaration: Begins with `<?xml …?>` or `<!DOCTYPE html>`.
    package init(_ language: Language, declaration: Bool = false) {
        self.language = language
        guard declaration else { return }
        switch language {
        case .html: raw("<!DOCTYPE html>\n")
        case .xml: raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        }
    }

    /// Writes an element with its content; without any, XML closes it at once and so do HTML's void elements.
    package mutating func element(
        _ tag: Tag, _ attributes: Attribute?..., content: (inout MarkupWriter) throws -> Void
    ) rethrows {
        try write(tag, attributes, content)
    }

    /// Writes an element without content.
    package mutating func element(_ tag: Tag, _ attributes: Attribute?...) { write(tag, attributes) { _ in } }

    /// Writes an element that holds only text.
    package mutating func element(_ tag: Tag, _ attributes: Attribute?..., text: String) {
        write(tag, attributes) { $0.text(text) }
    }

    private mutating func write(
        _ tag: Tag, _ attributes: [Attribute?], _ content: (inout MarkupWriter) throws -> Void
    ) rethrows {
        bytes.append(UInt8(ascii: "<"))
        raw(tag.name)
        for case let attribute? in attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
        let start = bytes.count
        try content(&self)
        if language == .xml && bytes.count == start {
            bytes[start - 1] = UInt8(ascii: "/")
            bytes.append(UInt8(ascii: ">"))
        } else if language == .xml || !tag.isVoid {
            raw("</")
            raw(tag.name)
            bytes.append(UInt8(ascii: ">"))
        }
    }

    /// Writes text, escaped; characters that XML forbids are left out.
    package mutating func text(_ text: String) {
        copy(text) { byte in
            switch byte {
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "&"): "&amp;"
            case 0..<0x20 where byte != 0x09 && byte != 0x0a && byte != 0x0d: ""
            default: nil
            }
        }
    }

    /// Copies a text, whole stretches at once; a sign for which there is a replacement is written as that.
    @inline(__always)
    private mutating func copy(_ text: String, replacing replacement: (UInt8) -> StaticString?) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for (index, byte) in source.enumerated() where byte < 0x40 {
                guard let replacement = replacement(byte) else { continue }
                bytes.append(contentsOf: source[start..<index])
                raw(replacement)
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
    }

    /// Writes a number.
    package mutating func text(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Writes markup that stands in our source; a variable cannot get here.
    package mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes what another writer has written.
    package mutating func append(_ other: MarkupWriter) { bytes.append(contentsOf: other.bytes) }

    private mutating func write(_ attribute: Attribute) {
        bytes.append(UInt8(ascii: " "))
        raw(attribute.name)
        guard let value = attribute.value else {
            if language == .xml { raw("=\"\"") }
            return
        }
        raw("=\"")
        copy(value) { byte in
            switch byte {
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: "&"): "&amp;"
            case 0x09: "&#9;"
            case 0x0a: "&#10;"
            case 0x0d: "&#13;"
            case 0..<0x20: ""
            default: nil
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// The name of an element: a literal, so that no text of a user can become markup.
package struct Tag: ExpressibleByStringLiteral, Sendable {
    /// As it stands in the markup.
    package let name: StaticString
    /// HTML's elements that never have content: `<br>`, `<input>`.
    package let isVoid: Bool

    /// The element of a literal name.
    package init(stringLiteral name: StaticString) {
        self.name = name
        isVoid = name.withUTF8Buffer { $0.count <= 8 && Self.voids.contains(Self.packed($0)) }
    }

    /// A short name as one number: a page has thousands of elements.
    private static func packed(_ name: some Sequence<UInt8>) -> UInt64 { name.reduce(0) { $0 << 8 | UInt64($1) } }

    private static let voids = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ].map { packed($0.utf8) }
}

/// An attribute with its value, escaped when written.
package struct Attribute: Sendable {
    let name: StaticString
    let value: String?

    /// - Parameter name: A literal of our own source.
    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }

    /// An attribute that is there or not: `disabled`.
    package static func flag(_ name: StaticString, _ isOn: Bool = true) -> Attribute? {
        isOn ? Attribute(name: name) : nil
    }

    private init(name: StaticString) {
        self.name = name
        value = nil
    }

    /// Names for the style sheet, parted by spaces.
    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    /// The name of the element, once on a page.
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }

    /// An address. One that would run a script (`javascript:`, `data:` …) is left out: only relative addresses and
    /// `http`, `https`, `mailto` and `tel` are links.
    package static func href(_ address: String) -> Attribute? {
        isHarmless(address) ? Attribute("href", address) : nil
    }

    /// An address of a picture or script, under the rule of ``href(_:)``.
    package static func src(_ address: String) -> Attribute? {
        isHarmless(address) ? Attribute("src", address) : nil
    }

    private static func isHarmless(_ address: String) -> Bool {
        // What begins so has no scheme.
        if address.utf8.first == UInt8(ascii: "/") || address.utf8.first == UInt8(ascii: "#") { return true }
        // Browsers drop control characters and leading blanks before they look at the scheme.
        let seen = address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7f }
        guard let colon = seen.firstIndex(of: ":") else { return true }
        let scheme = String(String.UnicodeScalarView(seen[..<colon])).lowercased()
        if scheme.contains(where: { "/?#".contains($0) }) { return true }
        return ["http", "https", "mailto", "tel"].contains(scheme)
    }
}

/// Writes JSON (RFC 8259) straight into a byte buffer, keys in the order they are written.
///
/// An object's members and an array's elements are written inside the closure that opens it, so that brackets and commas
/// cannot be wrong:
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("number", "243/KH-UBND")
///         json.array("rows") { json in for row in rows { json.element { row.write(to: &$0) } } }
///     }
package struct JSONWriter: Sendable {
    /// The text so far, UTF-8, without what was taken.
    package private(set) var bytes: [UInt8] = []
    /// Spaces a level; 0 writes everything on one line.
    private var indentation: Int
    private var depth = 0
    private var isFirst = true

    /// - Parameter indentation: Spaces a level; 0 for one line.
    package init(indentation: Int = 2) { self.indentation = indentation }

    /// Writes the outermost object.
    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// Writes the outermost array.
    package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        try nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// Writes a member that is an object.
    package mutating func object(_ key: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
        member(key)
        try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// Writes a member that is an array.
    package mutating func array(_ key: String, _ elements: (inout JSONWriter) throws -> Void) rethrows {
        member(key)
        try nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// Writes an element that is an object.
    package mutating func element(_ members: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// Writes an element that is an object, all of it on one line.
    package mutating func line(_ members: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        let indentation = self.indentation
        self.indentation = 0
        defer { self.indentation = indentation }
        try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    /// Hands over the text so far and forgets it, so that a long one needs little memory.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes an element that is an array.
    package mutating func elements(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        try nest(UInt8(ascii: "["), UInt8(ascii: "]"), elements)
    }

    /// Writes an element that is a plain value.
    package mutating func element(_ value: some JSONValue) {
        separate()
        value.write(to: &self)
    }

    /// Writes an element that is `null`.
    package mutating func nothing() {
        separate()
        raw("null")
    }

    /// Writes a member with a plain value; an absent one is `null`.
    package mutating func member(_ key: String, _ value: (some JSONValue)?) {
        member(key)
        if let value { value.write(to: &self) } else { raw("null") }
    }

    /// Writes a member that is an array of plain values.
    package mutating func member(_ key: String, _ values: [some JSONValue]) {
        array(key) { json in for value in values { json.element(value) } }
    }

    private mutating func member(_ key: String) {
        separate()
        key.write(to: &self)
        raw(indentation > 0 ? ": " : ":")
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        newline()
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void) rethrows {
        bytes.append(open)
        depth += 1
        isFirst = true
        try body(&self)
        depth -= 1
        if !isFirst { newline() }
        isFirst = false
        bytes.append(close)
    }

    private mutating func newline() {
        guard indentation > 0, depth > 0 || !isFirst else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
    }

    /// Appends text that is JSON already.
    fileprivate mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    fileprivate mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }
    fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }
}

/// A plain value of JSON: text, number or truth.
package protocol JSONValue: Sendable {
    /// Appends the value, escaped.
    func write(to json: inout JSONWriter)
}

extension String: JSONValue {
    /// A string in quotes, escaped.
    package func write(to json: inout JSONWriter) {
        let quote = UInt8(ascii: "\"")
        json.append(quote)
        for byte in utf8 {
            switch byte {
            case quote: json.raw("\\\"")
            case UInt8(ascii: "\\"): json.raw("\\\\")
            case UInt8(ascii: "\n"): json.raw("\\n")
            case UInt8(ascii: "\r"): json.raw("\\r")
            case UInt8(ascii: "\t"): json.raw("\\t")
            case 0..<0x20, 0x7f:
                json.raw("\\u00")
                for digit in [byte >> 4, byte & 15] {
                    json.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
                }
            default: json.append(byte)
            }
        }
        json.append(quote)
    }
}

extension Int: JSONValue {
    /// A number.
    package func write(to json: inout JSONWriter) { json.append(String(self).utf8) }
}

extension Bool: JSONValue {
    /// `true` or `false`.
    package func write(to json: inout JSONWriter) { self ? json.raw("true") : json.raw("false") }
}

extension Double: JSONValue {
    /// The shortest digits that read back as the same number, whole numbers without a fraction; JSON has no infinities, so
    /// these are `null`.
    package func write(to json: inout JSONWriter) {
        if let whole = Int(exactly: self) {
            whole.write(to: &json)
        } else if isFinite {
            json.append(description.utf8)
        } else {
            json.raw("null")
        }
    }
}

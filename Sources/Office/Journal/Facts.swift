package import Markup

/// What the journal keeps of a thing before or after a change: an object of JSON, compact, its keys in the order given.
///
///     let facts: Facts = ["due": "2026-11-30", "reason": reason]
///
/// Never a password, and no personal data that the change itself is not about.
package struct Facts: Hashable, Sendable {
    /// The text of it.
    package let json: String

    /// Nested objects and lists, as a ``JSONWriter`` writes them.
    package init(_ members: (inout JSONWriter) throws -> Void) rethrows {
        var writer = JSONWriter(indentation: 0)
        try writer.object(members)
        json = String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Facts: ExpressibleByDictionaryLiteral {
    /// Texts, numbers and truths; an absent one is `null`.
    package init(dictionaryLiteral elements: (String, (any JSONValue)?)...) {
        self.init { json in
            func write(_ key: String, _ value: some JSONValue) { json.member(key, value) }
            for (key, value) in elements {
                if let value { write(key, value) } else { json.member(key, String?.none) }
            }
        }
    }
}

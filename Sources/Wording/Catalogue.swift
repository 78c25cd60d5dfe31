import Yams

/// The words that users see, in one language: flat `key: text` in YAML, `{name}` where a value goes.
package struct Catalogue: Sendable {
    /// A language that users can choose.
    package enum Language: String, Sendable, CaseIterable { case vi, en }

    /// The sentences by their keys.
    package let texts: [String: String]

    /// What a catalogue file must be.
    package enum Malformed: Error { case notFlat }

    /// One without words, for messages that are their own text.
    package static let none = Catalogue(texts: [:])

    private init(texts: [String: String]) { self.texts = texts }

    /// All sentences of several catalogues. No key stands in two of them, which a test forbids.
    package init(joining catalogues: [Catalogue]) {
        self.init(texts: catalogues.reduce(into: [:]) { $0.merge($1.texts) { first, _ in first } })
    }

    /// Reads a catalogue file.
    /// - Throws: where the file is not a flat mapping of texts.
    package init(yaml: [UInt8]) throws {
        // Every scalar is a text here: no resolver, which would try each against the patterns of numbers and dates.
        let parser = try Parser(yaml: String(decoding: yaml, as: UTF8.self), resolver: .basic)
        guard let mapping = try parser.singleRoot()?.mapping else { throw Malformed.notFlat }
        var texts: [String: String] = [:]
        texts.reserveCapacity(mapping.count)
        for (key, value) in mapping {
            guard let key = key.scalar?.string, let text = value.scalar?.string else { throw Malformed.notFlat }
            texts[key] = text
        }
        self.texts = texts
    }

    /// The message in this language; its key where the catalogue lacks it, which a test forbids.
    package func text(_ message: Message) -> String {
        guard let pattern = texts[message.key] else { return message.key }
        // By bytes: most sentences have no place for a value, and a page has hundreds.
        guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
        var result = ""
        var rest = pattern[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            result += message.values[name] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

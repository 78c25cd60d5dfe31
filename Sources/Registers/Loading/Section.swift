import Vietnamese
import Yams

/// A mapping of a definition's file, asked key by key. What is missing or has the wrong shape is noted as a fault with its line, and
/// something harmless is given in its place.
struct Section {
    let file: String
    let line: Int
    let faults: Faults
    /// The keys, in the order of the file.
    let keys: [String]
    private let nodes: [String: Node]

    /// - Parameter known: The keys that may stand in it; `nil` for any.
    init(_ node: Node, of file: String, known: [String]?, _ faults: Faults) {
        self.file = file
        self.faults = faults
        line = node.mark?.line ?? 1
        var keys: [String] = []
        var nodes: [String: Node] = [:]
        if let mapping = node.mapping {
            for (key, value) in mapping {
                let name = key.scalar?.string ?? ""
                if let known, !known.contains(name) {
                    faults.add(
                        file, key.mark?.line ?? line, "unknown-key",
                        ["key": name, "known": nearest(to: name, known)])
                }
                keys.append(name)
                nodes[name] = value
            }
        } else {
            faults.add(file, line, "no-mapping")
        }
        self.keys = keys
        self.nodes = nodes
    }

    func has(_ key: String) -> Bool { nodes[key] != nil }

    /// The line of a key's value.
    func line(of key: String) -> Int { nodes[key]?.mark?.line ?? line }

    func fault(_ key: String?, _ fault: String, _ values: [String: String] = [:]) {
        faults.add(file, key.map(line(of:)) ?? line, fault, values)
    }

    // MARK: Scalars

    /// The text of a key; `nil` where it is absent.
    func text(_ key: String) -> String? {
        guard let node = nodes[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            fault(key, "no-text", ["key": key])
            return nil
        }
        return text.nfc
    }

    func requiredText(_ key: String) -> String {
        if !has(key) { fault(nil, "missing", ["key": key]) }
        return text(key) ?? ""
    }

    func whole(_ key: String) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text) else {
            fault(key, "no-whole", ["key": key, "text": text])
            return nil
        }
        return number
    }

    func flag(_ key: String) -> Bool {
        guard let text = text(key) else { return false }
        if text != "true", text != "false" { fault(key, "no-flag", ["key": key, "text": text]) }
        return text == "true"
    }

    func names(_ key: String) -> Names? {
        guard let node = nodes[key] else { return nil }
        let section = Section(node, of: file, known: ["vi", "en"], faults)
        return Names(vi: section.requiredText("vi"), en: section.requiredText("en"))
    }

    func requiredNames(_ key: String = "names") -> Names {
        if !has(key) { fault(nil, "missing-names", ["key": key]) }
        return names(key) ?? Names(vi: "", en: "")
    }

    /// A new key that is declared here.
    func declaredKey(_ key: String = "key") -> Key {
        let text = requiredText(key)
        if let found = Key(text) { return found }
        if !text.isEmpty { fault(key, "key", ["key": text]) }
        return Key.unknown
    }

    /// A value of an enumeration, by its raw value.
    func value<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type = T.self) -> T?
    where T.RawValue == String {
        text(key).flatMap { one(of: T.self, named: $0, key) }
    }

    func values<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type = T.self) -> [T]
    where T.RawValue == String {
        texts(key).compactMap { one(of: T.self, named: $0, key) }
    }

    private func one<T: RawRepresentable & CaseIterable>(of type: T.Type, named text: String, _ key: String) -> T?
    where T.RawValue == String {
        if let value = T(rawValue: text) { return value }
        fault(key, "no-value", ["key": key, "text": text, "known": nearest(to: text, T.allCases.map(\.rawValue))])
        return nil
    }

    // MARK: Lists and mappings

    /// The elements of a list; one scalar counts as a list of one.
    func nodes(_ key: String) -> [Node] {
        guard let node = nodes[key] else { return [] }
        return node.sequence.map(Array.init) ?? [node]
    }

    func texts(_ key: String) -> [String] {
        nodes(key).compactMap { node in
            if let text = node.scalar?.string, !text.isEmpty { return text.nfc }
            faults.add(file, node.mark?.line ?? line, "no-text", ["key": key])
            return nil
        }
    }

    func wholes(_ key: String) -> [Int] {
        texts(key).compactMap { text in
            if Int(text) == nil { fault(key, "no-whole", ["key": key, "text": text]) }
            return Int(text)
        }
    }

    func section(_ key: String, known: [String]?) -> Section? {
        nodes[key].map { Section($0, of: file, known: known, faults) }
    }

    func sections(_ key: String, known: [String]?) -> [Section] {
        guard let node = nodes[key] else { return [] }
        guard let sequence = node.sequence else {
            fault(key, "no-list", ["key": key])
            return []
        }
        return sequence.map { Section($0, of: file, known: known, faults) }
    }

    /// Whether a key's value is a mapping.
    func isMapping(_ key: String) -> Bool { nodes[key]?.mapping != nil }

    /// Whether a key's value is a text.
    func isText(_ key: String) -> Bool { nodes[key]?.scalar != nil }
}

/// What was probably meant, first those that are written nearly so; all of them where nothing is near.
func nearest(to text: String, _ known: some Sequence<String>) -> String {
    let known = Array(known)
    let near = known.filter { $0.distance(to: text) <= max(1, text.count / 3) }
        .sorted { $0.distance(to: text) < $1.distance(to: text) }
    return (near.isEmpty ? known : Array(near.prefix(3))).joined(separator: ", ")
}

extension Key {
    /// In the place of one that could not be read; its fault is noted.
    static var unknown: Key { Key(unchecked: "unknown") }
}

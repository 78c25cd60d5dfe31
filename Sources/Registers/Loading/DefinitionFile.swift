import Yams

/// A file of definitions: of a register, of a list that several share, of routes.
package struct DefinitionFile: Sendable {
    /// Its path among the definitions: "delegations-in.yaml", "lists/levels.yaml".
    package let path: String
    /// All of its text.
    package let text: String

    /// Both parts.
    package init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
    }

    /// The name of it without folder and ending: "levels".
    var name: String { String((path.split(separator: "/").last ?? "").prefix { $0 != "." }) }

    /// The mapping that it is; what is no YAML is noted.
    func root(_ faults: Faults) -> Node? {
        do {
            // Every scalar is a text here: what a field makes of it, its kind says.
            if let root = try Parser(yaml: text, resolver: .basic).singleRoot() { return root }
            faults.add(path, 1, "empty")
        } catch let error as YamlError {
            add(error, faults)
        } catch {
            faults.add(path, 1, "yaml", ["problem": "\(error)"])
        }
        return nil
    }

    private func add(_ error: YamlError, _ faults: Faults) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            faults.add(path, mark.line, "yaml", ["problem": problem])
        case .duplicatedKeysInMapping(let duplicates, let context):
            for key in duplicates { faults.add(path, context.mark.line, "duplicate-key", ["key": key]) }
        default: faults.add(path, 1, "yaml", ["problem": "\(error)"])
        }
    }
}

package import Wording

/// Something in the file of a definition that is not as it should be.
package struct DefinitionFault: Equatable, Sendable {
    /// The file: "delegations-in.yaml".
    package let file: String
    /// Where in it; the first line is 1.
    package let line: Int
    /// What is wrong and what helps, in words of this room.
    package let message: Message

    /// In one line, as compilers write: "delegations-in.yaml:12: …".
    package func text(_ catalogue: Catalogue) -> String { "\(file):\(line): \(catalogue.text(message))" }
}

/// Definitions cannot be used: all that is wrong with them, file by file and line by line.
package struct FaultyDefinitions: Error {
    /// At least one.
    package let faults: [DefinitionFault]

    init(faults: [DefinitionFault]) { self.faults = faults }
}

/// The faults found while files are read; reading goes on after each, so that all are told at once.
final class Faults {
    /// Something of another file, which must be there when all are read.
    struct Reference {
        enum Target { case register(Key), figure(String) }

        let target: Target
        let file: String
        let line: Int
    }

    private(set) var list: [DefinitionFault] = []
    var references: [Reference] = []
    /// The figures of all files, and where they are declared.
    var figures: [(name: String, file: String, line: Int)] = []

    func add(_ file: String, _ line: Int, _ key: String, _ values: [String: String] = [:]) {
        list.append(DefinitionFault(file: file, line: line, message: Message("definition.\(key)", values)))
    }

    /// In the order of files and lines.
    var sorted: [DefinitionFault] { list.sorted { ($0.file, $0.line) < ($1.file, $1.line) } }
}

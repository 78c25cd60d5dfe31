/// All registers of an office, with what they share.
package struct Definitions: Sendable {
    /// In the order of their keys.
    package let all: [Definition]
    /// The forms that tables of registers come in and go out in, in the order of their keys.
    package let layouts: [Layout]
    private let byKey: [Key: Int]

    /// Reads and checks the files of definitions, each alone and all together.
    /// - Throws: ``FaultyDefinitions`` with everything that is wrong in any of them.
    package init(_ files: [DefinitionFile]) throws {
        let faults = Faults()
        let shared = SharedFiles(files, faults)
        let all = files.filter { !$0.path.contains("/") }.sorted { $0.path < $1.path }
            .compactMap { Definition($0, shared, faults) }
        let layouts = files.filter { $0.path.hasPrefix("layouts/") }.sorted { $0.path < $1.path }
            .compactMap { Layout($0, among: all, shared, faults) }
        Self.check(faults.references, among: all, faults)
        guard faults.list.isEmpty else { throw FaultyDefinitions(faults: faults.sorted) }
        self.all = all
        self.layouts = layouts
        byKey = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.key, $0) })
    }

    /// The definition of a register.
    package subscript(key: Key) -> Definition? { byKey[key].map { all[$0] } }

    /// Reads one file beside these definitions, in the place of what it was: what it says, and what is wrong with it.
    /// - Parameter files: Those with the lists and routes that it may name.
    func reading(_ file: DefinitionFile, sharing files: [DefinitionFile]) -> (Definition?, faults: [DefinitionFault]) {
        let faults = Faults()
        let shared = SharedFiles(files, Faults())
        let definition = Definition(file, shared, faults)
        let others = all.filter { "\($0.key).yaml" != file.path }
        Self.check(faults.references, among: others + [definition].compactMap(\.self), faults)
        return (definition, faults.sorted)
    }

    private static func check(_ references: [Faults.Reference], among all: [Definition], _ faults: Faults) {
        for twice in faults.figures.repeated(by: \.name) {
            faults.add(twice.file, twice.line, "figure-twice", ["name": twice.name])
        }
        let registers = Set(all.map(\.key)), figures = Set(all.flatMap { $0.figures.map(\.name) })
        for reference in references {
            switch reference.target {
            case .register(let key) where !registers.contains(key):
                faults.add(
                    reference.file, reference.line, "unknown-register",
                    ["register": key.text, "known": nearest(to: key.text, registers.map(\.text).sorted())])
            case .figure(let name) where !figures.contains(name):
                faults.add(
                    reference.file, reference.line, "unknown-figure",
                    ["figure": name, "known": nearest(to: name, figures.sorted())])
            case .register, .figure: break
            }
        }
    }
}

extension SharedFiles {
    fileprivate init(_ files: [DefinitionFile], _ faults: Faults) {
        for file in files where file.path.hasPrefix("lists/") {
            guard let root = file.root(faults) else { continue }
            let section = Section(
                root, of: file.path, known: ["list", "names", "about", "source", "unverified", "choices"], faults)
            let key = section.declaredKey("list")
            if key.text != file.name { section.fault("list", "file-name", ["key": key.text, "file": file.path]) }
            lists[key] = section.choices(section.sections("choices", known: ["key", "names"]))
        }
        for file in files where file.path.hasPrefix("routes/") {
            if let key = Key(file.name) { routes[key] = file }
        }
    }
}

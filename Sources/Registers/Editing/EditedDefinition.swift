import Office
import Storage

/// A definition in the hands of an administrator: its text with what was changed so far, and what it is read beside. Nothing of it is
/// taken in before it is saved; until then it travels with the form.
struct EditedDefinition: Sendable {
    /// The register.
    let key: Key
    /// Its text so far.
    var text: String
    /// The number of the version that is changed; 0 for a register that is new.
    let version: Int
    /// All registers as they stand.
    let definitions: Definitions
    /// The files that hold, this one among them.
    let files: [DefinitionFile]
    /// Its former texts, the newest first.
    let former: [DefinitionVersion]
    /// The program's newer text, of which nobody decided yet.
    let newer: DefinitionFile?

    /// As forms name the text and the version.
    static let textField = "ban-nhap", versionField = "goc"

    var path: String { "\(key).yaml" }
    /// The definition that holds now.
    var current: Definition? { definitions[key] }

    /// - Parameter text: What was made of it so far; the text that holds where nothing was.
    init(_ key: Key, text: String?, version: Int?, _ definitions: Definitions, _ db: Transaction) throws {
        self.key = key
        self.definitions = definitions
        files = try DefinitionVersion.current(db).filter { !$0.isWithdrawn }.map(\.file)
        former = try DefinitionVersion.history(of: "\(key).yaml", db)
        newer = try former.first.flatMap { try Definitions.newer(than: $0, db) }
        self.text = text?.replacing("\r\n", with: "\n") ?? former.first?.text ?? ""
        self.version = version ?? former.first?.number ?? 0
    }

    /// The text as a document; an empty one where it is no YAML.
    var document: DefinitionDocument { DefinitionDocument(text) ?? DefinitionDocument(new: .mapping([])) }

    /// Whether anything was changed.
    var isChanged: Bool { text != former.first?.text }

    /// What the text says, and what is wrong with it.
    func reading(_ text: String? = nil) -> (Definition?, faults: [DefinitionFault]) {
        definitions.reading(DefinitionFile(path, text ?? self.text), sharing: files)
    }

    /// Changes the document.
    mutating func edit(_ change: (inout DefinitionDocument) throws -> Void) rethrows {
        var document = document
        try change(&document)
        text = document.text
    }

    /// Takes an element away, with what cannot do without it.
    mutating func hide(_ index: Int, in list: EditedList) throws {
        let reader = self
        try edit { try $0.hide(index, in: list) { reader.reading($0).faults } }
    }

    /// The documents that it once was.
    var formerDocuments: [DefinitionDocument] { former.compactMap { DefinitionDocument($0.text) } }

    /// Elements that it once had and that are hidden now, as they were last.
    func hidden(in list: EditedList) -> [DefinitionTree] {
        var known = Set(document[list].compactMap { $0["key"]?.text })
        return formerDocuments.flatMap { $0[list] }.filter { known.insert($0["key"]?.text ?? "").inserted }
    }

    /// The list that every register with this key may name: "lists/levels" with what it is called.
    var sharedLists: [(name: String, names: Names)] {
        files.filter { $0.path.hasPrefix("lists/") }.compactMap { file in
            DefinitionDocument(file.text).map {
                (String(file.path.dropLast(5)), $0["names"]?.names ?? Names(vi: "", en: ""))
            }
        }
    }
}

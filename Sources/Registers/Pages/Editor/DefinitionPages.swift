import HTTPTypes
package import Office
import Storage
import Web

/// What administrators make registers with: which there are, one of them edited, what a change does before it is saved, its versions.
package struct DefinitionPages: Sendable {
    let desk: Desk
    let definitions: DefinitionKeeper
    let countries: CountryNames

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - definitions: What registers there are.
    /// - Throws: where the names of countries are malformed, which a test forbids.
    package init(_ desk: Desk, definitions: DefinitionKeeper) throws {
        self.desk = desk
        self.definitions = definitions
        countries = CountryNames(try Countries.shipped())
    }

    /// Thiết lập sổ.
    package static let section = Desk.Section(
        "definitions", title: "editor.section", address: EditorPaths.index, for: [.define])

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        let path = "\(EditorPaths.index)/{register}"
        routes.get(
            EditorPaths.index, .may(.define),
            reading: { [definitions] call, db in try EditorIndex(call, definitions.definitions(db), db) }
        ) { [desk] in desk.page($0.page, $1) }
        routes.get(EditorPaths.new, .may(.define)) { [desk] in desk.page(NewRegisterView(call: $0).page, $0) }
        routes.post(EditorPaths.new, .may(.define)) { [self] in try await begin($0, $1) }
        routes.get(path, .may(.define), reading: { [self] in try edited($0, nil, $1) }) { [desk] edited, call in
            desk.page(EditorView(edited, call).page, call)
        }
        routes.post(path, .may(.define)) { [self] in try await edit($0, $1) }
        addVersions(to: &routes)
    }

    /// The definition that the address names, with what a form brought of it.
    /// - Throws: ``WebFailure/notFound`` where there is neither.
    func edited(_ call: Call, _ form: Form?, _ db: Transaction) throws -> EditedDefinition {
        guard let key = Key(call.text("register")) else { throw WebFailure.notFound }
        let text = form?.verbatim(EditedDefinition.textField) ?? ""
        let edited = try EditedDefinition(
            key, text: text.isEmpty ? nil : text,
            version: form?[EditedDefinition.versionField].flatMap { Int($0) }, definitions.definitions(db), db)
        guard !edited.text.isEmpty || !edited.former.isEmpty else { throw WebFailure.notFound }
        return edited
    }

    // MARK: A new register

    private func begin(_ form: Form, _ call: Call) async throws -> Answer {
        let view = NewRegisterView(call: call, form: form)
        do {
            let made = try await desk.store.read { db in
                let definitions = try self.definitions.definitions(db)
                let taken = Set(try DefinitionVersion.current(db).map { String($0.path.dropLast(5)) })
                let made = try NewRegister(form).document(taken: taken)
                return try EditedDefinition(made.key, text: made.document.text, version: 0, definitions, db)
            }
            return desk.page(EditorView(made, call).page, call)
        } catch let refusal as Refusal {
            return desk.page(view.with(refusal.message).page, call, status: .unprocessableContent)
        }
    }

    // MARK: One step of editing

    /// Does what the button that was pressed says, and shows what is edited then; only `luu` changes anything.
    private func edit(_ form: Form, _ call: Call) async throws -> Answer {
        let asked = EditorCommand(form["lam"] ?? "")
        if asked.verb == "luu" { return try await save(form, call) }
        let edited = try await desk.store.read { try self.edited(call, form, $0) }
        do {
            return try await show(asked, edited, form, call)
        } catch let refusal as Refusal {
            let page = EditorView(edited, call, refusal: [refusal.message]).page
            return desk.page(page, call, status: .unprocessableContent)
        } catch let faulty as FaultyDefinitions {
            let page = EditorView(edited, call, refusal: faulty.faults.map(\.message)).page
            return desk.page(page, call, status: .unprocessableContent)
        }
    }

    private func show(
        _ asked: EditorCommand, _ before: EditedDefinition, _ form: Form, _ call: Call
    ) async throws -> Answer {
        var edited = before
        var focus: String?
        switch (asked.verb, asked.list, asked.index) {
        case ("len", let list?, let index?):
            edited.edit { $0.move(index, by: -1, in: list) }
            focus = EditorCommand("len", list, max(0, index - 1)).text
        case ("xuong", let list?, let index?):
            edited.edit { $0.move(index, by: 1, in: list) }
            focus = EditorCommand("xuong", list, min(index + 1, edited.document[list].count - 1)).text
        case ("an", let list?, let index?): try edited.hide(index, in: list)
        case ("hien", let list?, let index?):
            let hidden = edited.hidden(in: list)
            guard hidden.indices.contains(index) else { throw WebFailure.malformed }
            edited.edit { $0.put(hidden[index], at: nil, in: list) }
        case ("sua", _, _), ("them", _, _), ("lua", _, _):
            return desk.page(try EntryPages(edited, call, countries).page(asked, form), call)
        case ("giu", _, _):
            let entries = EntryPages(edited, call, countries)
            do {
                edited = try entries.taken(asked, form)
            } catch let refusal as Refusal {
                let page = try entries.page(asked, form, refusal: [refusal.message])
                return desk.page(page, call, status: .unprocessableContent)
            } catch let faulty as FaultyDefinitions {
                let page = try entries.page(asked, form, refusal: faulty.faults.map(\.message))
                return desk.page(page, call, status: .unprocessableContent)
            }
        case ("xem", _, _):
            let preview = try await desk.store.read { [edited] in try DefinitionPreview(edited, call, $0) }
            return desk.page(preview.page, call)
        default: break
        }
        return desk.page(EditorView(edited, call, focus: focus).page, call)
    }

    /// Takes in what was edited, where nobody else changed the register meanwhile.
    private func save(_ form: Form, _ call: Call) async throws -> Answer {
        do {
            let saved = try await desk.store.write { db in
                let edited = try self.edited(call, form, db)
                guard edited.version == edited.former.first?.number ?? 0 else { throw Refusal("editor.changed-since") }
                let preview = try DefinitionPreview(edited, call, db)
                guard preview.blocks.isEmpty else { throw Blocked(page: preview) }
                try Definitions.change([DefinitionFile(edited.path, edited.text)], by: call.act, db)
                return edited
            }
            return .redirect(
                EditorPaths.register(saved.key),
                Notice(
                    "editor.saved", ["number": "\(saved.version + 1)"],
                    undo: EditorPaths.restore(saved.key, saved.version)))
        } catch let blocked as Blocked {
            return desk.page(blocked.page.page, call, status: .unprocessableContent)
        }
    }
}

/// A change that cannot be taken in: its preview says why.
private struct Blocked: Error {
    let page: DefinitionPreview
}

/// Where the pages of definitions are.
enum EditorPaths {
    static let index = "/quan-tri/so"
    static let new = "\(index)/moi"

    static func register(_ key: Key) -> String { "\(index)/\(key)" }
    static func versions(_ key: Key) -> String { "\(index)/\(key)/ban" }
    static func version(_ key: Key, _ number: Int) -> String { "\(index)/\(key)/ban/\(number)" }
    static func restore(_ key: Key, _ number: Int) -> String { "\(version(key, number))/dat-lai" }
    static func yaml(_ key: Key) -> String { "\(index)/\(key)/yaml" }
    static func shipped(_ key: Key) -> String { "\(index)/\(key)/ban-moi" }
}

/// What a button of the editor does: "len:fields:3", "sua:chung", "luu".
struct EditorCommand {
    let verb: String
    /// What it is about where that is no list: "chung", "hien-thi", "yaml".
    let subject: String
    let index: Int?

    var list: EditedList? { EditedList(name: subject) }

    init(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        verb = parts.first ?? ""
        subject = parts.count > 1 ? parts[1] : ""
        index = parts.count > 2 ? Int(parts[2]) : nil
    }

    init(_ verb: String, _ list: EditedList, _ index: Int? = nil) {
        self.verb = verb
        subject = list.name
        self.index = index
    }

    var text: String { "\(verb):\(subject)" + (index.map { ":\($0)" } ?? "") }
}

import HTTPTypes
import Markup
import Office
import Storage
import Web
import WorkCalendar

extension DefinitionPages {
    func addVersions(to routes: inout DeskRoutes) {
        let path = "\(EditorPaths.index)/{register}"
        routes.get("\(path)/ban", .may(.define), reading: { [self] in try VersionList(edited($0, nil, $1), $0, $1) }) {
            [desk] in desk.page($0.page, $1)
        }
        routes.get(
            "\(path)/ban/{number}", .may(.define), reading: { [self] in try VersionView(edited($0, nil, $1), $0, $1) }
        ) { [desk] in desk.page($0.page, $1) }
        routes.post("\(path)/ban/{number}/dat-lai", .may(.define)) { [self] in try await restore($0, $1) }
        routes.post("\(path)/ban-moi", .may(.define)) { [self] in try await decide($0, $1) }
        routes.get("\(path)/yaml", .may(.define)) { [self] call in
            let edited = try await desk.store.read { try self.edited(call, nil, $0) }
            var answer = Answer.text(Array(edited.text.utf8), type: "application/yaml; charset=utf-8")
            answer.headers[.contentDisposition] = "attachment; filename=\"\(edited.path)\""
            return answer
        }
    }

    /// Puts a former text back; before the first stands none, so that the register is withdrawn.
    private func restore(_ form: Form, _ call: Call) async throws -> Answer {
        let number = Int(call.text("number")) ?? -1
        let restored = try await desk.store.write { db in
            let edited = try self.edited(call, nil, db)
            guard number == 0 || edited.former.contains(where: { $0.number == number }) else {
                throw WebFailure.notFound
            }
            let text = edited.former.first { $0.number == number }?.text ?? ""
            do {
                try Definitions.change([DefinitionFile(edited.path, text)], by: call.act, db)
            } catch let faulty as FaultyDefinitions {
                throw Refusal(
                    "editor.not-restored", ["why": faulty.faults.map { call.words($0.message) }.joined(separator: "; ")]
                )
            }
            return (key: edited.key, before: edited.former.first?.number ?? 0, isWithdrawn: text.isEmpty)
        }
        return .redirect(
            restored.isWithdrawn ? EditorPaths.index : EditorPaths.register(restored.key),
            Notice(
                restored.isWithdrawn ? "editor.restored-none" : "editor.restored", ["number": "\(number)"],
                undo: EditorPaths.restore(restored.key, restored.before)))
    }

    /// Takes the program's newer text, or keeps the office's own.
    private func decide(_ form: Form, _ call: Call) async throws -> Answer {
        let isTaken = form["lam"] == "lay"
        let decided = try await desk.store.write { db in
            let edited = try self.edited(call, nil, db)
            guard let version = edited.former.first, let newer = edited.newer else {
                throw Refusal("editor.nothing-newer")
            }
            if isTaken {
                try Definitions.change([newer], by: call.act, db)
            } else {
                try Definitions.decline(newer, by: call.act, db)
            }
            return (key: edited.key, before: version.number)
        }
        return .redirect(
            EditorPaths.versions(decided.key),
            Notice(
                isTaken ? "editor.newer-taken" : "editor.newer-kept",
                undo: isTaken ? EditorPaths.restore(decided.key, decided.before) : nil))
    }
}

/// The versions of a register, the newest first: when, who, what it changed.
struct VersionList: Sendable {
    private struct Row: Sendable {
        let version: DefinitionVersion
        let entry: Journal.Entry?
        let told: [String]
    }

    private let edited: EditedDefinition
    private let call: Call
    private let rows: [Row]
    /// What the program's newer text would change.
    private let newer: [(text: String, notes: [String], isLoss: Bool)]?

    init(_ edited: EditedDefinition, _ call: Call, _ db: Transaction) throws {
        self.edited = edited
        self.call = call
        let words = call.words
        let entries = Dictionary(
            try Journal.entries(numbered: edited.former.map(\.entry), db).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let read = edited.former.map { $0.isWithdrawn ? nil : edited.reading($0.text).0 }
        rows = try edited.former.enumerated().map { index, version in
            let difference = DefinitionDifference(from: index + 1 < read.count ? read[index + 1] : nil, to: read[index])
            let told = try difference.told(words.language, nil)
            return Row(version: version, entry: entries[version.entry], told: told.map { words($0.text) })
        }
        newer = try edited.newer.map { file in
            try DefinitionDifference(from: edited.current, to: edited.reading(file.text).0).told(words.language, db)
                .map { change in (words(change.text), change.notes.map { words($0) }, change.isLoss) }
        }
    }

    var page: Page {
        let words = call.words
        let name = edited.current?.names[words.language] ?? edited.key.text
        return Page(
            words("editor.versions-of", ["name": name]), section: "definitions",
            trail: [Page.Link(words("editor.section"), EditorPaths.index)]
                + (edited.current == nil ? [] : [Page.Link(name, EditorPaths.register(edited.key))]),
            assets: ["registers.css"]
        ) { html in
            if let newer { decision(newer, &html) }
            html.element("ol", .class("lines")) { html in
                for row in rows { write(row, &html) }
            }
        }
    }

    private func decision(_ told: [(text: String, notes: [String], isLoss: Bool)], _ html: inout MarkupWriter) {
        let words = call.words
        html.element("section", .class("panel")) { html in
            html.element("h2", text: words("editor.newer"))
            html.element("p", text: words("editor.newer-about"))
            html.told(told, words)
            html.form(to: EditorPaths.shipped(edited.key), call.visit, .class("row")) { html in
                html.button(words("editor.take-newer"), .class("primary"), name: "lam", value: "lay")
                html.button(words("editor.keep-own"), name: "lam", value: "giu")
            }
        }
    }

    private func write(_ row: Row, _ html: inout MarkupWriter) {
        let words = call.words
        let version = row.version
        let isCurrent = version.number == edited.former.first?.number
        html.element("li") { html in
            html.element("div", .class("row")) { html in
                html.element(
                    "a", .href(EditorPaths.version(edited.key, version.number)),
                    text: words("editor.version", ["number": "\(version.number)"]))
                html.element(
                    "span", .class("badge"),
                    text: words(version.isWithdrawn ? "editor.withdrawn" : "editor.origin.\(version.origin.rawValue)"))
                if isCurrent { html.element("span", .class("badge done"), text: words("editor.current")) }
                html.element(
                    "span", .class("quiet small"),
                    text: row.entry.map { "\(words.moment($0.at)) · \(words.name(of: $0.actor))" } ?? "")
                if !isCurrent, !version.isWithdrawn {
                    html.form(to: EditorPaths.restore(edited.key, version.number), call.visit) { html in
                        html.button(words("editor.use-again"), .class("small"))
                    }
                }
            }
            for text in row.told { html.element("div", text: text) }
        }
    }
}

/// One version: what it would change now, and its text.
struct VersionView: Sendable {
    private let edited: EditedDefinition
    private let call: Call
    private let version: DefinitionVersion
    private let told: [(text: String, notes: [String], isLoss: Bool)]

    init(_ edited: EditedDefinition, _ call: Call, _ db: Transaction) throws {
        guard let number = Int(call.text("number")), let version = edited.former.first(where: { $0.number == number })
        else { throw WebFailure.notFound }
        self.edited = edited
        self.call = call
        self.version = version
        let words = call.words
        let definition = version.isWithdrawn ? nil : edited.reading(version.text).0
        told = try DefinitionDifference(from: edited.current, to: definition).told(words.language, db).map { change in
            (words(change.text), change.notes.map { words($0) }, change.isLoss)
        }
    }

    var page: Page {
        let words = call.words
        let name = edited.current?.names[words.language] ?? edited.key.text
        let isCurrent = version.number == edited.former.first?.number
        return Page(
            "\(name): \(words("editor.version", ["number": "\(version.number)"]))", section: "definitions",
            trail: [
                Page.Link(words("editor.section"), EditorPaths.index),
                Page.Link(words("editor.versions"), EditorPaths.versions(edited.key)),
            ], assets: ["registers.css"]
        ) { html in
            if !isCurrent {
                html.element("h2", text: words("editor.would-change"))
                html.told(told, words)
                html.form(to: EditorPaths.restore(edited.key, version.number), call.visit) { html in
                    html.button(words("editor.use-again"), .class("primary"))
                }
            }
            html.element("h2", text: words("editor.yaml"))
            html.element("pre", text: version.text)
        }
    }
}

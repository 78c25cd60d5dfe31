import Markup
import Storage
import Web

/// Letters of which nobody knows whether they went: an administrator decides on each.
package struct LetterPages: Sendable {
    static let path = "/quan-tri/thu"

    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .may(.manageAccounts)) { [self] call in
            let at = call.visit.at
            let letters = try await desk.store.read { try NoticeMail.uncertainLetters(at: at, $0) }
            return desk.page(page(letters, call), call)
        }
        for (name, decision, undo) in [
            ("gui-lai", NoticeMail.Decision.again, false), ("de-vay", .leave, true), ("hoan-tac", .undo, false),
        ] {
            routes.post("\(Self.path)/{id}/\(name)", .may(.manageAccounts)) { [desk] _, call in
                let id = try call.number()
                try await desk.store.write { try NoticeMail.decide(decision, on: id, by: call.act, $0) }
                return .redirect(
                    Self.path,
                    Notice("letters.done.\(decision.rawValue)", undo: undo ? "\(Self.path)/\(id)/hoan-tac" : nil))
            }
        }
    }

    private func page(_ letters: [UncertainLetter], _ call: Call) -> Page {
        let words = call.words
        return Page(
            words("letters.title"), section: "administration",
            trail: [Page.Link(words("admin.title"), AccountAdministration.path)], assets: ["office.css"]
        ) { html in
            html.element("p", text: words("letters.what"))
            guard !letters.isEmpty else { return html.element("p", .class("empty"), text: words("letters.none")) }
            html.element("ul", .class("lines")) { html in
                for letter in letters { html.element("li") { item(letter, call, &$0) } }
            }
        }
    }

    private func item(_ letter: UncertainLetter, _ call: Call, _ html: inout MarkupWriter) {
        let words = call.words
        html.element("p") { html in
            html.element("strong", text: letter.person)
            html.text(" · \(letter.address) · \(words.moment(letter.at))")
        }
        html.element("p", .class("quiet small")) { html in
            html.text(words("letters.unread", ["count": words.number(letter.unread)]))
            if let reason = letter.reason { html.text(" \(words("letters.reason", ["reason": reason]))") }
        }
        html.element("div", .class("row")) { html in
            for (name, key) in [("gui-lai", "letters.again"), ("de-vay", "letters.leave")] {
                html.form(to: "\(Self.path)/\(letter.mail)/\(name)", call.visit) { $0.button(words(key)) }
            }
        }
    }
}

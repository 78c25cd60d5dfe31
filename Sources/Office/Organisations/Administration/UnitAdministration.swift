import HTTPTypes
import Markup
import Storage
import Web
import Wording
import WorkCalendar

/// Recording units, their names, positions, and what becomes of them.
package struct UnitAdministration: Sendable {
    static let path = "/quan-tri/co-quan"

    /// The page of a unit.
    static func address(_ id: Int) -> String { "\(path)/\(id)" }

    let desk: Desk
    let places: [String: String]
    let afterSuccession: AfterSuccession

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - places: As ``JournalPages/init(_:places:)`` takes them.
    ///   - afterSuccession: What is done in the same transaction when units changed.
    package init(_ desk: Desk, places: [String: String], afterSuccession: @escaping AfterSuccession) {
        self.desk = desk
        self.places = places
        self.afterSuccession = afterSuccession
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .may(.manageOrganisations)) { [self] call in
            let entries = try await desk.store.read { db in
                var search = Journal.Search()
                search.action = "organisation"
                return try Journal.entries(search, Portion(offset: 0, limit: 20), db)
            }
            return desk.page(UnitListView(call: call, entries: entries, places: places).page, call)
        }
        routes.get("\(Self.path)/thay-doi", .may(.manageOrganisations)) { [self] call in
            guard let view = UnitChangeView(call, call.formAsked) else { throw WebFailure.notFound }
            return desk.page(view.page, call)
        }
        routes.post("\(Self.path)/thay-doi", .may(.manageOrganisations)) { [self] form, call in
            try await change(form, call)
        }
        routes.get("\(Self.path)/{id}", .may(.manageOrganisations)) { [self] call in try await show(call) }
        routes.post("\(Self.path)/{id}/vi-tri", .may(.manageAccounts)) { [self] form, call in
            let unit = OrganisationID(rawValue: try call.number())
            guard !call.directory.history(of: unit).isEmpty else { throw WebFailure.notFound }
            try await desk.store.write { db in
                _ = try Positions.add(in: unit, title: form["title"] ?? "", role: form.role, by: call.act, db)
            }
            return .redirect(Self.address(unit.rawValue), Notice("units.position-added"))
        }
        routes.post("/quan-tri/vi-tri/{id}/bo-nhiem", .may(.manageAccounts)) { [self] form, call in
            try await hold(call, "admin.appointed") { position, db in
                guard let account = try Accounts.find(login: form["login"] ?? "", db) else {
                    throw Refusal("admin.no-account", ["login": form["login"] ?? ""])
                }
                try Positions.appoint(account, to: position, from: call.day, by: call.act, db)
            }
        }
        routes.post("/quan-tri/vi-tri/{id}/thoi-giu", .may(.manageAccounts)) { [self] _, call in
            try await hold(call, "admin.released") { position, db in
                guard position != call.seat.position else { throw Refusal("admin.own") }
                try Positions.release(position, by: call.act, db)
            }
        }
    }

    private func hold(
        _ call: Call, _ done: String, _ body: @escaping @Sendable (Position, Transaction) throws -> Void
    ) async throws -> Answer {
        let id = PositionID(rawValue: try call.number())
        let unit = try await desk.store.write { db in
            guard let position = try Positions.find(id, db) else { throw WebFailure.notFound }
            try body(position, db)
            return position.organisation
        }
        return .redirect(Self.address(unit.rawValue), Notice(done))
    }

    private func show(_ call: Call) async throws -> Answer {
        let unit = OrganisationID(rawValue: try call.number())
        guard !call.directory.history(of: unit).isEmpty else { throw WebFailure.notFound }
        let view = try await desk.store.read { db in
            UnitAdministrationView(
                call: call, unit: unit,
                positions: try Positions.all(in: unit, db).map { ($0, try Positions.history(of: $0, db)) },
                entries: try Journal.entries(of: .organisation(unit), limit: 20, db), places: places)
        }
        return desk.page(view.page, call)
    }

    /// What a preview carries out of the transaction that is undone.
    private struct Preview: Error { let lines: [Message] }

    /// First shows what would happen, by doing it and undoing it; then, when that was confirmed, does it.
    private func change(_ form: Form, _ call: Call) async throws -> Answer {
        guard let change = UnitChange(form, call) else { throw WebFailure.malformed }
        let (follow, act) = (afterSuccession, call.act)
        do {
            guard form.has("confirmed") else {
                try await desk.store.write { db in
                    throw Preview(lines: try change.record(follow, by: act, db))
                }
                throw WebFailure.malformed
            }
            let lines = try await desk.store.write { try change.record(follow, by: act, $0) }
            let back = form["unit"].flatMap(Int.init).map(Self.address) ?? Self.path
            return .redirect(back, Notice(.done, lines.first ?? Message("units.done")))
        } catch let preview as Preview {
            guard let view = UnitChangeView(call, form, preview: preview.lines) else { throw WebFailure.malformed }
            return desk.page(view.page, call)
        } catch let refusal as Refusal {
            guard let view = UnitChangeView(call, form, problem: call.words(refusal.message)) else {
                throw WebFailure.malformed
            }
            return desk.page(view.page, call, status: .unprocessableContent)
        }
    }
}

extension Call {
    /// What stands in the address, as a form that was not sent yet.
    fileprivate var formAsked: Form { Form(fields: address.items.map { ($0.name, $0.value) }) }
}

import HTTPTypes
import Markup
import Storage
import Web
import WorkCalendar

/// One's own account: positions, password, second step, sessions, language.
package struct AccountPages: Sendable {
    /// A page about the own account that another room has.
    package struct More: Sendable {
        let title: String
        let text: String
        let address: String

        /// - Parameters:
        ///   - title: The key of its title.
        ///   - text: The key of a sentence about it.
        ///   - address: Where it stands.
        package init(title: String, text: String, address: String) {
            self.title = title
            self.text = text
            self.address = address
        }
    }

    static let path = "/tai-khoan"

    let desk: Desk
    let more: [More]

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - more: The pages of other rooms, in this order.
    package init(_ desk: Desk, more: [More] = []) {
        self.desk = desk
        self.more = more
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .signedIn) { [self] call in try await show(call) }
        routes.post("\(Self.path)/vi-tri", .signedIn) { [self] form, call in try await move(form, call) }
        routes.post("\(Self.path)/mat-khau", .signedIn) { [self] form, call in
            let account = call.seat.account
            do {
                let outcome = try await SignIn(desk.store).change(
                    login: account.login, from: form.verbatim("password"), to: form.newPassword(),
                    keeping: call.session?.id, by: call.act)
                try outcome.check(call)
            } catch let refusal as Refusal {
                return try await show(call, problem: call.words(refusal.message))
            }
            return .redirect(Self.path, Notice("account.password.changed"))
        }
        routes.post("\(Self.path)/phien/ket-thuc", .signedIn) { [self] form, call in
            let (id, at) = (form["session"].flatMap(Int.init) ?? 0, call.visit.at)
            try await desk.store.write { try Sessions.end(id, of: call.seat.account, at: at, $0) }
            return .redirect(Self.path, Notice("session.ended"))
        }
        routes.post("\(Self.path)/phien/ket-thuc-het", .signedIn) { [self] _, call in
            let at = call.visit.at
            try await desk.store.write { try Sessions.endAll(of: call.seat.account, at: at, $0) }
            var answer = Answer.redirect(SignInAddress.path, Notice("session.all-ended"))
            answer.set(SessionCookie.gone(isSecure: desk.site.isSecure))
            return answer
        }
        SecondStepPages(desk).add(to: &routes)
    }

    private func show(_ call: Call, problem: String? = nil) async throws -> Answer {
        let (account, visit, directory) = (call.seat.account, call.visit, call.directory)
        let view = try await desk.store.read { db in
            AccountView(
                seats: try Positions.seats(of: account, on: visit.day, directory, db),
                sessions: try Sessions.all(of: account, at: visit.at, db), hasStep: try SecondStep.isOn(account, db),
                codesLeft: try SecondStep.codesLeft(account, db), call: call, more: more, problem: problem)
        }
        return desk.page(view.page, call, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func move(_ form: Form, _ call: Call) async throws -> Answer {
        let (account, visit, directory) = (call.seat.account, call.visit, call.directory)
        guard let session = call.session else { throw WebFailure.malformed }
        let secret = try await desk.store.write { db in
            let seats = try Positions.seats(of: account, on: visit.day, directory, db)
            guard let seat = seats.first(where: { String($0.position.id.rawValue) == form["position"] }) else {
                throw Refusal("sign-in.choose")
            }
            return try Sessions.go(on: session, to: .open, for: seat.position, at: visit.at, db)
        }
        var answer = Answer.redirect("/", Notice("account.moved"))
        answer.set(SessionCookie.cookie(secret, isSecure: desk.site.isSecure))
        return answer
    }
}

extension SignIn.Outcome {
    /// - Throws: ``Refusal`` where the own password was not right.
    func check(_ call: Call) throws {
        switch self {
        case .signedIn: return
        case .refused: throw Refusal("account.wrong-password")
        case .locked(let until): throw Refusal("sign-in.locked", ["until": call.words.moment(until)])
        }
    }
}

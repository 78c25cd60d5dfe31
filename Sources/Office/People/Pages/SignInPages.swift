import HTTPTypes
import Storage
import Web

/// Signing in and out.
package struct SignInPages: Sendable {
    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.openGet(SignInAddress.path) { [self] call in show(call) }
        routes.openPost(SignInAddress.path) { [self] form, call in try await signIn(form, call) }
        routes.post("/dang-xuat", .signedIn) { [self] _, call in
            let at = call.visit.at
            if let session = call.session {
                try await desk.store.write { try Sessions.end(session.id, of: call.seat.account, at: at, $0) }
            }
            var answer = Answer.redirect(SignInAddress.path, Notice("sign-in.out"))
            answer.set(SessionCookie.gone(isSecure: desk.site.isSecure))
            return answer
        }
    }

    private func show(_ call: OpenCall, login: String = "", error: String? = nil) -> Answer {
        let view = SignInView(
            words: call.words, visit: call.visit, next: call.address["toi"], login: login, error: error)
        return desk.page(view.page, call, status: error == nil ? .ok : .unprocessableContent)
    }

    private func signIn(_ form: Form, _ call: OpenCall) async throws -> Answer {
        let (login, visit, agent) = (form["login"] ?? "", call.visit, call.agent)
        let outcome = try await SignIn(desk.store).attempt(
            login: login, password: form.verbatim("password"), at: visit.at)
        switch outcome {
        case .refused: return show(call, login: login, error: call.words("sign-in.refused"))
        case .locked(let until):
            return show(call, login: login, error: call.words("sign-in.locked", ["until": call.words.moment(until)]))
        case .signedIn(let account, _):
            let units = desk.units
            let secret = try await desk.store.write { db -> Secret? in
                let seats = try Positions.seats(of: account, on: visit.day, try units.directory(db), db)
                guard let seat = seats.first else { return nil }
                return try Sessions.begin(account, .open, for: seat.position, visit, agent: agent, db)
            }
            guard let secret else { return show(call, login: login, error: call.words("sign-in.no-position")) }
            var answer = Answer.redirect(call.address["toi"] ?? "/")
            answer.set(SessionCookie.cookie(secret, isSecure: desk.site.isSecure))
            return answer
        }
    }
}

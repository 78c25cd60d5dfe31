import HTTPTypes
import Storage
import Web
import WorkCalendar

/// Signing in, step by step, and out.
package struct SignInPages: Sendable {
    /// Another way to sign in, beside login and password.
    package struct Way: Sendable {
        /// The key of its words.
        let title: String
        /// Where it begins.
        let address: String

        /// Both parts.
        package init(title: String, address: String) {
            self.title = title
            self.address = address
        }
    }

    /// An account that a demonstration offers to try.
    package struct Guest: Sendable {
        let login: String
        let password: String
        let name: String
        let position: String

        /// All of its parts.
        package init(login: String, password: String, name: String, position: String) {
            self.login = login
            self.password = password
            self.name = name
            self.position = position
        }
    }

    let desk: Desk
    let ways: [Way]
    let guests: [Guest]
    /// Sixty attempts in five minutes from one address: a whole office may stand behind it.
    let limit = RateLimit(60, seconds: 300)

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - ways: Others than login and password.
    ///   - guests: Shown where the data are invented, and nowhere else.
    package init(_ desk: Desk, ways: [Way] = [], guests: [Guest] = []) {
        self.desk = desk
        self.ways = ways
        self.guests = desk.isDemonstration ? guests : []
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.openGet(SignInAddress.path) { [self] call in show(call) }
        routes.openPost(SignInAddress.path) { [self] form, call in
            try limit.count(call.visit)
            return try await signIn(form, call)
        }
        routes.post("/dang-xuat", .signedIn) { [self] _, call in
            let at = call.visit.at
            if let session = call.session {
                try await desk.store.write { try Sessions.end(session.id, of: call.seat.account, at: at, $0) }
            }
            return signedOut()
        }
        SignInStepPages(desk, limit).add(to: &routes)
        ResetPages(desk, limit).add(to: &routes)
    }

    private func signedOut() -> Answer {
        var answer = Answer.redirect(SignInAddress.path, Notice("sign-in.out"))
        answer.set(SessionCookie.gone(isSecure: desk.site.isSecure))
        return answer
    }

    private func show(_ call: OpenCall, login: String = "", error: String? = nil) -> Answer {
        let view = SignInView(
            words: call.words, visit: call.visit, next: call.address["toi"], login: login, error: error, ways: ways,
            guests: guests)
        return desk.page(view.page, call, status: error == nil ? .ok : .unprocessableContent)
    }

    private func signIn(_ form: Form, _ call: OpenCall) async throws -> Answer {
        let (login, visit) = (form["login"] ?? "", call.visit)
        let outcome = try await SignIn(desk.store).attempt(
            login: login, password: form.verbatim("password"), at: visit.at)
        switch outcome {
        case .refused: return show(call, login: login, error: call.words("sign-in.refused"))
        case .locked(let until):
            return show(call, login: login, error: call.words("sign-in.locked", ["until": call.words.moment(until)]))
        case .signedIn(let account, _):
            guard let answer = try await SignInEntry(desk).begin(account, call, to: call.address["toi"]) else {
                return show(call, login: login, error: call.words("sign-in.no-position"))
            }
            return answer
        }
    }
}

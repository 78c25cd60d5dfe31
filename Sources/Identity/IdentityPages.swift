import Hummingbird
import Logging
import Markup
package import Office
import Storage
import Web
import Wording
import WorkCalendar

/// Signing in with a provider of identities, and tying accounts to its people.
package struct IdentityPages: Sendable {
    /// Where a sign-in with the provider begins.
    package static let path = "/dang-nhap/oidc"
    /// Where the provider sends the browser back to.
    static let returnPath = "\(path)/tro-ve"

    let desk: Desk
    let provider: Provider
    private let limit = RateLimit(60, seconds: 300)
    private let logger = Logger(label: "nhipcau.identity")

    /// - Parameter settings: Of the provider.
    package init(_ desk: Desk, _ settings: Provider.Settings) {
        self.desk = desk
        provider = Provider(settings, at: desk.site.address)
    }

    /// The way to it on the page on which one signs in.
    package static let way = SignInPages.Way(title: "identity.sign-in", address: path)

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.openGet(Self.path) { [self] call in
            try limit.count(call.visit)
            let attempt = Attempt(asked: call.address["toi"] ?? "/")
            do {
                var answer = Answer.leave(to: try await provider.address(for: attempt))
                answer.set(SetCookie("oidc", attempt.text, seconds: 600, isSecure: desk.site.isSecure))
                return answer
            } catch { return failed(error, call) }
        }
        routes.openGet(Self.returnPath) { [self] call in
            try limit.count(call.visit)
            do { return try await comeBack(call) } catch { return failed(error, call) }
        }
        let account = "/quan-tri/tai-khoan/{id}/danh-tinh"
        routes.get(account, .may(.manageAccounts)) { [self] call in try await show(call) }
        routes.post(account, .may(.manageAccounts)) { [self] form, call in
            let (id, issuer) = (AccountID(rawValue: try call.number()), provider.settings.issuer)
            try await desk.store.write { db in
                let account = try Accounts.one(id, db)
                if form.has("untie") {
                    try Identities.untie(account, at: issuer, by: call.act, db)
                } else {
                    try Identities.tie(account, to: form["subject"] ?? "", at: issuer, by: call.act, db)
                }
            }
            return .redirect(
                "/quan-tri/tai-khoan/\(id.rawValue)/danh-tinh",
                Notice(form.has("untie") ? "identity.now-untied" : "identity.now-tied"))
        }
    }

    private func comeBack(_ call: OpenCall) async throws -> Answer {
        let cookie = call.request.cookies["oidc"].map { URLEncoding.decoded($0.value) } ?? ""
        guard let attempt = Attempt(cookie: cookie), call.address["state"] == attempt.state else {
            throw Provider.Failure(description: "the answer is to another question")
        }
        guard let code = call.address["code"] else {
            throw Provider.Failure(description: "the provider says \(call.address["error"] ?? "nothing")")
        }
        let identity = try await provider.identity(code: code, attempt)
        let act = Act(.system("sign-in"), at: call.visit.at)
        guard let account = try await desk.store.write({ try Identities.account(of: identity, by: act, $0) }) else {
            logger.notice("nobody is tied", metadata: ["subject": "\(identity.subject)"])
            return refused("identity.nobody", ["subject": identity.subject])
        }
        guard var answer = try await SignInEntry(desk).begin(account, call, to: attempt.asked) else {
            return refused("sign-in.no-position")
        }
        answer.set(SetCookie("oidc", "", seconds: 0, isSecure: desk.site.isSecure))
        return answer
    }

    private func refused(_ key: String, _ values: [String: String] = [:]) -> Answer {
        .redirect(SignInAddress.path, Notice(.failed, Message(key, values)))
    }

    private func failed(_ error: any Error, _ call: OpenCall) -> Answer {
        logger.warning(
            "sign-in failed", metadata: ["reference": "\(call.visit.reference)", "error": "\(error)"])
        return refused("identity.failed", ["reference": call.visit.reference])
    }

    private func show(_ call: Call) async throws -> Answer {
        let (id, issuer, words) = (AccountID(rawValue: try call.number()), provider.settings.issuer, call.words)
        let (account, subject) = try await desk.store.read { db in
            (try Accounts.one(id, db), try Identities.subject(of: id, at: issuer, db))
        }
        let address = "/quan-tri/tai-khoan/\(id.rawValue)"
        let page = Page(
            words("identity.title"), section: "administration", trail: [Page.Link(account.name, address)]
        ) { html in
            html.form(to: "\(address)/danh-tinh", call.visit, .class("panel narrow")) { html in
                html.element("p", .class("quiet"), text: words("identity.why", ["issuer": issuer]))
                if let subject {
                    html.element("p") { html in
                        html.text("\(words("identity.subject")): ")
                        html.element("code", text: subject)
                    }
                    html.button(words("identity.untie"), .class("danger"), name: "untie", value: "1")
                } else {
                    html.field(
                        Field(
                            "subject", words("identity.subject"), hint: words("identity.subject.hint"), isRequired: true
                        ))
                    html.button(words("identity.tie"), .class("primary"))
                }
            }
        }
        return desk.page(page, call)
    }
}

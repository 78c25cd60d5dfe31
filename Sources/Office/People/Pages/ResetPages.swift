import HTTPTypes
import Markup
import Storage
import Web
import Wording
import WorkCalendar

/// Setting a password by the link that an administrator made.
struct ResetPages: Sendable {
    static let path = "/dat-mat-khau"

    let desk: Desk
    let limit: RateLimit

    init(_ desk: Desk, _ limit: RateLimit) {
        self.desk = desk
        self.limit = limit
    }

    func add(to routes: inout DeskRoutes) {
        routes.openGet("\(Self.path)/{link}") { [self] call in
            let (link, at) = (try link(call), call.visit.at)
            guard try await desk.store.read({ try ResetLinks.account(of: link, at: at, $0) }) != nil else {
                throw WebFailure(.notFound, "reset.gone")
            }
            return show(call)
        }
        routes.openPost("\(Self.path)/{link}") { [self] form, call in
            try limit.count(call.visit)
            let link = try link(call)
            do {
                try await SignIn(desk.store).choose(
                    form.newPassword(), by: link, at: Act(.system("reset link"), at: call.visit.at))
            } catch let refusal as Refusal where refusal.message.key != "reset.gone" {
                return show(call, error: call.words(refusal.message))
            }
            return .redirect(SignInAddress.path, Notice("reset.done"))
        }
    }

    private func link(_ call: OpenCall) throws -> Secret {
        guard let link = Secret(call.text("link")) else { throw WebFailure(.notFound, "reset.gone") }
        return link
    }

    private func show(_ call: OpenCall, error: String? = nil) -> Answer {
        let page = Page(call.words("reset.title")) { html in
            html.form(to: call.address.path, call.visit, .class("panel narrow")) { html in
                html.complaint(error)
                html.newPassword(call.words)
                html.button(call.words("password.set"), .class("primary"))
            }
        }
        return desk.page(page, call, status: error == nil ? .ok : .unprocessableContent)
    }
}

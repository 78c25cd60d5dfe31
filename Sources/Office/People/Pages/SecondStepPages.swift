import HTTPTypes
import Markup
import Storage
import Web

/// Turning the own second step on and off.
struct SecondStepPages: Sendable {
    static let path = "/tai-khoan/buoc-hai"

    let desk: Desk

    init(_ desk: Desk) { self.desk = desk }

    func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .signedIn) { [self] call in show(SecondStep.newSecret(), call) }
        routes.post(Self.path, .signedIn) { [self] form, call in
            let (account, act, secret, code) = (
                call.seat.account, call.act, form["secret"] ?? "", form["code"] ?? ""
            )
            do {
                let codes = try await desk.store.write {
                    try SecondStep.turnOn(account, secret: secret, code: code, by: act, $0)
                }
                return tell(codes, call)
            } catch let refusal as Refusal {
                return show(secret, call, error: call.words(refusal.message))
            }
        }
        routes.post("\(Self.path)/ma", .signedIn) { [self] form, call in
            try await check(form, call)
            let (account, act) = (call.seat.account, call.act)
            let codes = try await desk.store.write { try SecondStep.renewCodes(account, by: act, $0) }
            return tell(codes, call)
        }
        routes.post("\(Self.path)/tat", .signedIn) { [self] form, call in
            try await check(form, call)
            let (account, act) = (call.seat.account, call.act)
            try await desk.store.write { try SecondStep.turnOff(account, by: act, $0) }
            return .redirect(AccountPages.path, Notice("second-step.turned-off"))
        }
    }

    private func check(_ form: Form, _ call: Call) async throws {
        try await SignIn(desk.store).attempt(
            login: call.seat.account.login, password: form.verbatim("codes-password"), at: call.visit.at
        ).check(call)
    }

    /// The secret travels with the form, for nothing is kept of it before a code shows that the telephone has it.
    private func show(_ secret: String, _ call: Call, error: String? = nil) -> Answer {
        let words = call.words
        let page = Page(
            words("second-step.title"), trail: [Page.Link(words("account.title"), AccountPages.path)],
            assets: ["office.css"]
        ) { html in
            html.form(to: Self.path, call.visit, .class("panel narrow")) { html in
                html.complaint(error)
                html.element("p", text: words("second-step.how"))
                if let code = QRCode(SecondStep.address(of: secret, for: call.seat.account)) {
                    html.qrCode(code, label: words("second-step.picture"))
                }
                html.element("p", .class("secret"), text: secret.grouped(by: " "))
                html.hidden("secret", secret)
                html.field(
                    Field(
                        "code", words("second-step.code"), isRequired: true, completion: "one-time-code",
                        isFocused: true))
                html.button(words("second-step.turn-on"), .class("primary"))
            }
        }
        return desk.page(page, call, status: error == nil ? .ok : .unprocessableContent)
    }

    private func tell(_ codes: [String], _ call: Call) -> Answer {
        let words = call.words
        let page = Page(
            words("second-step.codes"), trail: [Page.Link(words("account.title"), AccountPages.path)],
            assets: ["office.css"]
        ) { html in
            html.element("section", .class("panel narrow")) { html in
                html.element("p", text: words("second-step.codes.why"))
                html.element("ul", .class("codes")) { html in for code in codes { html.element("li", text: code) } }
                html.element("a", .class("button primary"), .href(AccountPages.path), text: words("second-step.kept"))
            }
        }
        return desk.page(page, call)
    }
}

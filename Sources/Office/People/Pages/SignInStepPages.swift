import HTTPTypes
import Markup
import Storage
import Web
import WorkCalendar

/// What comes after the password: the code of the second step, a password of one's own, the position.
struct SignInStepPages: Sendable {
    let desk: Desk
    let limit: RateLimit

    init(_ desk: Desk, _ limit: RateLimit) {
        self.desk = desk
        self.limit = limit
    }

    func add(to routes: inout DeskRoutes) {
        for stage in [Session.Stage.code, .password, .position] {
            routes.openGet(stage.address) { [self] call in try await show(stage, call) }
            routes.openPost(stage.address) { [self] form, call in
                try limit.count(call.visit)
                guard let session = call.session, session.stage == stage else { return elsewhere(call) }
                do {
                    return try await take(form, session, call)
                } catch let refusal as Refusal {
                    return try await show(stage, call, error: call.words(refusal.message))
                }
            }
        }
    }

    private func elsewhere(_ call: OpenCall) -> Answer { .redirect(call.session?.stage.address ?? SignInAddress.path) }

    private func take(_ form: Form, _ session: Session, _ call: OpenCall) async throws -> Answer {
        let (account, at) = (session.account, call.visit.at)
        switch session.stage {
        case .code:
            let typed = form["code"] ?? ""
            switch try await desk.store.write({ try SecondStep.attempt(typed, of: account, at: at, $0) }) {
            case .right: return try await SignInEntry(desk).go(on: session, call)
            case .wrong: throw Refusal("second-step.wrong")
            case .locked(let until): throw Refusal("sign-in.locked", ["until": call.words.moment(until)])
            }
        case .password:
            let new = try form.newPassword()
            try await SignIn(desk.store).choose(
                new, account, keeping: session.id, by: Act(.system("sign-in"), at: at))
            return try await SignInEntry(desk).go(on: session, call)
        case .position:
            let seats = try await seats(session, call)
            guard let seat = seats.first(where: { String($0.position.id.rawValue) == form["position"] }) else {
                throw Refusal("sign-in.choose")
            }
            return try await SignInEntry(desk).go(on: session, for: seat.position, call)
        case .open: return elsewhere(call)
        }
    }

    private func seats(_ session: Session, _ call: OpenCall) async throws -> [Seat] {
        let (units, day) = (desk.units, call.visit.day)
        return try await desk.store.read { try Positions.seats(of: session.account, on: day, units.directory($0), $0) }
    }

    private func show(_ stage: Session.Stage, _ call: OpenCall, error: String? = nil) async throws -> Answer {
        guard let session = call.session, session.stage == stage else { return elsewhere(call) }
        let seats = stage == .position ? try await seats(session, call) : []
        let page = Page(call.words("sign-in.\(stage.rawValue)")) { html in
            html.form(to: call.address.description, call.visit, .class("panel narrow")) { html in
                html.complaint(error)
                switch stage {
                case .code:
                    html.field(
                        Field(
                            "code", call.words("second-step.code"), hint: call.words("second-step.code.hint"),
                            isRequired: true, completion: "one-time-code", isFocused: true))
                    html.button(call.words("sign-in.go-on"), .class("primary"))
                case .password:
                    html.element("p", text: call.words("sign-in.password.why"))
                    html.newPassword(call.words)
                    html.button(call.words("sign-in.go-on"), .class("primary"))
                case .position, .open:
                    for seat in seats {
                        html.element("p") { html in
                            html.button(
                                seat.place, name: "position",
                                value: String(seat.position.id.rawValue))
                        }
                    }
                }
            }
        }
        return desk.page(page, call, status: error == nil ? .ok : .unprocessableContent)
    }
}

extension Form {
    /// The new password that was typed twice.
    /// - Throws: ``Refusal`` where the two differ.
    func newPassword() throws -> String {
        let new = verbatim("new")
        guard new == verbatim("again") else { throw Refusal("password.differs") }
        return new
    }
}

extension MarkupWriter {
    /// What is wrong with a form that is shown again.
    mutating func complaint(_ error: String?) {
        if let error { element("p", .class("error"), Attribute("role", "alert"), text: error) }
    }

    /// The two fields of a new password.
    mutating func newPassword(_ words: Words) {
        field(
            Field(
                "new", words("password.new"), .line(.password),
                hint: words("password.hint", ["count": String(PasswordRules.length.lowerBound)]), isRequired: true,
                completion: "new-password"))
        field(
            Field(
                "again", words("password.again"), .line(.password), isRequired: true, completion: "new-password"))
    }
}

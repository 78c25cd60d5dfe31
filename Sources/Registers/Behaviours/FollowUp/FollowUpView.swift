import Markup
import Office
import Storage
import Web
import WorkCalendar

/// The follow-ups of a record: which were given to a unit as assignments, and where those stand.
struct FollowUpPanel: RecordPanel {
    let orders: [(order: FollowUpOrder, state: FollowUpState?)]

    let isBroad = true

    func write(on page: RecordPage, to html: inout MarkupWriter) {
        let (words, call) = (page.words, page.call)
        html.element("h2", text: words("behaviour.follow-up"))
        html.element("ul", .class("lines")) { html in
            for (order, state) in orders {
                html.element("li") { html in
                    html.element("p") { html in
                        if let address = state?.address {
                            html.element("a", .href(address), text: order.text)
                        } else {
                            html.text(order.text)
                        }
                    }
                    html.element("div", .class("row small")) { html in
                        html.element(
                            "span", .class("quiet"),
                            text: "\(page.request.writing.unit(order.unit)) · \(words.day(order.due))")
                        if let state {
                            html.element(
                                "span", .class("badge \(state.words.look)"), text: words(state.words.key))
                        }
                        guard call.may(.accept), !page.record.isRemoved else { return }
                        let path = "\(page.path)/giao-viec/\(order.line)"
                        html.form(to: state == nil ? path : "\(path)/thu-hoi", call.visit) { html in
                            html.hidden("phien-ban", "\(page.record.version)")
                            html.button(
                                words(state == nil ? "follow-up.give" : "follow-up.take-back"),
                                .class(state == nil ? "small" : "plain small"))
                        }
                    }
                }
            }
        }
    }
}

extension FollowUp: ShownBehaviour {
    func panel(of record: Record, _ request: RegisterRequest, _ db: Transaction) throws -> (any RecordPanel)? {
        guard let door = request.followUps, let key = lines else { return nil }
        let orders = (record.lines[key] ?? []).compactMap { order(of: $0, record, request) }
        guard !orders.isEmpty else { return nil }
        let states = try door.given(request.definition.key, record.id, request.call.day, db)
        return FollowUpPanel(
            orders: orders.map { order in (order, states.last { $0.line == order.line }) })
    }
}

extension RegisterPages {
    func addFollowUps(to routes: inout DeskRoutes) {
        let path = "\(RegisterPaths.index)/{register}/{id}/giao-viec/{line}"
        routes.post(path, .may(.accept)) { [self] form, call in
            let line = try call.number("line")
            return try await act(form, call, Notice("follow-up.given")) { request, _, _, db in
                let record = try request.record(db)
                guard let door = request.followUps, let behaviour = request.definition.behaviour(FollowUp.self),
                    let lines = behaviour.lines, let found = record.lines[lines]?.first(where: { $0.id == line }),
                    let order = behaviour.order(of: found, record, request)
                else { throw WebFailure.notFound }
                try door.give(order, call.directory, call.act, db)
            }
        }
        routes.post("\(path)/thu-hoi", .may(.accept)) { [self] form, call in
            let line = try call.number("line")
            return try await act(form, call, Notice("follow-up.taken-back")) { request, id, _, db in
                guard let door = request.followUps else { throw WebFailure.notFound }
                let states = try door.given(request.definition.key, id, call.day, db)
                guard let state = states.last(where: { $0.line == line }) else { throw WebFailure.notFound }
                try door.takeBack(state.assignment, call.directory, call.act, db)
            }
        }
    }
}

import HTTPTypes
import Storage
import Web
import Wording

/// The page of notices, and how one wants to be told.
package struct NoticePages: Sendable {
    let desk: Desk
    let link: @Sendable (Journal.Subject) -> String?

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - link: Where the page of a thing is; the rooms that have them know.
    package init(_ desk: Desk, link: @escaping @Sendable (Journal.Subject) -> String?) {
        self.desk = desk
        self.link = link
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get("/thong-bao", .signedIn) { [self] call in try await list(call) }
        routes.get("/thong-bao/{id}", .signedIn) { [self] call in try await open(call) }
        routes.post("/thong-bao/da-doc", .signedIn) { [self] form, call in
            let (notice, account, at) = (form["id"].flatMap(Int.init), call.seat.account.id, call.visit.at)
            if form.has("id"), notice == nil { throw WebFailure.malformed }
            try await desk.store.write { try Notices.markRead(notice, of: account, at: at, $0) }
            return .redirect(NoticesAddress.path)
        }
        routes.get("/thong-bao/cach-nhan", .signedIn) { [self] call in try await choices(call) }
        routes.post("/thong-bao/cach-nhan", .signedIn) { [self] form, call in try await choose(form, call) }
    }

    private static let pageSize = 50

    private func list(_ call: Call) async throws -> Answer {
        let (account, day) = (call.seat.account.id, call.day)
        let unreadOnly = call.address["chua-doc"] != nil
        let before = call.address["truoc"].flatMap(Int.init) ?? .max
        let (notices, units) = try await desk.store.read { db in
            let notices = try Notices.list(
                for: account, unreadOnly: unreadOnly, before: before, limit: Self.pageSize + 1, db)
            return (notices, try NoticeMail.unitNames(Set(notices.compactMap(\.unit)), on: day, db))
        }
        let view = NoticesView(
            words: call.words, visit: call.visit, notices: Array(notices.prefix(Self.pageSize)), units: units,
            unread: call.unread, unreadOnly: unreadOnly, hasMore: notices.count > Self.pageSize,
            isLinked: { link($0.subject) != nil })
        return desk.page(view.page, call)
    }

    /// Leads to what a notice is about, which counts as having read it.
    private func open(_ call: Call) async throws -> Answer {
        let (id, account, at) = (try call.number(), call.seat.account.id, call.visit.at)
        let notice = try await desk.store.read { try Notices.one(id, of: account, $0) }
        guard let notice else { throw WebFailure.notFound }
        if !notice.isRead { try await desk.store.write { try Notices.markRead(id, of: account, at: at, $0) } }
        return .redirect(link(notice.subject) ?? NoticesAddress.path)
    }

    private func choices(_ call: Call) async throws -> Answer {
        let account = call.seat.account.id
        let (ways, address) = try await desk.store.read { db in
            (try NoticeChoices.ways(of: account, db), try NoticeChoices.address(of: account, db))
        }
        return desk.page(
            NoticeChoicesView(words: call.words, visit: call.visit, ways: ways, address: address ?? "").page, call)
    }

    private func choose(_ form: Form, _ call: Call) async throws -> Answer {
        let (account, act, address) = (call.seat.account, call.act, form["address"])
        let chosen = NoticeKind.allCases.compactMap { kind in
            form[kind.rawValue].flatMap(NoticeWay.init(rawValue:)).map { (kind, $0) }
        }
        let ways = Dictionary(uniqueKeysWithValues: chosen)
        do {
            try await desk.store.write { db in
                try NoticeChoices.setAddress(address, of: account, by: act, db)
                try NoticeChoices.choose(ways, for: account, by: act, db)
            }
        } catch let refusal as Refusal {
            let view = NoticeChoicesView(
                words: call.words, visit: call.visit, ways: ways, address: address ?? "",
                error: call.words(refusal.message))
            return desk.page(view.page, call, status: .unprocessableContent)
        }
        return .redirect(NoticesAddress.choices, Notice("notices.chosen"))
    }
}

/// Where the pages of notices are.
package enum NoticesAddress {
    /// The list.
    package static let path = "/thong-bao"
    /// How one wants to be told.
    package static let choices = "/thong-bao/cach-nhan"
}

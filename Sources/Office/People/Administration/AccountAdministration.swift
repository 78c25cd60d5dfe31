import HTTPTypes
import Markup
import Storage
import Web
import WorkCalendar

/// Accounts, as who administers them sees them: who there is, for which positions, and everything that can be done with one.
package struct AccountAdministration: Sendable {
    static let path = "/quan-tri"

    /// The page of an account.
    static func address(_ id: AccountID) -> String { "\(path)/tai-khoan/\(id.rawValue)" }

    let desk: Desk
    let places: [String: String]

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - places: As ``JournalPages/init(_:places:)`` takes them.
    package init(_ desk: Desk, places: [String: String]) {
        self.desk = desk
        self.places = places
    }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get(Self.path, .may(.manageAccounts)) { [self] call in try await list(call) }
        routes.list(Self.accounts)
        routes.get("\(Self.path)/tai-khoan/them", .may(.manageAccounts)) { [self] call in
            desk.page(NewAccountView(call).page, call)
        }
        routes.post("\(Self.path)/tai-khoan/them", .may(.manageAccounts)) { [self] form, call in
            try await enrol(form, call)
        }
        routes.get("\(Self.path)/tai-khoan/{id}", .may(.manageAccounts)) { [self] call in try await show(call) }
        change("bo-nhiem", "admin.appointed", &routes) { account, form, call, db in
            let unit = try NamedUnit.only(form["unit"] ?? "", on: call.day, call.directory)
            try Positions.give(
                account, as: form.role, title: form["title"] ?? "", in: unit, by: call.act, db)
        }
        change("thoi-giu", "admin.released", &routes) { account, form, call, db in
            let held = try Positions.held(by: account, on: call.day, db)
            guard let position = held.first(where: { String($0.id.rawValue) == form["position"] }) else {
                throw WebFailure.malformed
            }
            guard position != call.seat.position else { throw Refusal("admin.own") }
            try Positions.release(position, by: call.act, db)
        }
        change("mo-khoa", "admin.unlocked", &routes) { account, _, call, db in
            try SignIn.unlock(account, by: call.act, db)
        }
        change("tat-buoc-hai", "second-step.turned-off", &routes) { account, _, call, db in
            try SecondStep.turnOff(account, by: call.act, db)
        }
        change("ngung", "admin.deactivated", &routes) { account, form, call, db in
            guard account != call.seat.account else { throw Refusal("admin.own") }
            try Accounts.deactivate(account, reason: form["reason"] ?? "", by: call.act, db)
            try Sessions.endAll(of: account, at: call.act.at, db)
        }
        change("dung-lai", "admin.reactivated", &routes) { account, form, call, db in
            try Accounts.reactivate(account, reason: form["reason"] ?? "", by: call.act, db)
        }
        routes.post("\(Self.path)/tai-khoan/{id}/lien-ket", .may(.manageAccounts)) { [self] _, call in
            let id = AccountID(rawValue: try call.number())
            let (account, link) = try await desk.store.write { db in
                let account = try Accounts.one(id, db)
                return (account, try ResetLinks.make(for: account, by: call.act, db))
            }
            return tell(link, of: account, call)
        }
    }

    /// A form on the page of an account that changes one thing and comes back.
    private func change(
        _ name: String, _ done: String, _ routes: inout DeskRoutes,
        _ body: @escaping @Sendable (Account, Form, Call, Transaction) throws -> Void
    ) {
        routes.post("\(Self.path)/tai-khoan/{id}/\(name)", .may(.manageAccounts)) { [desk] form, call in
            let id = AccountID(rawValue: try call.number())
            let account = try await desk.store.write { db in
                let account = try Accounts.one(id, db)
                try body(account, form, call, db)
                return account
            }
            return .redirect(Self.address(id), Notice(done, ["name": account.name]))
        }
    }

    private func list(_ call: Call) async throws -> Answer {
        let page = max(1, call.address["trang"].flatMap(Int.init) ?? 1)
        let portion = Portion(offset: (page - 1) * AccountListView.limit, limit: AccountListView.limit)
        let (lines, count) = try await desk.store.read { try Self.lines(portion, call, $0) }
        return desk.page(AccountListView(call: call, lines: lines, count: count, number: page).page, call)
    }

    /// The accounts that are asked for, and how many there are of them.
    private static func lines(
        _ portion: Portion, _ call: Call, _ db: Transaction
    ) throws -> (lines: [AccountLine], count: Int) {
        let found = try Accounts.matching(
            call.address["q"] ?? "", in: call.address["xep"].flatMap(AccountOrder.init) ?? .login, db)
        let shown = found.dropFirst(portion.offset).prefix(portion.limit)
        return (try Accounts.roll(of: shown, at: call.visit.at, call.directory, db), found.count)
    }

    /// The accounts as they are taken away.
    static let accounts = OfficeList(
        Listing<AccountLine>(
            "accounts", title: "admin.accounts",
            filters: [
                ListingFilter("q", "admin.search"),
                ListingFilter("xep", "admin.order", .choice(ListingChoices(AccountOrder.self, words: "admin.order."))),
            ],
            columns: [
                .whole("id", "admin.accounts", inFiles: false) { $0.account.id.rawValue },
                .text("name", "account.column.name", width: 28) { $0.account.name },
                .text("login", "sign-in.login", width: 20) { $0.account.login },
                .texts("positions", "account.positions", width: 40) { $0.seats.map(\.place) },
                .truth("isActive", "admin.active") { $0.isActive },
                .truth("isLocked", "admin.locked") { $0.isLocked },
            ]), path: path, access: .may(.manageAccounts)
    ) { call, portion, db in try lines(portion, call, db).lines }

    private func show(_ call: Call) async throws -> Answer {
        let id = AccountID(rawValue: try call.number())
        let (day, at, directory) = (call.day, call.visit.at, call.directory)
        let view = try await desk.store.read { db in
            let account = try Accounts.one(id, db)
            return AccountAdministrationView(
                call: call, account: account, isActive: try Accounts.isActive(account, on: day, db),
                lockedUntil: try SignIn.lockedUntil(account, at: at, db), hasStep: try SecondStep.isOn(account, db),
                seats: try Positions.seats(of: account, on: day, directory, db),
                holdings: try Positions.history(of: account, db),
                entries: try Journal.entries(of: .account(id), limit: 20, db), places: places)
        }
        return desk.page(view.page, call)
    }

    private func enrol(_ form: Form, _ call: Call) async throws -> Answer {
        do {
            let account = try await desk.store.write { db in
                let unit = try NamedUnit.only(form["unit"] ?? "", on: call.day, call.directory)
                return try Accounts.enrol(
                    login: form["login"] ?? "", name: form["name"] ?? "", as: form.role, title: form["title"] ?? "",
                    in: unit, by: call.act, db)
            }
            return .redirect(Self.address(account.id), Notice("admin.added", ["name": account.name]))
        } catch let refusal as Refusal {
            let page = NewAccountView(call, form, problem: call.words(refusal.message)).page
            return desk.page(page, call, status: .unprocessableContent)
        }
    }

    private func tell(_ link: Secret, of account: Account, _ call: Call) -> Answer {
        let words = call.words
        let page = Page(
            words("admin.link"), section: "administration",
            trail: [Page.Link(words("admin.title"), Self.path), Page.Link(account.name, Self.address(account.id))],
            assets: ["office.css"]
        ) { html in
            html.element("section", .class("panel")) { html in
                html.element("p", text: words("admin.link.how", ["name": account.name, "login": account.login]))
                html.element("p", .class("secret"), text: "\(desk.site.address)\(ResetPages.path)/\(link.text)")
            }
        }
        return desk.page(page, call)
    }
}

extension Form {
    /// The role that was chosen.
    var role: Role {
        get throws {
            guard let role = self["role"].flatMap(Role.init(rawValue:)) else { throw WebFailure.malformed }
            return role
        }
    }
}

import ArgumentParser
import Markup
import Office
import Storage
import Terminal
import Wording
import WorkCalendar

/// `nhipcau user`: who can sign in, and for which position.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: Words.text("help.user"), discussion: Words.text("help.user.more"),
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserPasswordCommand.self, UserTokenCommand.self,
            UserDeactivateCommand.self,
        ])
}

/// `nhipcau user add LOGIN --name … --role … --unit …`: an account with a position, one that is vacant or a new one.
struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: Words.text("help.user.add"))

    @Argument(help: ArgumentHelp(Words.text("help.user.login"))) var login: String
    @Option(help: ArgumentHelp(Words.text("help.user.name"))) var name: String
    @Option(help: ArgumentHelp(Words.text("help.user.role"))) var role: Role
    @Option(help: ArgumentHelp(Words.text("help.user.unit"))) var unit: String
    @Option(help: ArgumentHelp(Words.text("help.user.title"))) var title: String?
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let act = Act.atCommandLine("user add")
        let title = title ?? Words.text(role.name)
        try await options.withStore { [login, name, role, unit] store in
            let (account, seats) = try await store.write { db in
                let directory = try Organisations.directory(db)
                let organisation = try NamedUnit.only(unit, on: act.day, directory)
                let account = try Accounts.enrol(
                    login: login, name: name, as: role, title: title, in: organisation, by: act, db)
                return (account, try Positions.seats(of: account, on: act.day, directory, db))
            }
            let values = ["login": account.login, "title": title, "unit": seats.map(\.unit.name).joined()]
            options.answer(Message("user.added", values)) { account.write(to: &$0, isActive: true, seats) }
        }
    }
}

/// `nhipcau user list`
struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Words.text("help.user.list"))

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let at = Act.atCommandLine("user list").at
        try await options.withStore { store in
            let roll = try await store.read { db in
                try Accounts.roll(of: try Accounts.all(db), at: at, try Organisations.directory(db), db)
            }
            options.answer(lines: table(roll)) { json in
                json.array("users") { json in
                    for line in roll {
                        json.element { line.account.write(to: &$0, isActive: line.isActive, line.seats) }
                    }
                }
            }
        }
    }

    private func table(_ roll: [AccountLine]) -> [String] {
        var table = TextTable(
            ["login", "name", "position", "unit", "state"].map { .init(Words.text("user.column.\($0)")) })
        for line in roll {
            table.lines.append(
                .row([
                    line.account.login, line.account.name, line.seats.map(\.position.title).joined(separator: "\n"),
                    line.seats.map(\.unit.name).joined(separator: "\n"),
                    line.isActive ? "" : Words.text("user.inactive"),
                ]))
        }
        return table.rendered(width: Output.width, Ink(isColourful: Output.isColourful))
    }
}

/// `nhipcau user password LOGIN`: gives an account a password that its owner changes at the first use.
struct UserPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: Words.text("help.user.password"),
        discussion: Words.text("help.user.password.more"))

    @Argument(help: ArgumentHelp(Words.text("help.user.login"))) var login: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await options.withStore { store in
            let account = try await store.account(login)
            let password = try PasswordPrompt.ask(for: account.login)
            try await SignIn(store).reset(account, to: password, by: .atCommandLine("user password"))
            options.answer(Message("user.password.set", ["login": account.login])) { $0.member("login", account.login) }
        }
    }
}

/// `nhipcau user deactivate LOGIN --reason …`
struct UserDeactivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate", abstract: Words.text("help.user.deactivate"))

    @Argument(help: ArgumentHelp(Words.text("help.user.login"))) var login: String
    @Option(help: ArgumentHelp(Words.text("help.user.reason"))) var reason: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let act = Act.atCommandLine("user deactivate")
        try await options.withStore { [reason] store in
            let account = try await store.account(login)
            try await store.write { db in try Accounts.deactivate(account, reason: reason, by: act, db) }
            let values = ["login": account.login, "day": act.day.vietnamese]
            options.answer(Message("user.deactivated", values)) { json in
                json.member("login", account.login)
                json.member("day", act.day.description)
            }
        }
    }
}

extension Role: ExpressibleByArgument {}

extension Store {
    /// - Throws: ``Refusal`` where there is no account with this login.
    func account(_ login: String) async throws -> Account {
        guard let account = try await read({ try Accounts.find(login: login, $0) }) else {
            throw Refusal("user.unknown", ["login": login])
        }
        return account
    }
}

extension Account {
    fileprivate func write(to json: inout JSONWriter, isActive: Bool, _ seats: [Seat]) {
        json.member("login", login)
        json.member("name", name)
        json.member("active", isActive)
        json.array("positions") { json in
            for seat in seats {
                json.element { json in
                    json.member("title", seat.position.title)
                    json.member("role", seat.position.role.rawValue)
                    json.member("unit", seat.unit.name)
                }
            }
        }
    }
}

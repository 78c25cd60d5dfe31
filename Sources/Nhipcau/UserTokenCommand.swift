import ArgumentParser
import Markup
import Office
import Storage
import Web
import Wording
import WorkCalendar

/// `nhipcau user token LOGIN --name …`: a token for a program that asks for lists, as its owner makes one on the page of the account.
struct UserTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: Words.text("help.user.token"), discussion: Words.text("help.user.token.more"))

    @Argument(help: ArgumentHelp(Words.text("help.user.login"))) var login: String
    @Option(help: ArgumentHelp(Words.text("help.user.token.name"))) var name: String
    @Option(help: ArgumentHelp(Words.text("help.user.token.days"))) var days = 30
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let act = Act.atCommandLine("user token")
        try await options.withStore { [name, days] store in
            let account = try await store.account(login)
            let secret = try await store.write { db in
                let seats = try Positions.seats(of: account, on: act.day, try Organisations.directory(db), db)
                guard let seat = seats.first else { throw Refusal("user.no-position", ["login": account.login]) }
                return try AccessTokens.make(name, days: days, for: seat, by: act, db)
            }
            options.answer(lines: [secret.text]) { $0.member("token", secret.text) }
        }
    }
}

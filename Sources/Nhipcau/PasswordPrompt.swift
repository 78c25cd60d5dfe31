import Glibc
import Office

/// Asks for a password: on a terminal twice and without showing it, else one line of standard input.
enum PasswordPrompt {
    /// - Throws: ``Refusal`` where nothing came, or two different ones.
    static func ask(for login: String) throws -> String {
        guard isatty(0) == 1 else { return try line() }
        let password = try ask("user.password.new", login)
        guard try ask("user.password.again", login) == password else { throw Refusal("user.password.different") }
        return password
    }

    private static func ask(_ key: String, _ login: String) throws -> String {
        Output.write(Words.text(key, ["login": login]) + " ", to: 2)
        var terminal = termios()
        tcgetattr(0, &terminal)
        var silent = terminal
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSAFLUSH, &silent)
        defer {
            tcsetattr(0, TCSAFLUSH, &terminal)
            Output.write("\n", to: 2)
        }
        return try line()
    }

    private static func line() throws -> String {
        guard let line = readLine(), !line.isEmpty else { throw Refusal("user.password.none") }
        return line
    }
}

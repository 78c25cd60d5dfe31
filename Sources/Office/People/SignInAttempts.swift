import Crypto
import Storage
import Web
import WorkCalendar

/// Counts attempts at something that can be guessed: a password, a code.
enum SignInAttempts {
    /// What comes of beginning one.
    enum Beginning {
        case begun(isLast: Bool)
        case locked(until: Instant)
    }

    /// Counts an attempt before it is made: many at once do not get more of them.
    /// - Parameter what: A login as it is kept, or words that cannot be one.
    static func begin(_ what: String, _ at: Instant, _ db: Transaction) throws -> Beginning {
        try db.run("DELETE FROM sign_in_attempts WHERE at < \(at.adding(seconds: -86_400))")
        let recent = try recent(what, at, db)
        if let until = lock(recent) { return .locked(until: until) }
        try db.run("INSERT INTO sign_in_attempts (login_hash, at) VALUES (\(key(what)), \(at))")
        return .begun(isLast: recent.count == SignIn.limit - 1)
    }

    /// Until when it is locked; `nil` where it is not.
    static func lockedUntil(_ what: String, _ at: Instant, _ db: Transaction) throws -> Instant? {
        lock(try recent(what, at, db))
    }

    /// Ends a lock, and the count towards one.
    static func forget(_ what: String, _ db: Transaction) throws {
        try db.run("DELETE FROM sign_in_attempts WHERE login_hash = \(key(what))")
    }

    private static func recent(_ what: String, _ at: Instant, _ db: Transaction) throws -> [Instant] {
        try db.all(
            """
            SELECT at FROM sign_in_attempts
            WHERE login_hash = \(key(what)) AND at > \(at.adding(seconds: -SignIn.period)) ORDER BY at DESC
            """
        ) { try $0.next() }
    }

    private static func lock(_ recent: [Instant]) -> Instant? {
        recent.count >= SignIn.limit ? recent.first?.adding(seconds: SignIn.period) : nil
    }

    /// People type passwords into the field of the login: what was typed is not kept.
    private static func key(_ what: String) -> String { Hexadecimal.text(SHA256.hash(data: Array(what.utf8))) }
}

import Crypto
package import Storage
import Web
import WorkCalendar

/// The second step of a sign-in: a code of the person's telephone, or one of ten that were written down.
package enum SecondStep {
    /// A secret for a telephone, in base 32.
    package static func newSecret() -> String { Base32.random(bytes: 20) }

    /// The address that programs on telephones read from a picture (the form of Google Authenticator, which all of them took over).
    package static func address(of secret: String, for account: Account) -> String {
        "otpauth://totp/\(account.login)?secret=\(secret)&issuer=NhipCau"
    }

    /// Whether an account has one.
    package static func isOn(_ account: Account, _ db: Transaction) throws -> Bool {
        try db.value("SELECT account FROM second_steps WHERE account = \(account.id)", Int.self) != nil
    }

    /// How many written codes are left.
    package static func codesLeft(_ account: Account, _ db: Transaction) throws -> Int {
        try db.value("SELECT count(*) FROM recovery_codes WHERE account = \(account.id)") ?? 0
    }

    /// Turns it on, once a code shows that the telephone has the secret.
    /// - Returns: The codes to write down, which are told this once.
    /// - Throws: ``Refusal`` where the code is not of that secret.
    package static func turnOn(
        _ account: Account, secret: String, code: String, by act: Act, _ db: Transaction
    ) throws -> [String] {
        guard let bytes = Base32.bytes(secret), bytes.count == 20,
            let step = OneTimeCode.step(of: code.withoutBlanks, bytes, at: act.at, after: 0)
        else { throw Refusal("second-step.wrong") }
        try db.run(
            """
            INSERT INTO second_steps (account, secret, since, last_step) VALUES (\(account.id), \(secret), \(act.at), \(step))
            ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, since = excluded.since, last_step = excluded.last_step
            """)
        try Journal.record("account.second-step", of: .account(account.id), after: ["on": true], by: act, db)
        return try renewCodes(of: account, db)
    }

    /// Turns it off: its owner with the password, or an administrator for who lost the telephone.
    /// - Throws: ``Refusal`` where it is off.
    package static func turnOff(_ account: Account, by act: Act, _ db: Transaction) throws {
        guard try db.run("DELETE FROM second_steps WHERE account = \(account.id)") > 0 else {
            throw Refusal("second-step.off")
        }
        try db.run("DELETE FROM recovery_codes WHERE account = \(account.id)")
        try Journal.record("account.second-step", of: .account(account.id), after: ["on": false], by: act, db)
    }

    /// Gives new codes to write down; the old ones are worth nothing any more.
    /// - Throws: ``Refusal`` where it is off.
    package static func renewCodes(_ account: Account, by act: Act, _ db: Transaction) throws -> [String] {
        guard try isOn(account, db) else { throw Refusal("second-step.off") }
        try Journal.record("account.recovery-codes", of: .account(account.id), by: act, db)
        return try renewCodes(of: account, db)
    }

    private static func renewCodes(of account: Account, _ db: Transaction) throws -> [String] {
        try db.run("DELETE FROM recovery_codes WHERE account = \(account.id)")
        let codes = (0..<10).map { _ in Base32.random(bytes: 10).lowercased() }
        try db.insert(
            "INSERT INTO recovery_codes (hash, account)", rows: codes.map { [hash($0).stored, account.id.stored] })
        return codes.map { $0.grouped(by: "-") }
    }

    /// What came of a code.
    enum Outcome { case right, wrong, locked(until: Instant) }

    /// Tries a code, which is used up by it.
    static func attempt(_ typed: String, of account: Account, at: Instant, _ db: Transaction) throws -> Outcome {
        let what = "code of \(account.id.rawValue)"
        if case .locked(let until) = try SignInAttempts.begin(what, at, db) { return .locked(until: until) }
        guard try use(typed.withoutBlanks, account, at, db) else { return .wrong }
        try SignInAttempts.forget(what, db)
        return .right
    }

    private static func use(_ code: String, _ account: Account, _ at: Instant, _ db: Transaction) throws -> Bool {
        let known = try db.first("SELECT secret, last_step FROM second_steps WHERE account = \(account.id)") {
            (try $0.next(String.self), try $0.next(Int.self))
        }
        if let (secret, last) = known, let bytes = Base32.bytes(secret),
            let step = OneTimeCode.step(of: code, bytes, at: at, after: last)
        {
            try db.run("UPDATE second_steps SET last_step = \(step) WHERE account = \(account.id)")
            return true
        }
        guard
            try db.run("DELETE FROM recovery_codes WHERE hash = \(hash(code)) AND account = \(account.id)") > 0
        else { return false }
        try Journal.record(
            "account.recovery-code", of: .account(account.id), after: ["left": codesLeft(account, db)],
            by: Act(.system("sign-in"), at: at), db)
        return true
    }

    /// Eighty random bits need no salt.
    private static func hash(_ code: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Array(code.lowercased().replacing("-", with: "").utf8)))
    }
}

extension String {
    fileprivate var withoutBlanks: String { filter { !$0.isWhitespace } }
}

import Vietnamese

/// What a password must be: long, which a phrase of some words is most easily; nothing about signs and digits, which only make
/// people write it down.
package enum PasswordRules {
    /// The fewest and the most characters.
    static let length = 12...200

    /// - Throws: ``Refusal`` that says what is wrong with it.
    package static func check(_ password: String, login: String) throws {
        guard password.count >= length.lowerBound else {
            throw Refusal("password.short", ["count": String(length.lowerBound)])
        }
        guard password.count <= length.upperBound else {
            throw Refusal("password.long", ["count": String(length.upperBound)])
        }
        // "aaaaaaaaaaaa", "121212121212"
        guard Set(password).count >= 5 else { throw Refusal("password.monotonous") }
        let rest = password.folded.replacing(login.folded, with: "")
        guard rest.count >= length.lowerBound / 2 else { throw Refusal("password.login") }
    }
}

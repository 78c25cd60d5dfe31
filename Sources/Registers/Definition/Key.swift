/// The name of a register, a field, a state, a choice for ever: small letters and digits, parts between hyphens ("delegations-in").
/// Names of tables and columns are made of keys only.
package struct Key: Hashable, Sendable {
    /// As it is written.
    package let text: String

    /// - Returns: `nil` where it is written otherwise.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        guard text.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else { return nil }
        self.text = text
    }

    /// One that is known to be written so.
    init(unchecked text: String) { self.text = text }

    /// As part of the name of a table or a column: "delegations_in".
    package var column: String { text.replacing("-", with: "_") }
}

extension Key: CustomStringConvertible {
    package var description: String { text }
}

extension Key: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// An address of e-mail, with the name of whose it is: what RFC 5321 allows without quotes, which is what people have.
package struct MailAddress: Hashable, Sendable {
    /// The name shown: "Nguyễn Thị Hoa"; `nil` for none.
    package let name: String?
    /// "hoa.nt@example.vn"
    package let address: String

    /// - Returns: `nil` where the address is none.
    package init?(_ address: String, name: String? = nil) {
        let shape =
            /[A-Za-z0-9!#$%&'*+\/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+\/=?^_`{|}~-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+/
        guard address.utf8.count <= 254, address.prefix(while: { $0 != "@" }).utf8.count <= 64,
            address.wholeMatch(of: shape) != nil
        else { return nil }
        self.address = address
        self.name = name
    }

    /// Reads "Name <address>" or an address alone, as an administrator writes it in a setting.
    /// - Returns: `nil` where it is neither.
    package init?(written text: String) {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            self.init(text)
            return
        }
        let name = text[..<open].filter { $0 != "\"" }.drop { $0.isWhitespace }
        let trimmed = String(name.reversed().drop { $0.isWhitespace }.reversed())
        self.init(String(text[text.index(after: open)...].dropLast()), name: trimmed.isEmpty ? nil : trimmed)
    }

    /// What follows the "@".
    package var domain: Substring { address.drop { $0 != "@" }.dropFirst() }
}

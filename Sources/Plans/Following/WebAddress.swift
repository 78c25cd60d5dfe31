package import Storage

/// An address of a page that anybody can open: http or https, a host, and nothing that deceives a reader.
package struct WebAddress: Hashable, Sendable {
    /// The address as it was given, its scheme and host in small letters.
    package let text: String

    /// - Returns: `nil` for any other scheme, without a host, with a user's name before the host (`https://bank.vn@…`),
    ///   with spaces or signs that do not show, or longer than 2,000 characters.
    package init?(_ text: String) {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", text.count <= 2_000 else { return nil }
        let rest = text.dropFirst(scheme.count)
        guard rest.hasPrefix("://"), rest.unicodeScalars.allSatisfy(Self.shows) else { return nil }
        let address = rest.dropFirst(3)
        let authority = address.prefix { !"/?#".contains($0) }
        guard Self.isHost(authority) else { return nil }
        self.text = "\(scheme)://\(authority.lowercased())\(address.dropFirst(authority.count))"
    }

    /// A host by name or number, with or without a port.
    private static func isHost(_ authority: Substring) -> Bool {
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2 else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let areNames = labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
        }
        guard parts.count == 2 else { return areNames }
        return areNames && Int(parts[1]).map { (1...65_535).contains($0) } ?? false
    }

    private static func shows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            false
        default: !"<>\"\\^`{|}".unicodeScalars.contains(scalar)
        }
    }
}

extension WebAddress: Storable {
    package var stored: Value { .text(text) }
    package init(stored: Value) throws {
        let text = try String(stored: stored)
        guard let address = WebAddress(text) else { throw StorageError(.fault, "no address: \(text)") }
        self = address
    }
}

import Vietnamese

/// The forms in which places and contacts are compared; `nil` where nothing is left to compare.
enum Spelling {
    /// Folded, single spaces.
    static func plain(_ text: String) -> String? {
        let words = text.folded.split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Without its generic word: `Xã Tân Dân` and `tan dan` are one.
    static func commune(_ text: String) -> String? {
        guard let plain = plain(text) else { return nil }
        for generic in ["thi tran ", "dac khu ", "phuong ", "xa ", "tt ", "p ", "x "] where plain.hasPrefix(generic) {
            let rest = String(plain.dropFirst(generic.count))
            // `phường 1` has nothing else.
            return rest.allSatisfy(\.isNumber) ? plain : rest
        }
        return plain
    }

    /// The province of today.
    static func province(_ text: String) -> String? {
        guard let known = Province.named(text) else { return plain(text) }
        return (known.mergedInto ?? known.name).folded
    }

    /// Lower case; points and what follows `+` in the mailbox do not count, as many servers have it.
    static func email(_ text: String) -> (whole: String, mailbox: String)? {
        let parts = text.lowercased().filter { !$0.isWhitespace }.split(separator: "@")
        guard parts.count == 2, let mailbox = parts[0].split(separator: "+").first?.filter({ $0 != "." }) else {
            return nil
        }
        return (mailbox + "@" + parts[1], String(mailbox))
    }

    /// The last eight digits: what is left of a number when the code of the country and zeros may stand before it or not.
    static func telephone(_ text: String) -> String? {
        let digits = text.filter { ("0"..."9").contains($0) }
        return digits.count < 6 ? nil : String(digits.suffix(8))
    }

    /// Letters and digits.
    static func document(_ text: String) -> String? {
        let kept = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return kept.count < 5 ? nil : kept
    }
}

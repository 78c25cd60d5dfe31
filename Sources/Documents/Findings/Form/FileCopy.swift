import Paper
import Vietnamese

extension FindingRule {
    /// The last line of Nơi nhận is "- Lưu: VT, …", and what follows VT is the drafting unit, not a person (II.9; S8).
    static let fileCopy = FindingRule("file-copy", .warning, source: .decree30Form, needsExactText: true) { review in
        guard !review.parts.isOfParty, let last = review.parts.recipients.last else { return [] }
        let lines = review.parts.recipients.filter { line in
            Tokens(line.text).list.first { $0.kind == .word }?.folded == "luu"
        }
        guard let line = lines.last else { return [Hit("missing", at: [last.place], severity: .note)] }
        return line.text.fileCopyUnits.filter(\.isPersonsName).map { name in
            Hit("person", ["name": name], at: [line.place])
        }
    }
}

extension String {
    /// What "Lưu:" lists, without notes in brackets: "- Lưu: VT, NgV(D)." gives "VT" and "NgV".
    fileprivate var fileCopyUnits: [String] {
        guard let colon = firstIndex(of: ":") else { return [] }
        var depth = 0
        let outside = self[index(after: colon)...].filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth -= 1 } }
            return depth == 0
        }
        return outside.split(whereSeparator: { ",;".contains($0) }).map { part in
            var part = part.drop { $0.isWhitespace }
            while let last = part.last, last.isWhitespace || last == "." { part.removeLast() }
            return String(part)
        }
    }

    /// Initials and a given name ("Đ.D.Hưng"), or a family name with the names that follow it.
    fileprivate var isPersonsName: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: true).map { $0.drop { $0.isWhitespace } }
        if parts.count > 1, let name = parts.last, name.isGivenName,
            parts.dropLast().allSatisfy({ $0.count == 1 && $0.allSatisfy(\.isUppercase) })
        {
            // "P.Hòa" may be a room as well as a person.
            return parts.count > 2 || parts[0] != "P"
        }
        let words = split(separator: " ")
        return words.count >= 3 && words.allSatisfy(\.isGivenName)
            && Self.familyNames.contains(words[0].lowercased().folded)
    }

    private static let familyNames: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
        "ly", "dinh", "trinh", "doan", "mai", "dao", "luong",
    ]
}

extension Substring {
    /// One word with a capital and then small letters.
    fileprivate var isGivenName: Bool {
        count > 1 && first?.isUppercase == true && dropFirst().allSatisfy(\.isLowercase)
    }
}

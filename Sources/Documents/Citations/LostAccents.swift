import Vietnamese

/// Names and numbers in a text that lost its accents, as recognisers without knowledge of Vietnamese leave them.
enum LostAccents {
    /// Groups of symbols that are written with Đ, by what is left of them.
    private static let groups: [String: String] = [
        "QD": "QĐ", "Qb": "QĐ", "QB": "QĐ", "Qd": "QĐ", "Qp": "QĐ", "QP": "QĐ", "ND": "NĐ", "Nb": "NĐ", "NB": "NĐ",
        "NP": "NĐ",
        "HDND": "HĐND", "CTHDND": "CTHĐND", "DBQH": "ĐBQH", "DU": "ĐU", "QHI5": "QH15", "QHl5": "QH15", "QHI4": "QH14",
        "UBTVQHI5": "UBTVQH15", "UBTVQHI4": "UBTVQH14",
    ]

    /// The number with its Đ: `674-QĐ/TU` for `674-Qb/TU`.
    static func number(_ text: String) -> String {
        var result = ""
        var group = ""
        func close() {
            result += groups[group] ?? group
            group = ""
        }
        for character in text {
            if character == "/" || character == "-" {
                close()
                result.append(character)
            } else {
                group.append(character)
            }
        }
        close()
        return result
    }

    /// The name of a body with its accents; `nil` where it cannot be made out surely.
    static func issuer(_ text: String) -> String? {
        guard let restored = Restoration.restore(text), restored.confidence >= 0.85 else { return nil }
        let last = Tokens(restored.text).list.last?.folded
        return last == "thanh" || last == "uy" && !restored.text.hasSuffix("ủy") ? nil : restored.text
    }
}

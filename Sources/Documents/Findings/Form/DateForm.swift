import Paper
import Vietnamese

extension FindingRule {
    /// "Hà Nội, ngày 05 tháng 01 năm 2020": a zero before days under 10 and months 1 and 2 and no others, a comma after the
    /// place (II.4; S5).
    static let dateForm = FindingRule("date-form", .warning, source: .decree30Form, needsExactText: true) { review in
        guard let line = review.parts.date, !review.parts.isOfParty else { return [] }
        let tokens = Tokens(line.text).list
        guard let day = tokens.firstIndex(where: { $0.folded == "ngay" }),
            let month = tokens[day...].firstIndex(where: { $0.folded == "thang" })
        else { return [] }
        var hits: [Hit] = []
        func number(after index: Int) -> (text: String, value: Int)? {
            guard index + 1 < tokens.count, tokens[index + 1].kind == .number,
                let value = Int(tokens[index + 1].folded)
            else { return nil }
            return (tokens[index + 1].folded, value)
        }
        if let (text, value) = number(after: day), 1...9 ~= value, text.count == 1 {
            hits.append(Hit("day", ["text": text, "expected": "0\(text)"], at: [line.place]))
        }
        if let (text, value) = number(after: month) {
            if 1...2 ~= value && text.count == 1 {
                hits.append(Hit("month", ["text": text, "expected": "0\(text)"], at: [line.place]))
            } else if value > 2 && text.hasPrefix("0") {
                hits.append(
                    Hit("month-zero", ["text": text, "expected": "\(value)"], at: [line.place], severity: .note))
            }
        }
        if day > 0 && tokens[day - 1].kind == .word {
            hits.append(Hit("comma", ["text": line.text.excerpt], at: [line.place]))
        }
        return hits
    }
}

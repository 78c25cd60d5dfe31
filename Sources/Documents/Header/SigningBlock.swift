import Paper
import Vietnamese

/// Capacity, office and name in a signing block (Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7).
enum SigningBlock {
    /// `nil` where there is no block.
    static func read(_ lines: [Paragraph]) -> Signer? {
        var capacities: [String] = []
        var offices: [String] = []
        var name: String?
        for line in lines.flatMap({ parted($0.text) }) {
            let tokens = Tokens(line)
            let count = tokens.list.count
            guard count > 0 else { continue }
            let isCapitals = tokens.isCapitals(0..<count)
            let isOffice = isCapitals && (ClosingLine.isCapacity(tokens, at: 0) || ClosingLine.isOffice(tokens, at: 0))
            if !isOffice, name == nil, let person = personName(line, tokens, isCapitals: isCapitals) {
                name = person
            } else if ClosingLine.isCapacity(tokens, at: 0) {
                capacities.append(clean(line))
            } else if ClosingLine.isOffice(tokens, at: 0) || capacities.isEmpty && offices.isEmpty {
                offices.append(clean(line))
            } else if !offices.isEmpty {
                offices[offices.count - 1] += " " + clean(line)
            } else {
                // The name of the body behind TM. goes on: "TM. ỦY BAN NHÂN DÂN / TỈNH LÀO CAI".
                capacities[capacities.count - 1] += " " + clean(line)
            }
        }
        guard name != nil || !capacities.isEmpty || !offices.isEmpty else { return nil }
        return Signer(
            capacity: capacities.isEmpty ? nil : capacities.joined(separator: "; "),
            position: offices.isEmpty ? nil : offices.joined(separator: "; "), name: name)
    }

    private static func personName(_ line: String, _ tokens: Tokens, isCapitals: Bool) -> String? {
        if let person = PersonalName(line) {
            let name = person.full
            return VietnameseWriting.hasAccents(name) ? name : Restoration.restore(name)?.text ?? name
        }
        let words = tokens.list.filter { $0.kind == .word }
        guard !isCapitals, words.count == tokens.list.count, 2...6 ~= words.count, words.allSatisfy(\.isCapitalised)
        else {
            return nil
        }
        return clean(line)
    }

    private static func clean(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A line on which the whole block was put, into its parts: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH".
    private static func parted(_ line: String) -> [String] {
        let tokens = Tokens(line)
        let list = tokens.list
        var borders: [Int] = []
        var isCapacity = false
        var last = 0
        for index in list.indices {
            if ClosingLine.isCapacity(tokens, at: index) {
                if index > 0 { borders.append(index) }
                isCapacity = true
                last = index
            } else if index > 0, ClosingLine.isOffice(tokens, at: index), list[index - 1].folded != "." {
                let startsWithPho = list[index].folded == "pho" || list[index].folded == "quyen"
                // After "KT. CHỦ TỊCH" only a deputy's office can follow, after "TM. ỦY BAN NHÂN DÂN" the head's.
                let isHead =
                    isCapacity && list[last].folded.hasPrefix("t") && list[last].folded != "tl" && index > last + 3
                    && ["chu", "giam", "bi", "truong", "thu", "hieu", "bo"].contains(list[index].folded)
                if startsWithPho && isCapacity || isHead {
                    borders.append(index)
                    isCapacity = false
                }
            } else if index > 0, isLowered(tokens, index), tokens.isCapitals(0..<index), index + 1 < list.count,
                PersonalName(String(tokens[index..<list.count])) != nil
            {
                borders.append(index)
                break
            }
        }
        guard !borders.isEmpty else { return [line] }
        var parts: [String] = []
        var start = 0
        for border in borders + [list.count] where border > start {
            parts.append(String(tokens[start..<border]))
            start = border
        }
        return parts
    }

    /// A word with a capital and small letters, as names in a line of capitals.
    private static func isLowered(_ tokens: Tokens, _ index: Int) -> Bool {
        tokens.list[index].isCapitalised && !tokens.isCapitals(index..<index + 1)
    }
}

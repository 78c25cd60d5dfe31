package import Vietnamese

extension DeadlineReader {
    /// The years a document is for, as its title says: "giai đoạn 2026 - 2030", "2022-2026", "năm 2026".
    /// The last one named counts, since a cited document's own stands before it.
    package static func period(of title: String) -> ClosedRange<Int>? {
        let list = Tokens(title).list
        func year(_ index: Int) -> Int? {
            guard list.indices.contains(index), list[index].kind == .number, list[index].folded.utf8.count == 4,
                let year = Int(list[index].folded), (1990...2100).contains(year)
            else { return nil }
            return year
        }
        func word(_ index: Int, _ words: String...) -> Bool {
            list.indices.contains(index) && words.contains(list[index].folded)
        }
        var span: ClosedRange<Int>?
        var single: ClosedRange<Int>?
        for index in list.indices {
            guard let first = year(index), !word(index - 1, "/", "-") || word(index - 2, "nam") else { continue }
            let next = word(index + 2, "nam") ? index + 3 : index + 2
            if word(index + 1, "-", "–", "—", "den"), let last = year(next), last > first {
                span = first...last
            } else if word(index - 1, "nam"), !word(index - 2, "den", "het"), !list.isDate(endingAt: index) {
                single = first...first
            }
        }
        return span ?? single
    }

    /// The year from which a letter without a period works on: "trong năm 2021 và những năm tiếp theo".
    package static func openPeriod(of tokens: Tokens) -> Int? {
        let list = tokens.list
        for index in list.indices.dropLast(5) where list[index].folded == "nam" {
            let words = list[(index + 2)...].prefix(5).map(\.folded)
            guard words.starts(with: ["va"]), words.contains("nam"), words.contains("theo"),
                let year = Int(list[index + 1].folded), (1990...2100).contains(year)
            else { continue }
            return year
        }
        return nil
    }
}

extension [Tokens.Token] {
    /// Whether the year at `index` belongs to a full date, "ngày 03 tháng 4 năm 2026".
    fileprivate func isDate(endingAt index: Int) -> Bool {
        index >= 3 && self[index - 3].folded == "thang"
    }
}

import Vietnamese
package import WorkCalendar

extension PartialDate {
    /// Reads what people type: "02/7/2026", "2-7-2026", "tháng 7/2026", "7/2026", "quý 4/2026", "Quý IV năm 2026", "6 tháng đầu năm 2026",
    /// "năm 2026", "2026", and what programs write ("2026-Q4").
    /// - Returns: `nil` where it is none of these.
    package init?(typed text: String) {
        if let date = PartialDate(iso: text.uppercased()) {
            self = date
            return
        }
        if let day = Day(typed: text) {
            self = .day(day)
            return
        }
        // "quy iv nam 2026", "quy 4 2026": words without accents and marks.
        let words = text.soughtWords.split(separator: " ").map(String.init).filter { $0 != "nam" && $0 != "of" }
        guard let year = words.last.flatMap({ Int($0) }), (1900...2200).contains(year) else { return nil }
        switch (words.count, words.first) {
        case (1, _): self = .year(year)
        case (2, let text?):
            if let month = Int(text), (1...12).contains(month) {
                self = .month(month, year: year)
            } else if let quarter = Self.quarter(text) {
                self = .quarter(quarter, year: year)
            } else {
                return nil
            }
        case (3, "thang"), (3, "t"):
            guard let month = Int(words[1]), (1...12).contains(month) else { return nil }
            self = .month(month, year: year)
        case (3, "quy"), (3, "q"):
            guard let quarter = Self.quarter(words[1]) else { return nil }
            self = .quarter(quarter, year: year)
        case (4, "6"), (4, "sau"):
            guard words[1] == "thang" else { return nil }
            switch words[2] {
            case "dau": self = .half(1, year: year)
            case "cuoi": self = .half(2, year: year)
            default: return nil
            }
        default: return nil
        }
    }

    private static func quarter(_ text: String) -> Int? {
        if let number = Int(text) { return (1...4).contains(number) ? number : nil }
        let bare = text.hasPrefix("q") ? String(text.dropFirst()) : text
        return ["i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4][bare]
    }
}

extension Day {
    /// Reads a day as people type it: "02/7/2026", "2.7.2026", "ngày 02 tháng 7 năm 2026", "2026-07-02".
    package init?(typed text: String) {
        let text = text.trimmed
        if let day = Day(iso: text) ?? Day(vietnamese: text) {
            self = day
        } else if let day = WrittenDate(text).flatMap({ Day($0) }) {
            self = day
        } else {
            return nil
        }
    }
}

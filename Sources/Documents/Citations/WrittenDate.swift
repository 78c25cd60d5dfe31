import Vietnamese
import WorkCalendar

/// A date as official documents write it: `ngày 02 tháng 7 năm 2026`, `ngày 29/12/2025`, with blanks where it is not yet
/// filled in.
struct WrittenDate: Equatable {
    var day: Int?
    var month: Int?
    var year: Int?
    /// Tokens that it takes up.
    var range: Range<Int>

    /// `nil` where a part is blank or there is no such day.
    var date: Day? {
        guard let day, let month, let year else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Reads the date that begins at token `start`; the word "ngày" may be left out before a date in figures.
    init?(_ list: [Tokens.Token], at start: Int) {
        var index = start
        let isLabelled = index < list.count && list[index].isDayWord
        if isLabelled { index += 1 }
        func skipBlank() { while index < list.count, Self.isBlank(list[index]) { index += 1 } }
        func number(_ digits: ClosedRange<Int>) -> Int? {
            guard index < list.count, list[index].kind == .number, digits.contains(list[index].folded.utf8.count)
            else { return nil }
            index += 1
            return Int(list[index - 1].folded)
        }
        if isLabelled { skipBlank() }
        let day = number(1...2)
        skipBlankUnlessSeparator()
        if index < list.count, list[index].isWord("thang") {
            guard isLabelled || day != nil else { return nil }
            index += 1
            skipBlank()
            let month = number(1...2)
            skipBlank()
            var year: Int?
            if index < list.count, list[index].isWord("nam") || list[index].folded == "/" {
                index += 1
                skipBlank()
                year = number(4...4)
            }
            self.init(day: day, month: month, year: year, range: start..<index)
            return
        }
        guard isLabelled || day != nil, index + 1 < list.count, let mark = Self.separator(list[index]) else {
            return nil
        }
        index += 1
        skipBlank()
        guard let month = number(1...2), index + 1 < list.count, list[index].folded == mark else { return nil }
        index += 1
        guard let year = number(4...4) else { return nil }
        self.init(day: day, month: month, year: year, range: start..<index)

        func skipBlankUnlessSeparator() {
            while index < list.count, Self.isBlank(list[index]),
                !(list[index].folded == "." && index + 1 < list.count && list[index + 1].kind == .number)
            { index += 1 }
        }
    }

    init(day: Int?, month: Int?, year: Int?, range: Range<Int>) {
        self.day = day
        self.month = month
        self.year = year
        self.range = range
    }

    private static func isBlank(_ token: Tokens.Token) -> Bool { [".", "…", "_"].contains(token.folded) }

    private static func separator(_ token: Tokens.Token) -> String? {
        ["/", "-", "."].contains(token.folded) ? token.folded : nil
    }
}

extension Tokens.Token {
    /// The word "ngày", read well or badly.
    var isDayWord: Bool { kind == .word && (folded == "ngay" || (folded.utf8.count == 4 && isWord("ngay"))) }

    /// The word, or one that differs in a letter as recognisers make it; for words of three letters and more.
    func isWord(_ word: String) -> Bool {
        if folded == word { return true }
        let (a, b) = (folded.utf8.count, word.utf8.count)
        guard kind == .word, b >= 3, abs(a - b) <= 1, folded.utf8.first == word.utf8.first else { return false }
        return folded.distance(to: word) <= 1
    }
}

extension String {
    /// How many letters have to be put in, taken out or changed (Levenshtein), counted over UTF-8.
    func distance(to other: String) -> Int {
        let a = Array(utf8), b = Array(other.utf8)
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = Swift.min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}

extension WrittenDate {
    /// Reads the date that starts at the token `index`: at `ngày`, `tháng` or `năm`, or at the figures of `02/7/2026` and
    /// `7/2026`. Accents may be missing, and in a form with `ngày` its words badly recognised. The date may be all blank or
    /// one the calendar has not (``isPossible``). `nil` when no date starts there.
    package static func read(_ tokens: Tokens, at index: Int) -> (date: WrittenDate, tokens: Range<Int>)? {
        guard tokens.list.indices.contains(index) else { return nil }
        var reader = WrittenDateReader(tokens: tokens, index: index)
        guard let date = reader.read() else { return nil }
        return (date, index..<reader.index)
    }

    /// The possible dates of a text in order; a year after `năm` and a month alone count as dates too.
    package static func all(in tokens: Tokens) -> [(date: WrittenDate, tokens: Range<Int>)] {
        var found: [(date: WrittenDate, tokens: Range<Int>)] = []
        var index = 0
        while index < tokens.list.count {
            if let read = read(tokens, at: index), read.date.isPossible {
                found.append(read)
                index = read.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }
}

private struct WrittenDateReader {
    let tokens: Tokens
    var index: Int

    mutating func read() -> WrittenDate? {
        switch tokens.list[index].kind {
        case .mark: return nil
        case .number: return readWithoutDayWord() ?? readFigures()
        case .word: break
        }
        if take("ngay", "ngày") || take("mong", "mồng") || take("mung", "mùng") { return readFromDay(isSure: true) }
        if tokens.list[index].isDayWord {
            index += 1
            return readFromDay(isSure: false)
        }
        if take("thang", "tháng") { return readFromMonth() }
        guard take("nam", "năm"), let year = takeNumber(digits: 4...4) else { return nil }
        return WrittenDate(year: year)
    }

    /// After `ngày`: `02 tháng 7 năm 2026`, `02/7/2026`, `02/7`, and both with the day left blank. After a word that only
    /// resembles `ngày` (`isSure` false) a month or a whole date in figures must follow.
    private mutating func readFromDay(isSure: Bool) -> WrittenDate? {
        skipBlank()
        let day = takeNumber(digits: 1...2)
        while isBlank(index), !(tokens.list[index].folded == "." && isNumber(index + 1)) { index += 1 }
        let end = index
        if let month = readMonthOfDay(day) { return month }
        index = end
        if let separator = takeSeparator() {
            if separator == "/" { skipBlank() }
            if let month = takeNumber(digits: 1...2) {
                let end = index
                if takeMark(separator), let year = takeNumber(digits: 4...4) {
                    return WrittenDate(day: day, month: month, year: year)
                }
                index = end
                if separator == "/", isSure { return day.map { WrittenDate(day: $0, month: month) } }
            }
            if separator == "/" { return nil }
        }
        index = end
        return isSure ? day.map { WrittenDate(day: $0) } : nil
    }

    /// `tháng 7 năm 2026` after a day given or blank, the word recognised well or badly.
    private mutating func readMonthOfDay(_ day: Int?) -> WrittenDate? {
        guard index < tokens.list.count, tokens.list[index].isWord("thang") else { return nil }
        // "thanh tra" is near to "tháng", too.
        let isSure = tokens.list[index].folded == "thang"
        index += 1
        guard let date = readFromMonth(after: .some(day)) else { return nil }
        return isSure || date.month != nil || date.year != nil ? date : nil
    }

    /// After `tháng`: `7 năm 2026`, `7/2026`, `Giêng`; month and year may be blank when a `day`, itself perhaps blank, was
    /// announced before.
    private mutating func readFromMonth(after day: Int?? = nil) -> WrittenDate? {
        skipBlank()
        let month = takeNumber(digits: 1...2) ?? takeMonthWord()
        guard month != nil || day != nil else { return nil }
        skipBlank()
        let end = index
        if takeMark("/") {
            skipBlank()
            if let year = takeNumber(digits: 4...4) { return WrittenDate(day: day ?? nil, month: month, year: year) }
        }
        index = end
        let isComma = takeMark(",")
        if take("nam", "năm") || day != nil && takeMisread("nam") {
            skipBlank()
            if let year = takeNumber(digits: 4...4) {
                return WrittenDate(day: day ?? nil, month: month, year: year)
            }
            if day != nil, !isComma { return WrittenDate(day: day ?? nil, month: month) }
        }
        index = end
        return WrittenDate(day: day ?? nil, month: month)
    }

    /// `02 tháng 7 năm 2026` where `ngày` was left out or lost.
    private mutating func readWithoutDayWord() -> WrittenDate? {
        let start = index
        if startsFigures, let day = takeNumber(digits: 1...2), let date = readMonthOfDay(day), date.isComplete {
            return date
        }
        index = start
        return nil
    }

    /// Whether nothing is glued before figures that would make them a part of something else.
    private var startsFigures: Bool {
        index == 0 || !isGlued(index) || ["(", ",", ";", ":", "“"].contains(tokens.list[index - 1].folded)
    }

    /// `02/7/2026`, `02-7-2026`, `02.7.2026`, `7/2026`: figures alone, with nothing glued to either end.
    private mutating func readFigures() -> WrittenDate? {
        guard startsFigures else { return nil }
        var numbers: [Int] = []
        var separators: Set<String> = []
        while let number = takeNumber(digits: 1...4) {
            numbers.append(number)
            guard numbers.count < 3, index + 1 < tokens.list.count, isGlued(index), isGlued(index + 1),
                ["/", "-", "."].contains(tokens.list[index].folded), tokens.list[index + 1].kind == .number
            else { break }
            separators.insert(tokens.list[index].folded)
            index += 1
        }
        // `12/2020/NĐ-CP` is the number of a paper.
        if index + 1 < tokens.list.count, isGlued(index), isGlued(index + 1),
            ["/", "-"].contains(tokens.list[index].folded)
        {
            return nil
        }
        guard separators.count == 1 else { return nil }
        if numbers.count == 3 { return WrittenDate(day: numbers[0], month: numbers[1], year: numbers[2]) }
        guard numbers.count == 2, separators == ["/"], numbers[1] > 99 else { return nil }
        return WrittenDate(month: numbers[0], year: numbers[1])
    }

    /// Dots and lines to be filled in by hand.
    private mutating func skipBlank() {
        while isBlank(index) { index += 1 }
    }

    private func isBlank(_ index: Int) -> Bool {
        index < tokens.list.count && [".", "…", "_"].contains(tokens.list[index].folded)
    }

    private func isNumber(_ index: Int) -> Bool { index < tokens.list.count && tokens.list[index].kind == .number }

    private mutating func takeSeparator() -> String? {
        guard index < tokens.list.count, ["/", "-", "."].contains(tokens.list[index].folded) else { return nil }
        index += 1
        return tokens.list[index - 1].folded
    }

    private mutating func takeNumber(digits: ClosedRange<Int>) -> Int? {
        guard index < tokens.list.count, tokens.list[index].kind == .number,
            digits.contains(tokens.list[index].folded.utf8.count)
        else { return nil }
        defer { index += 1 }
        return Int(tokens.list[index].folded)
    }

    private mutating func takeMark(_ mark: String) -> Bool {
        guard index < tokens.list.count, tokens.list[index].folded == mark else { return false }
        index += 1
        return true
    }

    /// Takes a word written with its accents or without any; `nắm` is not `năm`.
    private mutating func take(_ folded: String, _ word: String) -> Bool {
        guard index < tokens.list.count, tokens.list[index].folded == folded else { return false }
        let token = tokens.list[index]
        guard token.range.count == folded.utf8.count || tokens.text[utf8: token.range].lowercased() == word
        else { return false }
        index += 1
        return true
    }

    private mutating func takeMisread(_ folded: String) -> Bool {
        guard index < tokens.list.count, tokens.list[index].isWord(folded) else { return false }
        index += 1
        return true
    }

    private mutating func takeMonthWord() -> Int? {
        let words = NumeralTokens(tokens: tokens)
        guard let first = words.word(at: index) else { return nil }
        if first == "mười", let second = words.word(at: index + 1), let unit = ["một": 11, "hai": 12][second] {
            index += 2
            return unit
        }
        guard let month = Self.months[first] else { return nil }
        // `tháng      năm 2026` and `tháng … năm …` have a blank month, `tháng Năm năm 2026` has none.
        if first == "năm" {
            let isNamed = tokens.list[index].isCapitalised || words.word(at: index + 1) == "năm"
            guard isNamed, words.digits(at: index + 1) == nil else { return nil }
        }
        index += 1
        return month
    }

    private func isGlued(_ index: Int) -> Bool {
        index > 0 && index < tokens.list.count
            && tokens.list[index - 1].range.upperBound == tokens.list[index].range.lowerBound
    }

    private static let months = [
        "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
        "chạp": 12,
    ]
}

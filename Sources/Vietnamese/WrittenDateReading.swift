extension WrittenDate {
    /// Reads the date that starts at the token `index`: at `ngày`, `tháng` or `năm`, or at the figures of `02/7/2026` and
    /// `7/2026`. Accents may be missing. `nil` when no date starts there.
    package static func read(_ tokens: Tokens, at index: Int) -> (date: WrittenDate, tokens: Range<Int>)? {
        guard tokens.list.indices.contains(index) else { return nil }
        var reader = WrittenDateReader(tokens: tokens, index: index)
        guard let date = reader.read() else { return nil }
        return (date, index..<reader.index)
    }

    /// The dates of a text in order; a year after `năm` and a month alone count as dates too.
    package static func all(in tokens: Tokens) -> [(date: WrittenDate, tokens: Range<Int>)] {
        var found: [(date: WrittenDate, tokens: Range<Int>)] = []
        var index = 0
        while index < tokens.list.count {
            if let read = read(tokens, at: index) {
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
        case .number: return readFigures()
        case .word: break
        }
        if take("ngay", "ngày") || take("mong", "mồng") || take("mung", "mùng") { return readFromDay() }
        if take("thang", "tháng") { return readFromMonth(day: nil, isBlank: false) }
        guard take("nam", "năm"), let year = takeNumber(digits: 4...4) else { return nil }
        return WrittenDate(year: year)
    }

    /// After `ngày`: `02 tháng 7 năm 2026`, `02/7/2026`, `02/7`, and both with the day left blank.
    private mutating func readFromDay() -> WrittenDate? {
        skipBlank()
        let day = takeNumber(digits: 1...2)
        skipBlank()
        if takeMark("/") || day != nil && isGluedNumberAhead && (takeMark("-") || takeMark(".")) {
            guard let month = takeNumber(digits: 1...2) else { return nil }
            let end = index
            if takeMark("/") || takeMark("-") || takeMark("."), let year = takeNumber(digits: 4...4) {
                return WrittenDate(day: day, month: month, year: year)
            }
            index = end
            return day.flatMap { WrittenDate(day: $0, month: month) }
        }
        let end = index
        if take("thang", "tháng") { return readFromMonth(day: day, isBlank: day == nil) }
        index = end
        return day.flatMap { WrittenDate(day: $0) }
    }

    /// After `tháng`: `7 năm 2026`, `7/2026`, `Giêng`, or blank when a day was announced before.
    private mutating func readFromMonth(day: Int?, isBlank: Bool) -> WrittenDate? {
        skipBlank()
        let month = takeNumber(digits: 1...2) ?? takeMonthWord()
        guard month != nil || day != nil || isBlank else { return nil }
        skipBlank()
        let end = index
        if takeMark("/"), let year = takeNumber(digits: 4...4) {
            return WrittenDate(day: day, month: month, year: year)
        }
        index = end
        _ = takeMark(",")
        if take("nam", "năm") {
            skipBlank()
            if let year = takeNumber(digits: 4...4) { return WrittenDate(day: day, month: month, year: year) }
        }
        index = end
        return WrittenDate(day: day, month: month)
    }

    /// `02/7/2026`, `02-7-2026`, `02.7.2026`, `7/2026`: figures alone, with nothing glued to either end.
    private mutating func readFigures() -> WrittenDate? {
        guard index == 0 || !isGlued(index) || ["(", ",", ";", ":", "“"].contains(tokens.list[index - 1].folded) else {
            return nil
        }
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
        while index < tokens.list.count, [".", "…", "_"].contains(tokens.list[index].folded) { index += 1 }
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

    private mutating func takeMonthWord() -> Int? {
        let words = NumeralTokens(tokens: tokens)
        guard let first = words.word(at: index) else { return nil }
        if first == "mười", let second = words.word(at: index + 1), let unit = ["một": 11, "hai": 12][second] {
            index += 2
            return unit
        }
        guard let month = Self.months[first] else { return nil }
        // `tháng      năm 2026` has a blank month, `tháng Năm năm 2026` has none.
        if first == "năm", words.digits(at: index + 1) != nil { return nil }
        index += 1
        return month
    }

    private var isGluedNumberAhead: Bool {
        index + 1 < tokens.list.count && isGlued(index) && isGlued(index + 1) && tokens.list[index + 1].kind == .number
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

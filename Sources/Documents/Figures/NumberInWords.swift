/// Small numbers written out in words before what they count: `hai đoàn`, `mười hai dự án`.
///
/// `một` and a lone `năm` are left out: the one is an article as often, the other a year.
enum NumberInWords {
    /// The number that begins at `index` and the index after it.
    static func read(_ words: FigureWords, at index: Int) -> (value: Double, end: Int)? {
        guard !words.accentsMissing, let first = digit(words, index) else { return nil }
        var value = first.value
        var end = index + 1
        if words[index].mark == .none, end < words.count {
            if first.value == 10, let unit = digit(words, end), unit.value < 10 {
                value += unit.value
                end += 1
            } else if first.value < 10, words.spelt(end) == "mươi" {
                value *= 10
                end += 1
                if words[end - 1].mark == .none, let unit = digit(words, end), unit.value < 10 {
                    value += unit.value
                    end += 1
                }
            }
        }
        return end == index + 1 && first.isAmbiguous ? nil : (value, end)
    }

    fileprivate static func digit(_ words: FigureWords, _ index: Int) -> (value: Double, isAmbiguous: Bool)? {
        guard index < words.count, (2...6).contains(words[index].range.count), let value = digits[words.spelt(index)]
        else { return nil }
        return (value, value == 1 || value == 5)
    }

    private static let digits: [String: Double] = [
        "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
        "tám": 8, "chín": 9, "mười": 10,
    ]
}

extension NumberInWords {
    /// The end of a number that repeats figures in parentheses, `05 (năm)`: any numeral, `năm` too.
    static func spelled(_ words: FigureWords, at index: Int) -> Int? {
        if let number = read(words, at: index) { return number.end }
        return digit(words, index) == nil ? nil : index + 1
    }
}

package import Paper
import Vietnamese

/// A line of the letterhead with what it is; lines on which a text extraction put two things are parted.
package struct LetterheadLine: Sendable, Equatable {
    /// The slots of a letterhead (Decree 30/2020/NĐ-CP, Annex I, II.1–4 and 10).
    package enum Kind: Sendable {
        /// A line of the names of the issuer and of the body above it.
        case agency
        /// Quốc hiệu, or "ĐẢNG CỘNG SẢN VIỆT NAM" in its place.
        case nationalName
        /// Tiêu ngữ.
        case motto
        case number
        case placeAndDate
        /// An official letter's V/v.
        case subject
        case secrecy
        case urgency
        /// A drawn line, the Party's star.
        case rule
        /// Anything else that stands there.
        case other
    }
    /// What it is.
    package var kind: Kind
    /// The line.
    package var paragraph: Paragraph
}

extension LetterheadLine {
    /// Parts a line into what a letterhead can hold; empty where it is nothing of the kind.
    /// - Parameter followsSubject: the line above is an official letter's V/v, which may go on to the left of the date.
    static func read(_ line: ZoneLine, followsSubject: Bool = false) -> [LetterheadLine] {
        guard line.text.utf8.count < 400 else { return [] }
        if let mark = stamp(line) { return [LetterheadLine(kind: mark, paragraph: line.paragraph)] }
        if line.list.allSatisfy({ $0.kind == .mark }) {
            return [LetterheadLine(kind: .rule, paragraph: line.paragraph)]
        }
        let tokens = line.tokens
        func piece(_ kind: Kind, _ range: Range<Int>) -> LetterheadLine {
            let list = tokens.list
            let upper = range.upperBound < list.count ? list[range.upperBound].range.lowerBound : tokens.text.utf8.count
            return LetterheadLine(
                kind: kind, paragraph: line.paragraph.part(list[range.lowerBound].range.lowerBound..<upper))
        }
        var pieces: [LetterheadLine] = []
        var rest = 0..<tokens.list.count
        if let found = nationalName(tokens) {
            pieces = [piece(.nationalName, found)]
            if found.upperBound < rest.upperBound, let motto = motto(tokens, from: found.upperBound) {
                pieces.append(piece(.motto, motto))
            }
            rest = 0..<found.lowerBound
        } else if let found = motto(tokens, from: 0) {
            pieces = [piece(.motto, found)]
            rest = 0..<found.lowerBound
        } else if let found = placeAndDate(tokens) {
            pieces = [piece(.placeAndDate, found)]
            rest = 0..<found.lowerBound
        }
        guard !rest.isEmpty else { return pieces }
        if let number = number(tokens, within: rest) {
            var left = [piece(.number, number)]
            if number.upperBound < rest.upperBound {
                guard isSubject(tokens, at: number.upperBound) else { return [] }
                left.append(piece(.subject, number.upperBound..<rest.upperBound))
            }
            return left + pieces
        }
        if isSubject(tokens, at: 0) { return [piece(.subject, rest)] + pieces }
        // What stands to the left of Quốc hiệu, motto or date is the agency or the end of a V/v.
        if pieces.isEmpty { return [] }
        if tokens.isCapitals(rest) { return [piece(.agency, rest)] + pieces }
        return followsSubject ? [piece(.subject, rest)] + pieces : []
    }

    private static func stamp(_ line: ZoneLine) -> Kind? {
        guard line.list.count <= 4, line.isCapitals else { return nil }
        switch line.list.filter({ $0.kind == .word }).map(\.folded).joined(separator: " ") {
        case "mat", "toi mat", "tuyet mat": return .secrecy
        case "khan", "thuong khan", "hoa toc", "hoa toc hen gio": return .urgency
        case "du thao", "ban sao", "sao y", "sao luc", "trich sao", "luu hanh noi bo", "xem xong tra lai": return .other
        default: return nil
        }
    }

    private static let nationalWords = ["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"]
    private static let partyWords = ["dang", "cong", "san", "viet", "nam"]

    /// Quốc hiệu in capitals, also cut short or with a wrong letter a word.
    static func nationalName(_ tokens: Tokens) -> Range<Int>? {
        let list = tokens.list
        for (words, least) in [(nationalWords, 6), (partyWords, 5)] {
            for start in list.indices where list[start].isNear(words[0]) {
                var length = 1
                while length < words.count, start + length < list.count, list[start + length].isNear(words[length]) {
                    length += 1
                }
                if length >= least, tokens.isCapitals(start..<start + length) { return start..<start + length }
            }
        }
        return nil
    }

    /// "Độc lập - Tự do - Hạnh phúc" at the end of a line, from token `from` on.
    static func motto(_ tokens: Tokens, from: Int) -> Range<Int>? {
        let list = tokens.list
        guard
            let end = list.indices.dropLast().last(where: {
                $0 >= from && list[$0].isNear("hanh") && list[$0 + 1].isNear("phuc")
            }),
            list[end].isCapitalised, end + 2 >= list.count - 1
        else { return nil }
        let start = (max(from, end - 9)..<end).last { list[$0].isNear("doc") && list[$0].isCapitalised }
        guard let start, end - start >= 4 else { return nil }
        return start..<list.count
    }

    /// "Hải Phòng, ngày 02 tháng 7 năm 2026" at the end of a line.
    static func placeAndDate(_ tokens: Tokens) -> Range<Int>? {
        let list = tokens.list
        guard let day = list.indices.last(where: { list[$0].isDayWord }), day <= 24,
            let (date, end) = WrittenDate.read(tokens, at: day).map({ ($0.date, $0.tokens.upperBound) }),
            end >= list.count - 1, date.year != nil || list[day..<end].contains(where: { $0.isWord("thang") })
        else { return nil }
        var start = day
        if start > 0, list[start - 1].folded == "," { start -= 1 }
        let comma = start
        while start > 0, list[start - 1].kind == .word || list[start - 1].folded == "." || list[start - 1].isHyphen,
            list[start - 1].kind != .word || list[start - 1].isCapitalised, comma - start < 7
        {
            start -= 1
        }
        // The place has at most four words; an abbreviation before it belongs to what stands on its left.
        var words = 0
        var place = comma
        while place > start, words < 4 || list[place - 1].kind != .word {
            let before = place - 1
            if list[before].kind == .word {
                let isAbbreviation = list[before].folded.utf8.count > 1 && tokens.isCapitals(before..<place)
                if isAbbreviation, list[before].folded != "tp", words > 0, !tokens.isCapitals(place..<comma) { break }
                words += 1
            }
            place = before
        }
        while place < comma, list[place].kind == .mark { place += 1 }
        // In a sentence the date would follow words in small letters, and a place would not.
        if place == comma, day > 0, comma != 0 { return nil }
        if place == day, day > 0 { return nil }
        return place..<list.count
    }

    /// "Số: 243/KH-UBND" at the beginning of a line.
    static func number(_ tokens: Tokens, within range: Range<Int>) -> Range<Int>? {
        let list = tokens.list
        var start = range.lowerBound
        let isLabelled =
            start < list.count
            && labelEnd(list).map {
                start = $0; return true
            } ?? false
        guard start < range.upperBound,
            let number = DocumentNumber(
                tokens, at: blankEnd(list, from: start), isLabelled: true, mayBeBlank: isLabelled)
        else { return nil }
        if !isLabelled, number.range.upperBound < range.upperBound { return nil }
        return range.lowerBound..<number.range.upperBound
    }

    /// After "Số:", also where a recogniser made `S6:` or `86:` of it.
    static func labelEnd(_ list: [Tokens.Token]) -> Int? {
        guard let first = list.first else { return nil }
        var index = 1
        if first.kind == .word, index < list.count, list[index].kind == .number, list[index].folded.utf8.count == 1,
            first.range.upperBound == list[index].range.lowerBound
        {
            index += 1
        }
        let isShort = (list[index - 1].range.upperBound - first.range.lowerBound) <= 4
        if index < list.count, list[index].folded == ":", isShort { return index + 1 }
        return first.folded == "so" ? index : nil
    }

    /// After the points that stand for a blank.
    static func blankEnd(_ list: [Tokens.Token], from start: Int) -> Int {
        var index = start
        while index < list.count, [".", "…", "_"].contains(list[index].folded) { index += 1 }
        return index
    }

    static func isSubject(_ tokens: Tokens, at index: Int) -> Bool {
        let list = tokens.list
        guard index + 2 < list.count else { return false }
        return list[index].folded == "v" && list[index + 1].folded == "/" && list[index + 2].folded == "v"
    }
}

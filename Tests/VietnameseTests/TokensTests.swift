import Testing

@testable import Vietnamese

struct TokensTests {
    @Test func `a text is cut into words, numbers and signs`() {
        let tokens = Tokens("Số 12/KH-UBND, “Đợt”\u{A0}2")
        #expect(tokens.list.map(\.folded) == ["so", "12", "/", "kh", "-", "ubnd", ",", "“", "dot", "”", "2"])
        #expect(tokens.list.map(\.kind).prefix(3) == [.word, .number, .mark])
        #expect(tokens.list.map(\.isCapitalised).prefix(4) == [true, false, false, true])
        #expect(tokens[0..<3] == "Số 12/")
        #expect(tokens[0..<0] == "")
    }

    @Test func `letters, digits and white space end each other`() {
        #expect(Tokens("khoáng sản1\tngày30").list.map(\.folded) == ["khoang", "san", "1", "ngay", "30"])
    }

    @Test func `a lone combining mark is no token`() {
        #expect(Tokens(". \u{301} .").list.map(\.folded) == [".", "."])
    }

    @Test func `tokens and the gaps between them rebuild any text`() {
        for text in RandomTexts.all {
            let tokens = Tokens(text)
            let bytes = Array(text.utf8)
            let borders = Set(text.unicodeScalars.indices.map { $0.utf16Offset(in: text) } + [text.utf16.count])
            var rebuilt: [UInt8] = []
            var end = 0
            for token in tokens.list {
                #expect(token.range.lowerBound >= end && !token.range.isEmpty)
                rebuilt += bytes[end..<token.range.lowerBound]
                let part = text[utf8: token.range]
                #expect(part.folded == token.folded)
                #expect(borders.contains(part.startIndex.utf16Offset(in: text)))
                #expect(borders.contains(part.endIndex.utf16Offset(in: text)))
                rebuilt += part.utf8
                end = token.range.upperBound
            }
            rebuilt += bytes[end...]
            #expect(rebuilt == bytes)
        }
    }
}

extension Substring {
    fileprivate var folded: String { String(self).folded }
}

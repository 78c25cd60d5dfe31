import Testing
import Vietnamese

@testable import Documents

/// Shapes and slips of numbers as documents write them.
@Suite struct DocumentNumberTests {
    static func read(_ text: String, labelled: Bool = true, blank: Bool = false) -> DocumentNumber? {
        DocumentNumber(Tokens(text), at: 0, isLabelled: labelled, mayBeBlank: blank)
    }

    @Test(arguments: [
        ("134/KH-UBND", "134/KH-UBND", "KH-UBND"),
        ("5973/UBND-KT", "5973/UBND-KT", "UBND-KT"),
        ("16/KH-MTTQ-BTT", "16/KH-MTTQ-BTT", "KH-MTTQ-BTT"),
        ("2200/QĐ-BNNMT", "2200/QĐ-BNNMT", "QĐ-BNNMT"),
        ("9416/VPCP-QHQT", "9416/VPCP-QHQT", "VPCP-QHQT"),
        ("180/2026/NĐ-CP", "180/2026/NĐ-CP", "NĐ-CP"),
        ("66.25/2026/NQ-CP", "66.25/2026/NQ-CP", "NQ-CP"),
        ("61/2024/QH15", "61/2024/QH15", "QH15"),
        ("101/2025/UBTVQH15", "101/2025/UBTVQH15", "UBTVQH15"),
        ("11-CT/TU", "11-CT/TU", "CT/TU"),
        ("104-CTr/TU", "104-CTr/TU", "CTr/TU"),
        ("2449-CV/ĐU", "2449-CV/ĐU", "CV/ĐU"),
        ("38-HD/BTCTW", "38-HD/BTCTW", "HD/BTCTW"),
        ("12a/KH-UBND", "12a/KH-UBND", "KH-UBND"),
        ("27/QĐ-SKH&CN", "27/QĐ-SKH&CN", "QĐ-SKH&CN"),
        ("01/2024/TTLT-BTC-BNV", "01/2024/TTLT-BTC-BNV", "TTLT-BTC-BNV"),
    ])
    func readsEveryShape(text: String, number: String, symbol: String) {
        #expect(Self.read(text, labelled: false)?.text == number)
        #expect(Self.read(text, labelled: false)?.symbol == symbol)
    }

    @Test(arguments: [
        ("134 /KH-UBND", "134/KH-UBND"), ("4390     /UBND-NLN", "4390/UBND-NLN"), ("93. /KH-UBND", "93/KH-UBND"),
        ("46 - CT/TW", "46-CT/TW"), ("02-\nTT/TU", "02-TT/TU"), ("217/2025/NĐ-\nCP", "217/2025/NĐ-CP"),
        ("155/KH- UBND", "155/KH-UBND"), ("104-CTr/Tu", "104-CTr/Tu"), ("866/QĐ-Tg", "866/QĐ-Tg"),
        ("21/NQ- -CP", "21/NQ-CP"), ("10-\n\nNQ/TW", "10-NQ/TW"), ("36–NQ/TW", "36-NQ/TW"),
    ])
    func mendsSlipsInSpacing(text: String, number: String) {
        #expect(Self.read(text)?.text == number)
    }

    @Test(arguments: [
        ("/KH-UBND", "KH-UBND"), ("…../KH-UBND", "KH-UBND"), ("-CTr/TU", "CTr/TU"), ("/SCT-CN", "SCT-CN"),
    ])
    func keepsTheSymbolOfABlankNumber(text: String, symbol: String) throws {
        let tokens = Tokens(text)
        let start = LetterheadLine.blankEnd(tokens.list, from: 0)
        let number = try #require(DocumentNumber(tokens, at: start, isLabelled: true, mayBeBlank: true))
        #expect(number.text == nil)
        #expect(number.symbol == symbol)
    }

    @Test(arguments: [
        "130/204", "01/01", "31/12/2026", "12/2025", "24/7", "15-20", "1/500", "05/Sở Y tế", "2026 - 2030", "03/TP",
        "19-NCOV", "2024 - TP/HCM", "10/người", "100/Hà Nội",
    ])
    func leavesWhatOnlyLooksLikeANumber(text: String) {
        #expect(Self.read(text, labelled: false) == nil)
    }

    @Test func stopsWhereTheSentenceGoesOn() {
        #expect(Self.read("12/KH-UBND - Sở Nội vụ tổng hợp")?.text == "12/KH-UBND")
        #expect(Self.read("45-CT/TW và Kết luận")?.text == "45-CT/TW")
    }

    @Test func takesTwoSpellingsForOneNumber() {
        #expect(DocumentNumber.key("104-CTr/Tu") == DocumentNumber.key("104-CTr/TU"))
        #expect(DocumentNumber.key("05/KH-UBND") == DocumentNumber.key("5/KH-UBND"))
        #expect(DocumentNumber.key("15/KH-UBND") != DocumentNumber.key("15-KH/TU"))
    }
}

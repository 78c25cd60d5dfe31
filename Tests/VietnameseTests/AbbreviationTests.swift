import Testing

@testable import Vietnamese

struct AbbreviationTests {
    @Test(arguments: [
        ("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("TTg", "Thủ tướng Chính phủ"),
        ("PCPNN", "phi chính phủ nước ngoài"), ("đ/c", "đồng chí"), ("NN&PTNT", "Nông nghiệp và Phát triển nông thôn"),
    ])
    func `an abbreviation is written out`(short: String, long: String) {
        #expect(Abbreviation.expand(short) == long)
    }

    @Test(arguments: ["TT", "CT", "BTC", "Ban", "XYZW", ""])
    func `what is ambiguous or unknown is not`(short: String) {
        #expect(Abbreviation.expand(short) == nil)
    }

    @Test func `the meanings of an ambiguous one can be seen`() {
        #expect(Abbreviation.meanings("TT").contains("Trung tâm"))
        #expect(Abbreviation.meanings("TT").count > 2)
    }

    @Test(arguments: [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("UBND TP Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("UBND TP. Cần Thơ", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("UBND các xã, phường", "Ủy ban nhân dân các xã, phường"),
        ("HĐND, UBND tỉnh Sơn La", "Hội đồng nhân dân, Ủy ban nhân dân tỉnh Sơn La"),
        ("UBND TỈNH SƠN LA", "ỦY BAN NHÂN DÂN TỈNH SƠN LA"),
        ("UBND", "Ủy ban nhân dân"),
        ("TT Tỉnh ủy", "TT Tỉnh ủy"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
        ("Sở Tài chính", "Sở Tài chính"),
    ])
    func `a body's name has its abbreviation written out at the start`(name: String, expected: String) {
        #expect(Abbreviation.expandedBody(name) == expected)
    }

    @Test func `on demand everywhere in the name`() {
        #expect(
            Abbreviation.expandedBody("Văn phòng HĐND và UBND xã", everywhere: true)
                == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã")
    }
}

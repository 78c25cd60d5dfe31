import Testing

@testable import Vietnamese

struct CollationTests {
    @Test(arguments: [
        ["an", "ăn", "ân", "ba", "ca", "da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["Quận 2", "Quận 10", "Quận ba"],
        [
            "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai",
            "Gia Lai",
        ],
        ["a", "a b", "ab"],
    ])
    func `texts stand in dictionary order`(texts: [String]) {
        #expect(Array(texts.reversed()).sortedInVietnamese { $0 } == texts)
        for (left, right) in zip(texts, texts.dropFirst()) { #expect(Collation.precedes(left, right)) }
    }

    @Test func `tones count after letters, case after tones`() {
        #expect(["bạ", "bá", "Ba", "ba", "bac"].sortedInVietnamese { $0 } == ["ba", "Ba", "bá", "bạ", "bac"])
    }

    @Test func `the same text typed differently has one key`() {
        #expect(Collation.key("Hoà  Bình") == Collation.key("Ho\u{300}a Bi\u{300}nh"))
        #expect(Collation.key(" Hòa Bình ") == Collation.key("Hòa Bình"))
        #expect(Collation.key("Hòa") != Collation.key("Hoa"))
    }

    @Test func `a key has no zero byte and is in one piece`() {
        for text in RandomTexts.all { #expect(!Collation.key(text).utf8.contains(0)) }
    }
}

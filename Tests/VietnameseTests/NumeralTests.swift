import Testing

@testable import Vietnamese

struct NumeralTests {
    @Test(arguments: [
        ("3.904", 3904), ("15,6 tỷ USD", 15_600_000_000), ("05", 5), ("1.234.567,8", 1_234_567.8), ("12", 12),
        ("2 triệu rưỡi", 2_500_000), ("1 tỷ 200 triệu", 1_200_000_000), ("5 nghìn tỷ", 5e12), ("3,95 triệu", 3_950_000),
        ("3.904 triệu", 3_904_000_000), ("0,125", 0.125), ("15,6 ty", 15_600_000_000), ("240 triệu", 240_000_000),
        ("1,250 tỷ", 1_250_000_000),
    ])
    func `figures`(text: String, value: Double) throws {
        let numeral = try #require(Numeral.read(Tokens(text), at: 0))
        #expect(abs(numeral.value - value) < 1e-6)
        #expect(!numeral.isApproximate && !numeral.isRepaired && !numeral.isInWords)
    }

    @Test(arguments: [("2.3 triệu", 2_300_000), ("1,234,567", 1_234_567), ("12,345", 12_345), ("1,234.5", 1234.5)])
    func `separators that cannot be Vietnamese are repaired and marked`(text: String, value: Double) throws {
        let numeral = try #require(Numeral.read(Tokens(text), at: 0))
        #expect(abs(numeral.value - value) < 1e-6)
        #expect(numeral.isRepaired)
    }

    @Test(arguments: [
        ("năm nghìn", 5000), ("hai mươi lăm", 25), ("mười bốn", 14), ("một trăm lẻ năm", 105), ("một tỷ rưỡi", 1.5e9),
        ("Hai mươi mốt", 21), ("ba mươi tư", 34), ("mười", 10), ("một trăm hai", 120),
        ("một triệu hai trăm nghìn", 1.2e6),
        ("hai nghìn không trăm hai mươi sáu", 2026), ("chín trăm linh tám", 908), ("ba chục", 30), ("ba vạn", 30_000),
        ("năm mươi triệu", 5e7), ("một nghìn tỷ", 1e12), ("bảy ngàn", 7000), ("một triệu rưỡi", 1.5e6),
        ("một trăm linh một triệu không trăm linh năm", 101_000_005), ("hai", 2), ("một triệu hai", 1.2e6),
    ])
    func `words`(text: String, value: Double) throws {
        let tokens = Tokens(text)
        let numeral = try #require(Numeral.read(tokens, at: 0))
        #expect(numeral.value == value)
        #expect(numeral.isInWords)
        #expect(numeral.tokens == 0..<tokens.list.count)
    }

    @Test(arguments: [
        ("mười năm", 10), ("hai mươi năm", 20), ("một trăm năm", 100), ("ba năm", 3), ("một triệu năm", 1e6),
        ("hai ba", 2),
    ])
    func `năm after a number is a year`(text: String, value: Double) throws {
        let numeral = try #require(Numeral.read(Tokens(text), at: 0))
        #expect(numeral.value == value)
        #expect(numeral.tokens.upperBound < Tokens(text).list.count)
    }

    @Test(arguments: ["năm 2025", "tư lệnh", "không có", "năm qua", "trăm họ", "bà Ba", "công ty", "khoảng trống", ""])
    func `what is no number`(text: String) {
        #expect(Numeral.read(Tokens(text), at: 0) == nil)
    }

    @Test(
        arguments: [
            ("khoảng 20.000", 20_000, nil, nil), ("gần 5.000", 5000, nil, 5000.0),
            ("hơn một tỷ rưỡi", 1.5e9, 1.5e9, nil),
            ("tối thiểu 3", 3, 3.0, nil), ("không quá 10", 10, nil, 10.0), ("1-2", 1, 1.0, 2.0),
            ("4-5 triệu", 4e6, 4e6, 5e6), ("10 đến 15", 10, 10.0, 15.0), ("ước khoảng 3", 3, nil, nil),
            ("khoảng 4 - 5 tỷ", 4e9, 4e9, 5e9),
        ] as [(String, Double, Double?, Double?)])
    func `approximations and ranges`(text: String, value: Double, lower: Double?, upper: Double?) throws {
        let tokens = Tokens(text)
        let numeral = try #require(Numeral.read(tokens, at: 0))
        #expect(numeral.value == value)
        #expect(numeral.lower == lower)
        #expect(numeral.upper == upper)
        #expect(numeral.isApproximate)
        #expect(numeral.tokens == 0..<tokens.list.count)
    }

    @Test func `a part of a whole`() throws {
        let numeral = try #require(Numeral.read(Tokens("trên 130/204 quốc gia"), at: 0))
        #expect(numeral.value == 130)
        #expect(numeral.outOf == 204)
        #expect(numeral.tokens == 0..<4)
    }

    @Test(arguments: [("năm (05) đoàn", 0..<4), ("05 (năm) đoàn", 0..<4), ("mười hai (12) lượt", 0..<5)])
    func `a number written twice is one`(text: String, range: Range<Int>) throws {
        let numeral = try #require(Numeral.read(Tokens(text), at: 0))
        #expect(numeral.tokens == range)
    }

    @Test func `the quantities of a text`() {
        let text = """
            1. Năm 2025, thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2025 và Điều 3 Nghị định 30/2020/NĐ-CP, tỉnh đón 45 \
            đoàn (312 lượt người) từ hai mươi quốc gia1, một số đoàn cấp cao; giai đoạn 2022-2026 thu hút 2,5 tỷ USD.
            """
        #expect(Numeral.all(in: Tokens(text)).map(\.value) == [45, 312, 20, 2.5e9])
    }

    @Test(arguments: [
        (3904, "3.904"), (15.6, "15,6"), (0, "0"), (1_234_567.5, "1.234.567,5"), (-12, "-12"), (0.05, "0,05"),
        (999, "999"),
    ])
    func `written in figures`(value: Double, text: String) {
        #expect(Numeral.figures(value) == text)
    }

    @Test(arguments: [
        (15_600_000_000, "15,6 tỷ"), (2_300_000, "2,3 triệu"), (3904, "3.904"), (134_870_123, "134.870.123"),
    ])
    func `written short`(value: Double, text: String) {
        #expect(Numeral.short(value) == text)
    }

    @Test(arguments: [
        (0, "không"), (5, "năm"), (14, "mười bốn"), (15, "mười lăm"), (21, "hai mươi mốt"), (24, "hai mươi tư"),
        (105, "một trăm linh năm"), (1005, "một nghìn không trăm linh năm"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (101_000_005, "một trăm linh một triệu không trăm linh năm"),
        (12_450_000_000, "mười hai tỷ bốn trăm năm mươi triệu"),
        (1_000_000_000_000, "một nghìn tỷ"), (-3, "âm ba"),
    ])
    func `written in words`(value: Int, text: String) {
        #expect(Numeral.words(value) == text)
    }

    @Test func `what is written is read back`() throws {
        for value in [
            1, 7, 10, 15, 21, 99, 100, 101, 110, 555, 1001, 1010, 12_000, 20_305, 134_870, 1_000_001, 7_654_321,
        ] {
            for text in [Numeral.words(value), Numeral.figures(Double(value)), Numeral.short(Double(value))] {
                let tokens = Tokens(text == "năm" ? "năm (05)" : text)
                let numeral = try #require(Numeral.read(tokens, at: 0), "\(text)")
                #expect(numeral.value == Double(value), "\(text)")
            }
        }
    }

    @Test func `any text can be asked`() {
        for text in RandomTexts.all {
            let tokens = Tokens(text)
            for numeral in Numeral.all(in: tokens) {
                #expect(numeral.tokens.upperBound <= tokens.list.count && !numeral.tokens.isEmpty)
            }
        }
    }
}

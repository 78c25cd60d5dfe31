import Testing

@testable import Vietnamese

struct WrittenDateTests {
    @Test(arguments: [
        ("ngày 02 tháng 7 năm 2026", 2, 7, 2026), ("02/7/2026", 2, 7, 2026), ("ngày 5/6/2026", 5, 6, 2026),
        ("ngày 30-4-2026", 30, 4, 2026), ("01.12.2025", 1, 12, 2025), ("Ngay 02 thang 12 nam 2025", 2, 12, 2025),
        ("ngày 29 tháng 02 năm 2028", 29, 2, 2028), ("ngày 02 tháng Chín năm 2026", 2, 9, 2026),
        ("ngày 1 tháng Năm năm 2026", 1, 5, 2026), ("ngày 15 tháng 8, năm 2026", 15, 8, 2026),
    ])
    func `a whole date`(text: String, day: Int, month: Int, year: Int) throws {
        #expect(WrittenDate(text) == WrittenDate(day: day, month: month, year: year))
        #expect(try #require(WrittenDate(text)).isComplete)
    }

    @Test(
        arguments: [
            ("ngày     tháng 4 năm 2026", nil, 4, 2026), ("ngày      tháng      năm 2026", nil, nil, 2026),
            ("ngày … tháng … năm 2026", nil, nil, 2026), ("ngày ..... tháng 8 năm 2026", nil, 8, 2026),
            ("ngày        /8/2026", nil, 8, 2026), ("tháng 7/2026", nil, 7, 2026), ("7/2026", nil, 7, 2026),
            ("năm 2026", nil, nil, 2026), ("ngày 20/7", 20, 7, nil), ("ngày 30 tháng 4", 30, 4, nil),
            ("ngày 20", 20, nil, nil),
            ("tháng Giêng", nil, 1, nil), ("tháng mười hai năm 2026", nil, 12, 2026),
        ] as [(String, Int?, Int?, Int?)])
    func `a date with parts left blank`(text: String, day: Int?, month: Int?, year: Int?) {
        #expect(WrittenDate(text) == WrittenDate(day: day, month: month, year: year))
        #expect(WrittenDate(text) != nil)
    }

    @Test(arguments: [
        "30/2/2026", "31/4/2026", "ngày 45 tháng 1 năm 2026", "12/2020/NĐ-CP", "30/2020/NĐ-CP", "130/204", "ngày nay",
        "tháng trước", "năm ngoái", "năm 12", "1.2", "2.000.000", "", "Nam Định", "ngày", "13/2026",
    ])
    func `no date`(text: String) {
        #expect(WrittenDate(text) == nil)
    }

    @Test(
        arguments: [
            ("Ngảy 02 thảng 7 nãm 2026", 2, 7, 2026), ("ngáy 15 théng 8 nam 2026", 15, 8, 2026),
            ("ngay …… thang 9 nem 2026", nil, 9, 2026), ("ngày ___ tháng ___ năm 2026", nil, nil, 2026),
            ("ngày ... tháng ... năm ...", nil, nil, nil), ("ngày     tháng     năm", nil, nil, nil),
            ("ngày 29.12.2025", 29, 12, 2025), ("02 tháng 7 năm 2026", 2, 7, 2026),
            ("ngày 45 tháng 1 năm 2026", 45, 1, 2026),
        ] as [(String, Int?, Int?, Int?)])
    func `a form filled in by hand and read from a scan`(text: String, day: Int?, month: Int?, year: Int?) throws {
        let tokens = Tokens(text)
        let read = try #require(WrittenDate.read(tokens, at: 0))
        #expect(read.date == WrittenDate(day: day, month: month, year: year))
        #expect(read.tokens == 0..<tokens.list.count)
    }

    @Test(arguments: ["ngáy 20", "ngày thanh tra", "ngay nay", "nghị 02 tháng 7 năm 2026"])
    func `no form`(text: String) {
        #expect(WrittenDate.read(Tokens(text), at: 0)?.date == nil)
    }

    @Test func `the dates of a text`() {
        let text =
            "Kế hoạch số 15/KH-UBND ngày 05/01/2026; từ ngày 01 tháng 02 đến 30/6/2026, tháng 7/2026 và năm 2027."
        let dates = WrittenDate.all(in: Tokens(text)).map(\.date.short)
        #expect(dates == ["05/01/2026", "01/02", "30/6/2026", "7/2026", "2027"])
    }

    @Test func `written as the decree has it`() {
        #expect(WrittenDate(day: 2, month: 7, year: 2026).written == "ngày 02 tháng 7 năm 2026")
        #expect(WrittenDate(day: 15, month: 1, year: 2026).written == "ngày 15 tháng 01 năm 2026")
        #expect(WrittenDate(month: 4, year: 2026).written == "ngày      tháng 4 năm 2026")
        #expect(WrittenDate(day: 2, month: 2, year: 2026).short == "02/02/2026")
    }

    @Test func `what is written is read back`() throws {
        for month in 1...12 {
            for day in [1, 9, 10, 28] {
                let date = WrittenDate(day: day, month: month, year: 2026)
                #expect(WrittenDate(date.written) == date)
                #expect(WrittenDate(try #require(date.short)) == date)
            }
        }
    }

    @Test func `any text can be asked`() {
        for text in RandomTexts.all {
            let tokens = Tokens(text)
            for read in WrittenDate.all(in: tokens) { #expect(read.tokens.upperBound <= tokens.list.count) }
        }
    }
}

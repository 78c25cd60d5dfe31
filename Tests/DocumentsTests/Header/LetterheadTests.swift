import Paper
import Testing
import WorkCalendar

@testable import Documents

/// The letterhead in all its layouts.
@Suite struct LetterheadTests {
    static let stateName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

    @Test(
        arguments: [
            ("ỦY BAN NHÂN DÂN\nTỈNH ĐIỆN BIÊN", "Ủy ban nhân dân tỉnh Điện Biên", nil),
            ("ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN", "Ủy ban nhân dân tỉnh Điện Biên", nil),
            ("UBND TỈNH LÀO CAI\nVĂN PHÒNG", "Văn phòng", "UBND tỉnh Lào Cai"),
            ("UBND TỈNH LÀO CAI\nSỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường", "UBND tỉnh Lào Cai"),
            ("UBND TỈNH CAO BẰNG SỞ TÀI CHÍNH", "Sở Tài chính", "UBND tỉnh Cao Bằng"),
            (
                "ỦY BAN MTTQ VIỆT NAM\nXÃ MƯỜNG HUM\nBAN THƯỜNG TRỰC", "Ban Thường trực",
                "Ủy ban MTTQ Việt Nam xã Mường Hum"
            ),
            ("DUBND TỈNH LÀO CAI\nSỞ NỘI VỤ", "Sở Nội vụ", "UBND tỉnh Lào Cai"),
            ("UỶ BAN NHÂN DÂN\nPHƯỜNG CAM ĐƯỜNG", "Ủy ban nhân dân phường Cam Đường", nil),
            ("UBND XÃ BẢO THẮNG", "Ủy ban nhân dân xã Bảo Thắng", nil),
            ("TỈNH ỦY LÀO CAI\n*", "Tỉnh ủy Lào Cai", nil),
            ("BỘ KHOA HỌC\nVÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ", nil),
            ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", nil),
            ("HỘI ĐỒNG NHÂN DÂN\nTỈNH LÂM ĐỒNG", "Hội đồng nhân dân tỉnh Lâm Đồng", nil),
        ] as [(String, String, String?)])
    func writesTheIssuerOutInFull(lines: String, issuer: String, parent: String?) {
        let header = HeaderTestText.plan(
            lines + "\nSố: 12/KH-ABC\n" + Self.stateName + "Lào Cai, ngày 02 tháng 7 năm 2026")
        #expect(header.issuer == issuer)
        #expect(header.parentIssuer == parent)
    }

    @Test(
        arguments: [
            ("Số: 134 /KH-UBND", "134/KH-UBND", "KH-UBND"), ("Số:           /KH-UBND", nil, "KH-UBND"),
            ("Số: 93. /KH-UBND", "93/KH-UBND", "KH-UBND"), ("sÓ:33 /TB-UBND", "33/TB-UBND", "TB-UBND"),
            ("Số 104-CTr/TU", "104-CTr/TU", "CTr/TU"), ("Số: …../KH-BCĐ", nil, "KH-BCĐ"),
            ("Số:    /KH-MTTQ-BTT", nil, "KH-MTTQ-BTT"), ("Số: 16/2026/QĐ-UBND", "16/2026/QĐ-UBND", "QĐ-UBND"),
            ("Số      -KH/TU", nil, "KH/TU"),
        ] as [(String, String?, String)])
    func readsTheNumberAndKeepsTheSymbolOfABlankOne(line: String, number: String?, symbol: String) {
        let header = HeaderTestText.plan(
            "UBND XÃ A\n" + line + "\n" + Self.stateName + "Lào Cai, ngày 2 tháng 7 năm 2026")
        #expect(header.number == number)
        #expect(header.symbol == symbol)
    }

    @Test(
        arguments: [
            ("Lào Cai, ngày 05 tháng 01 năm 2026", "Lào Cai", "2026-01-05", 2026),
            ("Lào Cai, ngày       tháng      năm 2026", "Lào Cai", nil, 2026),
            ("ngày       tháng 4 năm 2026", nil, nil, 2026),
            ("Hà Giang, ngày        /8/2026", "Hà Giang", nil, 2026),
            ("Hải Phòng, ngày 02/7/2026", "Hải Phòng", "2026-07-02", 2026),
            ("TP. Hồ Chí Minh, ngày 9 tháng 12 năm 2025", "TP. Hồ Chí Minh", "2025-12-09", 2025),
            ("Bà Rịa - Vũng Tàu, ngày … tháng … năm 2026", "Bà Rịa - Vũng Tàu", nil, 2026),
        ] as [(String, String?, String?, Int)])
    func readsPlaceAndDateWithTheirBlanks(line: String, place: String?, date: String?, year: Int) {
        let header = HeaderTestText.plan("UBND XÃ A\nSố: 1/KH-UBND\n" + Self.stateName + line)
        #expect(header.place == place)
        #expect(header.date?.description == date)
        #expect(header.year == year)
    }

    @Test func partsTwoColumnsOnTheSameLines() {
        let header = HeaderTestText.plan(
            """
            UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
            Số: 134 /KH-SNV Lào Cai, ngày 12 tháng 3 năm 2026
            """)
        #expect(header.issuer == "Sở Nội vụ")
        #expect(header.parentIssuer == "UBND tỉnh Lào Cai")
        #expect(header.number == "134/KH-SNV")
        #expect(header.place == "Lào Cai")
        #expect(header.date == Day(year: 2026, month: 3, day: 12))
    }

    @Test(arguments: [
        [["UBND TỈNH LÀO CAI\nSỞ NỘI VỤ\nSố: 7/BC-SNV", "\(stateName)Lào Cai, ngày 01 tháng 6 năm 2026"]],
        [
            ["UBND TỈNH LÀO CAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"],
            ["Số: 7/BC-SNV", "Lào Cai, ngày 01 tháng 6 năm 2026"],
        ],
        [["UBND TỈNH LÀO CAI\nSỞ NỘI VỤ", "", stateName], ["Số: 7/BC-SNV", "", "Lào Cai, ngày 01 tháng 6 năm 2026"]],
    ])
    func readsATableOfTwoOrThreeColumns(rows: [[String]]) {
        let blocks: [Block] =
            [.table(HeaderTestText.table(rows))]
            + HeaderTestText.blocks("BÁO CÁO\nCông tác cán bộ\nI. KẾT QUẢ\n1. Tốt.")
        let zones = DocumentZones.split(blocks)
        let header = HeaderReader.read(zones)
        #expect(header.issuer == "Sở Nội vụ")
        #expect(header.number == "7/BC-SNV")
        #expect(header.date == Day(year: 2026, month: 6, day: 1))
        #expect(header.title == "Công tác cán bộ")
        #expect(HeaderTestText.text(zones.body) == ["I. KẾT QUẢ", "1. Tốt."])
    }

    @Test func cutsALetterheadOutOfTheMiddleOfASentence() {
        let zones = HeaderTestText.zones(
            """
            KẾ HOẠCH
            Phát triển du lịch cộng đồng

            I. MỤC TIÊU
            1. Xây dựng các bản làng có điều kiện đón khách, trong đó
            ỦY BAN NHÂN DÂN
            TỈNH ĐIỆN BIÊN
            Số:       /KH-UBND
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập – Tự do – Hạnh phúc
            Điện Biên, ngày     tháng    năm 2026
            ưu tiên các xã biên giới.
            2. Đào tạo nhân lực.
            """)
        let header = HeaderReader.read(zones)
        #expect(header.issuer == "Ủy ban nhân dân tỉnh Điện Biên")
        #expect(header.symbol == "KH-UBND")
        #expect(header.year == 2026)
        #expect(
            HeaderTestText.text(zones.body) == [
                "I. MỤC TIÊU", "1. Xây dựng các bản làng có điều kiện đón khách, trong đó ưu tiên các xã biên giới.",
                "2. Đào tạo nhân lực.",
            ])
    }

    @Test func readsALetterheadWhoseStateNameIsCutShort() {
        let header = HeaderTestText.plan(
            "UBND TỈNH LÀO CAI\nSỞ Y TẾ\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT\nĐộc lập-Tự do-Hạnh phúc\nSố: 4/KH-SYT\nLào Cai, ngày 3 tháng 5 năm 2026"
        )
        #expect(header.issuer == "Sở Y tế")
        #expect(header.number == "4/KH-SYT")
    }

    @Test(arguments: ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
    func findsTheSecrecyMark(mark: String) {
        let text =
            "UBND XÃ A\nSố: 1/KH-UBND\n\(mark)\n" + Self.stateName
            + "A, ngày 2 tháng 7 năm 2026\nKẾ HOẠCH\nDiễn tập\n\nI. MỤC TIÊU"
        #expect(HeaderTestText.zones(text).secrecyMark == mark)
    }

    @Test func takesNoWordOfTheTextForASecrecyMark() {
        let text =
            "UBND XÃ A\nSố: 1/KH-UBND\n" + Self.stateName
            + "KẾ HOẠCH\nBảo vệ bí mật nhà nước\n\nI. MỤC TIÊU\nMẬT\n1. Tài liệu MẬT phải được đóng dấu."
        #expect(HeaderTestText.zones(text).secrecyMark == nil)
    }

    @Test func fillsALostLetterheadFromTheAnnexAndTheText() {
        let header = HeaderTestText.header(
            """
            KẾ HOẠCH
            Phát triển du lịch

            Căn cứ Luật Du lịch;
            Thực hiện Nghị quyết số 5-NQ/TU ngày 2/3/2026, Ủy ban nhân dân tỉnh Điện Biên ban hành Kế hoạch như sau:
            I. MỤC TIÊU
            Nơi nhận:
            - Lưu: VT.
            CHỦ TỊCH
            Lò Văn Hặc
            PHỤ LỤC
            (Kèm theo Kế hoạch số 88/KH-UBND ngày 15/6/2026 của Ủy ban nhân dân tỉnh)
            1. Khảo sát
            """)
        #expect(header.number == "88/KH-UBND")
        #expect(header.date == Day(year: 2026, month: 6, day: 15))
        #expect(header.issuer == "Ủy ban nhân dân tỉnh Điện Biên")
    }

    @Test func restoresWhatAScanLost() {
        let header = HeaderTestText.header(
            """
            UBND TINH LAO CAI CQNG HOA XA HQI CHU NGHIA VIET NAM
            SO NOI VU Déc lap - Tw do - Hanh phuc
            S6: 88 /BC-SNV Lao Cai, ngdy 05 thang 11 nam 2025
            BAO CAO

            Két qua cdng tac nam 2025

            I. KET QUA
            """)
        #expect(header.type == .report)
        #expect(header.issuer == "Sở Nội vụ")
        #expect(header.parentIssuer == "UBND tỉnh Lào Cai")
        #expect(header.number == "88/BC-SNV")
        #expect(header.place == "Lào Cai")
        #expect(header.date == Day(year: 2025, month: 11, day: 5))
    }
}

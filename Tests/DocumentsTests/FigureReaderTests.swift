import Paper
import Testing

@testable import Documents

/// What a report's sentence states, and what in it is no figure at all.
@Suite struct FigureReaderTests {
    /// The figures of one paragraph, each as "value unit", with ~ before an approximate one.
    static func figures(_ text: String, type: DocumentType = .report, accentsMissing: Bool = false) -> [String] {
        read([text], type: type, accentsMissing: accentsMissing).map { figure in
            let value = figure.value == figure.value.rounded() ? String(Int(figure.value)) : String(figure.value)
            return (figure.isApproximate ? "~" : "") + value + " " + (figure.unit ?? "?")
        }
    }

    static func read(
        _ texts: [String], type: DocumentType = .report, accentsMissing: Bool = false
    ) -> [StatedFigure] {
        let paragraphs = texts.enumerated().map {
            (paragraph: Paragraph($1, at: Place(line: $0 + 1)), footnote: String?.none)
        }
        return FigureReader.read(paragraphs, .init(type: type, accentsMissing: accentsMissing))
    }

    @Test(
        "Reports of any department state numbers of things",
        arguments: [
            (
                "Trong quý, Trung tâm đã tiếp nhận 1.245 hồ sơ, giải quyết đúng hạn 1.230 hồ sơ, đạt 98,8%.",
                ["1245 hồ sơ", "1230 hồ sơ", "98.8 %"]
            ),
            (
                "Toàn huyện trồng mới 3.500 cây xanh, xây dựng 12 mô hình kinh tế, hỗ trợ 05 hợp tác xã.",
                ["3500 cây xanh", "12 mô hình", "5 hợp tác xã"]
            ),
            (
                "Bệnh viện khám cho 45.600 lượt người, phẫu thuật 320 ca, công suất sử dụng giường bệnh đạt trên 95%.",
                ["45600 lượt người", "320 ca", "~95 %"]
            ),
            (
                "Lực lượng chức năng kiểm tra 215 vụ, xử phạt 37 trường hợp với số tiền hơn 1,2 tỷ đồng.",
                ["215 vụ", "37 trường hợp", "~1.2 tỷ đồng"]
            ),
            (
                "Tổng thu ngân sách ước đạt 4.250 tỷ đồng, bằng 105% dự toán, tăng 12,5% so với cùng kỳ.",
                ["~4250 tỷ đồng", "105 %", "12.5 %"]
            ),
            (
                "Đã cử 03 đoàn (21 người) đi học tập tại 2 quốc gia và vùng lãnh thổ.",
                ["3 đoàn", "21 người", "2 quốc gia và vùng lãnh thổ"]
            ),
            ("Khai giảng 04 lớp tập huấn cho gần 260 học viên.", ["4 lớp", "~260 học viên"]),
            (
                "Đón khoảng 1,8 triệu lượt khách, doanh thu xấp xỉ 900 tỷ đồng.",
                ["~1.8 triệu lượt khách", "~900 tỷ đồng"]
            ),
            ("Toàn tỉnh hiện có 87 cơ quan, đơn vị áp dụng.", ["87 cơ quan, đơn vị"]),
            ("Thu hồi 125ha đất, bàn giao 12,5 km đường.", ["125 ha", "12.5 km"]),
            ("Lắp đặt 35 tủ thuốc và 1.200 tấm pin tại các thôn.", ["35 ?", "1200 ?"]),
            ("In và phát hành 500 cuốn/quý.", ["500 cuốn/quý"]),
            ("Kết nạp 05 (năm) đảng viên mới; công nhận hai sáng kiến cấp tỉnh.", ["5 đảng viên", "2 sáng kiến"]),
            ("Hoàn thành 12/15 chỉ tiêu kế hoạch năm.", ["12 chỉ tiêu"]),
            ("Giải quyết 7/9 vụ việc; bảo hộ 39 vụ/103 công dân.", ["7 vụ việc", "39 vụ", "103 công dân"]),
            (
                "Sở có 64 người, trong đó: công chức 38 người, viên chức 20 người, hợp đồng 06 người.",
                ["64 người", "38 người", "20 người", "6 người"]
            ),
            (
                "Cấp mới 523 giấy phép lao động, gia hạn 112, cấp lại 15 giấy phép.",
                ["523 giấy phép lao động", "112 giấy phép", "15 giấy phép"]
            ),
            ("Trao tặng 1.500 suất quà, mỗi suất 500.000 đồng/suất.", ["1500 suất quà", "500000 đồng/suất"]),
            ("Đàn gia cầm đạt 5,2 triệu con; năng suất lúa 62,5 tạ/ha.", ["5.2 triệu con", "62.5 tạ/ha"]),
            ("Có 03 đồng chí được bổ nhiệm; xử lý 12 cuộc thanh tra.", ["3 đồng chí", "12 cuộc thanh tra"]),
        ])
    func counts(text: String, figures: [String]) {
        #expect(Self.figures(text) == figures)
    }

    @Test(
        "Names, dates and anniversaries are no figures",
        arguments: [
            "Căn cứ Nghị quyết số 18/NQ-HĐND ngay 05 tháng 12 năm 2024 của Hội đồng nhân dân tỉnh;",
            "Kỷ niệm 70 năm thành lập ngành và 45 năm thiết lập quan hệ ngoại giao.",
            "Hội nghị lần thứ 8 được tổ chức ngày 12/5/2025 tại thành phố Nam Định.",
            "Thực hiện mô hình chính quyền địa phương 02 cấp từ ngày 01/7/2025.",
            "Chương trình giai đoạn 2023 - 2025, định hướng đến năm 2030 được triển khai đồng bộ.",
            "Theo Điều 7 và khoản 2 Điều 9 của Luật, thời hạn là 10 ngày làm việc.",
            "1. Công tác thanh tra, kiểm tra",
            "2 Trong đó có các chuyên gia đầu ngành.",
            "Đồng chí Phó Chủ tịch nhấn mạnh Nghị quyết 18 và Chương trình 135 là trọng tâm.",
            "Chỉ số năng lực cạnh tranh xếp thứ 12/63 cả nước, tăng 3 bậc so với năm 2023.",
            "Thành tựu của công nghiệp 4.0 phát huy hiệu quả; dịch vụ công mức độ 4 phát sinh hồ sơ.",
            "Dự kiến mỗi năm có 15 - 20 đoàn và 3-5 hội thảo.",
            "Mọi phản ánh xin gọi số 0225 3842 658.",
            "Cuộc họp giữa 03 tỉnh diễn ra trong không khí hữu nghị.",
            "Trong 9 tháng đầu năm, hai bên đã trao đổi nhiều lần.",
            "Triển khai Đề án 06 trên toàn địa bàn; hội viên từ 60 tuổi trở lên được chúc thọ.",
            "Cả nước có hàng trăm doanh nghiệp quan tâm.",
        ])
    func names(text: String) {
        #expect(Self.figures(text) == [])
    }

    @Test func aNumberBorrowsTheNounOfTheNext() {
        #expect(
            Self.figures("Cấp phép 12, từ chối 3 hội nghị, hội thảo.") == [
                "12 hội nghị, hội thảo", "3 hội nghị, hội thảo",
            ])
    }

    @Test func aTotalTakesItsNounFromBefore() {
        #expect(
            Self.figures("Ký mới 04 bản ghi nhớ, nâng tổng số bản ghi nhớ còn hiệu lực lên 23.")
                == ["4 bản ghi nhớ", "23 bản ghi nhớ"])
        #expect(Self.figures("Số doanh nghiệp giải thể trong kỳ: 00") == ["0 doanh nghiệp"])
        #expect(Self.figures("Số lượng hộ nghèo còn lại: 34 hộ.") == ["34 hộ"])
    }

    @Test func saysWhatIsCounted() {
        let read = Self.read([
            "Sở đã đón 15 đoàn chuyên gia nước ngoài (64 người); giá trị giải ngân ước đạt 2,3 triệu USD."
        ])
        #expect(
            read.map(\.of) == [
                "đoàn chuyên gia nước ngoài", "người trong đoàn chuyên gia nước ngoài", "giá trị giải ngân",
            ])
    }

    @Test func aBareCountTakesItsSenseFromTheWordsBefore() {
        let read = Self.read(["Tiếp nhận 96 đơn (khiếu nại 24 đơn, tố cáo 12 đơn); làm bị thương 28 người."])
        #expect(read.map(\.of) == ["đơn tiếp nhận", "đơn khiếu nại", "đơn tố cáo", "người làm bị thương"])
        #expect(Self.read(["Số lượng hộ nghèo còn lại: 34 hộ."]).map(\.of) == ["hộ nghèo còn lại"])
    }

    @Test func aFigureStandsOnTheLineOfItsNumber() {
        let text = "Trong năm đã tổ chức\n14 hội nghị."
        let paragraph = Paragraph(
            text,
            starts: [
                .init(offset: 0, place: Place(page: 2, line: 40)),
                .init(offset: Array(text.utf8.prefix { $0 != 0x0A }).count + 1, place: Place(page: 2, line: 41)),
            ])
        let read = FigureReader.read([(paragraph: paragraph, footnote: "3")], .init(type: .report))
        #expect(read.map(\.place) == [Place(page: 2, line: 41)])
        #expect(read.map(\.footnote) == ["3"])
    }

    @Test func plansAndLettersStateNoFigures() {
        for type in DocumentType.allCases where type != .report {
            #expect(Self.figures("Phấn đấu tổ chức 12 hội nghị.", type: type) == [])
        }
    }

    @Test func aimsOfTheNextYearAreNoResults() {
        let read = Self.read([
            "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025", "Đã tổ chức 12 hội nghị.", "II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026",
            "1. Công tác đối ngoại", "Phấn đấu tổ chức 15 hội nghị.", "III. ĐÁNH GIÁ CHUNG", "Đã ký 02 thỏa thuận.",
        ])
        #expect(read.map(\.value) == [12, 2])
    }

    @Test func eitherStyleOfToneMarksWillDo() {
        #expect(Self.figures("Ký 7 thoả thuận.") == ["7 thỏa thuận"])
        #expect(Self.figures("Ký 7 thỏa thuận.") == ["7 thỏa thuận"])
    }

    @Test(
        "A recogniser that knows no Vietnamese garbles the words, not the counts",
        arguments: [
            (
                "Da don 27 doan quéc té (v6i 214 ngudi) tir 11 qudc gia va vung 1anh thd.",
                ["27 đoàn", "214 người", "11 quốc gia và vùng lãnh thổ"]
            ),
            ("Phat hanh hon 3.000 4n pham/quy va trao 06 bang khen.", ["~3000 ấn phẩm/quý", "6 bằng khen"]),
            ("Khai giang 02 16p bdi dudng; udc dat 3.5 triéu USD.", ["2 lớp", "~3.5 triệu USD"]),
            ("Kiéu bao ung hd 50 tri€u déng cho nhan dan.", ["50 triệu đồng"]),
            ("Day 13 co hoi tot; chinh quyén 2 cip; 1an thir 11; ngay 05/6/2025.", []),
        ])
    func withoutAccents(text: String, figures: [String]) {
        #expect(Self.figures(text, accentsMissing: true) == figures)
    }

    @Test func accentsAreRestoredOnlyWhereTheyAreCertain() {
        let read = Self.read(
            ["Don 12 doan quéc té; tham gia 04 t6 chtic da phuong."], accentsMissing: true)
        #expect(read.map(\.of) == ["đoàn quốc tế", "tổ chức da phuong"])
    }
}

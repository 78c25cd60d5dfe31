import Paper
import Testing

@testable import Documents

/// Type, title, addressees and bases.
@Suite struct OpeningTests {
    @Test(arguments: [
        ("KẾ HOẠCH", DocumentType.plan), ("QUYẾT ĐỊNH", .decision), ("NGHỊ QUYẾT", .resolution),
        ("CHỈ THỊ", .directive), ("BÁO CÁO", .report),
        ("THÔNG BÁO", .notice), ("CHƯƠNG TRÌNH HÀNH ĐỘNG", .programme), ("QUY CHẾ", .regulation),
        ("GIẤY MỜI", .invitation),
        ("BIÊN BẢN", .minutes), ("BẢN GHI NHỚ", .agreement), ("TỜ TRÌNH", .other), ("Kế hoạch", .plan),
    ])
    func readsTheType(line: String, type: DocumentType) {
        let header = HeaderTestText.header(
            "UBND XÃ A\nSố: 3/XX-UBND\n\(line)\nCông tác tháng 5\n\nI. NỘI DUNG\n1. Việc.")
        #expect(header.type == type)
        #expect(header.title == "Công tác tháng 5")
    }

    @Test(arguments: [
        ("12/BC-UBND", DocumentType.report), ("12/KH-UBND", .plan), ("5973/UBND-KT", .officialLetter),
        ("77-CV/ĐU", .officialLetter),
    ])
    func tellsTheTypeBySymbolWhereNoLineNamesIt(number: String, type: DocumentType) {
        #expect(HeaderTestText.header("UBND XÃ A\nSố: \(number)\nKính gửi: Sở Nội vụ\nNội dung.").type == type)
    }

    @Test(arguments: [
        (
            "Phát triển du lịch cộng đồng\ngiai đoạn 2026 - 2030 trên địa bàn tỉnh\n\nCăn cứ Luật Du lịch;",
            "Phát triển du lịch cộng đồng giai đoạn 2026 - 2030 trên địa bàn tỉnh"
        ),
        (
            "Thực hiện Chỉ thị số 2/CT-TTg của Thủ tướng Chính phủ\n\nThực hiện Chỉ thị số 2/CT-TTg ngày 3/4/2026;",
            "Thực hiện Chỉ thị số 2/CT-TTg của Thủ tướng Chính phủ"
        ),
        ("Triển khai công tác dân vận\nThực hiện Kế hoạch số 3-KH/TU;", "Triển khai công tác dân vận"),
        ("TUYÊN TRUYỀN BẦU CỬ\nĐẠI BIỂU QUỐC HỘI\nCăn cứ Luật Bầu cử;", "TUYÊN TRUYỀN BẦU CỬ ĐẠI BIỂU QUỐC HỘI"),
        ("Về phòng cháy rừng\nKính gửi: Sở Nội vụ", "Về phòng cháy rừng"),
        ("Tổng kết năm 2025\n-------\nNăm 2025, xã đã hoàn thành 20 chỉ tiêu.", "Tổng kết năm 2025"),
        ("Giao ban tháng 8 với các xã\nNgày 05/8/2026, đồng chí Chủ tịch chủ trì họp.", "Giao ban tháng 8 với các xã"),
        (
            "Hưởng ứng Tháng Thanh niên; ra quân làm sạch môi trường.\nI. MỤC TIÊU",
            "Hưởng ứng Tháng Thanh niên; ra quân làm sạch môi trường"
        ),
    ])
    func endsTheTitleWhereTheTextBegins(lines: String, title: String) {
        #expect(
            HeaderTestText.header("UBND XÃ A\nSố: 3/KH-UBND\nKẾ HOẠCH\n" + lines + "\nI. NỘI DUNG\n1. Việc.").title
                == title)
    }

    @Test func takesTheSubjectBehindTheTypeOnOneLine() {
        let header = HeaderTestText.header(
            "UBND XÃ A\nSố: 3/BC-UBND\nBÁO CÁO Kết quả giảm nghèo năm 2025\n\nI. KẾT QUẢ")
        #expect(header.type == .report)
        #expect(header.title == "Kết quả giảm nghèo năm 2025")
    }

    @Test func readsAnOfficialLetter() {
        let zones = HeaderTestText.zones(
            """
            UBND TỈNH LÀO CAI
            SỞ CÔNG THƯƠNG
            Số:      /SCT-CN
            V/v rà soát, bổ sung quy hoạch
            cụm công nghiệp năm 2026
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Lào Cai, ngày     tháng 8 năm 2026
            Kính gửi:
            - Các Sở: Tài chính, Xây dựng, Văn hóa, Thể thao và Du lịch;
            - UBND các phường: Cam Đường, Lào Cai;
            - Công ty cổ phần Khoáng sản.
            Thực hiện Công văn số 5/UBND-KT ngày 2/8/2026, Sở Công Thương đề nghị các đơn vị rà soát.
            """)
        let header = HeaderReader.read(zones)
        #expect(header.type == .officialLetter)
        #expect(header.number == nil)
        #expect(header.symbol == "SCT-CN")
        #expect(header.title == "rà soát, bổ sung quy hoạch cụm công nghiệp năm 2026")
        #expect(
            header.addressees == [
                "Sở Tài chính", "Sở Xây dựng", "Sở Văn hóa, Thể thao và Du lịch", "UBND phường Cam Đường",
                "UBND phường Lào Cai",
                "Công ty cổ phần Khoáng sản",
            ])
        // The sentence is what the letter asks, not only its basis.
        #expect(zones.body.count == 1)
        #expect(zones.bases.isEmpty)
    }

    @Test func partsASubjectFromTheDateBesideIt() {
        let header = HeaderTestText.header(
            """
            SỞ CÔNG THƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số: 17/SCT-CN Độc lập - Tự do - Hạnh phúc
            V/v báo cáo tiến độ các dự án Lào Cai, ngày 4 tháng 8 năm 2026
            quý II năm 2026
            Kính gửi: UBND tỉnh Lào Cai.
            Sở Công Thương báo cáo như sau.
            """)
        #expect(header.title == "báo cáo tiến độ các dự án quý II năm 2026")
        #expect(header.place == "Lào Cai")
        #expect(header.addressees == ["UBND tỉnh Lào Cai"])
    }

    @Test func gathersTheBasesOfADecision() {
        let zones = HeaderTestText.zones(
            """
            QUYẾT ĐỊNH
            Về việc phê duyệt quy hoạch

            CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN
            Căn cứ Luật Tổ chức chính quyền địa phương;
            Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và Nghị định số 1/2026/NĐ-CP;
            Xét đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 4/TTr-SXD;
            Theo đề nghị của Chánh Văn phòng.
            QUYẾT ĐỊNH:
            Điều 1. Phê duyệt quy hoạch.
            """)
        #expect(zones.authority.map(\.text) == ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN"])
        #expect(zones.title.map(\.text) == ["Về việc phê duyệt quy hoạch"])
        #expect(zones.bases.count == 4)
        #expect(zones.bases.last?.place.line == 8)
        #expect(HeaderTestText.text(zones.body) == ["QUYẾT ĐỊNH:", "Điều 1. Phê duyệt quy hoạch."])
    }

    @Test func keepsFootnotesOfTheOpeningInTheBody() {
        let note = Block.footnote(Footnote(label: "1", paragraphs: [Paragraph("Theo Luật.", at: Place(line: 3))]))
        let blocks =
            HeaderTestText.blocks("KẾ HOẠCH\nCông tác") + HeaderTestText.blocks("\n\nCăn cứ Luật A;") + [note]
            + HeaderTestText.blocks("I. NỘI DUNG")
        let zones = DocumentZones.split(blocks)
        #expect(zones.bases.map(\.text) == ["Căn cứ Luật A;"])
        #expect(HeaderTestText.text(zones.body) == ["note 1", "I. NỘI DUNG"])
    }
}

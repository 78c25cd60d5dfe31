/// A plan of a city invented for the tests, with all that makes reading a page hard: two columns in the header and the
/// signature, footnotes, a raised figure, a sentence over a page break, a table of tasks over two pages with a broken row.
enum SamplePlan {
    static let head = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"]

    /// Rows of the annex; two texts are a group.
    static let rows: [[String]] = [
        ["I", "Công tác tuyên truyền, quảng bá"],
        [
            "1",
            "Xây dựng bộ nhận diện thương hiệu du lịch thành phố và công bố rộng rãi trên các phương tiện thông tin đại chúng",
            "Sở Du lịch", "Sở Văn hóa và Thể thao; Đài Phát thanh và Truyền hình thành phố", "Bộ nhận diện",
            "Quý III/2026",
        ],
        [
            "2", "Tổ chức chiến dịch truyền thông \"Đêm cố đô\" trên nền tảng số", "Sở Khoa học và Công nghệ",
            "Sở Du lịch; các doanh nghiệp lữ hành", "Chiến dịch truyền thông, tối thiểu 12 video", "Hằng năm",
        ],
        [
            "3", "Tham gia hội chợ du lịch quốc tế tại Thành phố Hồ Chí Minh và Hà Nội", "Sở Du lịch",
            "Trung tâm Xúc tiến đầu tư", "Gian hàng", "2026 - 2030",
        ],
        [
            "4", "Biên soạn tài liệu thuyết minh bằng bốn ngoại ngữ cho các điểm tham quan chính", "Sở Ngoại vụ",
            "Sở Du lịch", "Bộ tài liệu", "Trước 30/11/2026",
        ],
        ["II", "Đầu tư hạ tầng"],
        [
            "5",
            "Cải tạo, chỉnh trang tuyến phố đi bộ ven hồ, lắp đặt hệ thống chiếu sáng nghệ thuật và biển chỉ dẫn song ngữ",
            "Ban Quản lý dự án đầu tư xây dựng thành phố", "Sở Xây dựng; UBND phường Ninh Xuân",
            "Công trình hoàn thành",
            "31/12/2027",
        ],
        [
            "6", "Xây dựng bến thuyền và nhà chờ tại khu sinh thái phía tây", "Sở Xây dựng",
            "Sở Nông nghiệp và Môi trường", "Bến thuyền", "Quý II/2028",
        ],
        [
            "7",
            "Số hóa dữ liệu di tích, cổ vật phục vụ tham quan trực tuyến; rà soát, cập nhật thường xuyên hồ sơ khoa học của các di tích đã xếp hạng, bảo đảm dữ liệu đúng, đủ, sạch, sống và liên thông với cơ sở dữ liệu quốc gia về di sản văn hóa",
            "Sở Văn hóa và Thể thao",
            "Sở Khoa học và Công nghệ; Bảo tàng thành phố; Viện Bảo tồn di tích; các đơn vị quản lý di tích",
            "Cơ sở dữ liệu", "2026 - 2028",
        ],
        [
            "8", "Nâng cấp hệ thống nhà vệ sinh công cộng đạt chuẩn tại 12 điểm du lịch", "UBND các xã, phường",
            "Sở Du lịch", "12 công trình", "Tháng 6/2027",
        ],
        [
            "9", "Lắp đặt mạng không dây miễn phí tại khu vực trung tâm", "Sở Khoa học và Công nghệ",
            "Các doanh nghiệp viễn thông", "Mạng Wi-Fi", "Quý I/2027",
        ],
        ["III", "Phát triển nguồn nhân lực"],
        [
            "10", "Bồi dưỡng nghiệp vụ cho hướng dẫn viên, thuyết minh viên tại điểm", "Trường Đại học Hoa Lư",
            "Sở Du lịch; Sở Nội vụ", "06 lớp bồi dưỡng", "Hằng năm",
        ],
        [
            "11", "Hỗ trợ hộ dân làm du lịch cộng đồng chuyển đổi nghề", "UBND các xã, phường",
            "Sở Tài chính; Ngân hàng Chính sách xã hội", "Phương án hỗ trợ", "Quý IV/2026",
        ],
        [
            "12", "Tổ chức hội thi tay nghề buồng, bàn, bếp toàn thành phố", "Sở Du lịch", "Hiệp hội Du lịch thành phố",
            "Hội thi", "Hai năm một lần",
        ],
        [
            "13",
            "Thu hút chuyên gia, nghệ nhân tham gia truyền dạy nghề thủ công truyền thống cho thế hệ trẻ tại các làng nghề",
            "Sở Nội vụ", "Hội Văn học nghệ thuật; các làng nghề", "Danh sách nghệ nhân", "Năm 2027",
        ],
        [
            "14", "Sơ kết, tổng kết việc thực hiện Kế hoạch", "Sở Du lịch", "Các sở, ban, ngành", "Báo cáo",
            "Quý IV/2030",
        ],
    ]

    /// The row that a page break tears.
    static let tornRow = "9"

    static let broken = """
        - Chủ trì, phối hợp với các sở, ngành liên quan theo dõi, đôn đốc việc thực hiện Kế hoạch; định kỳ trước ngày 15/12 \
        hằng năm tổng hợp, báo cáo Ủy ban nhân dân thành phố.
        """

    static var document: FlatDocument {
        var plan = FlatDocument()
        plan.columns(
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HOA LƯ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            .headerPlain, .headerBold)
        plan.columns("Số: 118/KH-UBND", "Hoa Lư, ngày 14 tháng 5 năm 2026", .headerPlain, .headerItalic)
        plan.paragraph("KẾ HOẠCH", .title)
        plan.paragraph(
            "Triển khai Chương trình xúc tiến du lịch và bảo tồn di sản văn hóa trên địa bàn thành phố Hoa Lư giai đoạn 2026 - 2030",
            .title)
        plan.paragraph(
            """
            Thực hiện Nghị quyết số 15-NQ/TU ngày 12/02/2026 của Ban Thường vụ Thành ủy về phát triển du lịch{note: Nghị quyết \
            được thông qua tại Hội nghị lần thứ chín Ban Chấp hành Đảng bộ thành phố khóa I, nhiệm kỳ 2025 - 2030, sửa đổi \
            tháng 3 năm 2026.} thành ngành kinh tế mũi nhọn; Ủy ban nhân dân thành phố ban hành Kế hoạch triển khai với các \
            nội dung chính sau đây, gồm mục tiêu, nhiệm vụ và tổ chức thực hiện:
            """)
        plan.paragraph("I. MỤC TIÊU, YÊU CẦU", .bold)
        for round in 1...3 {
            let note = round == 1 ? "{note: Số liệu theo Báo cáo số 87/BC-SDL của Sở Du lịch.}" : ""
            plan.paragraph(
                """
                1. Nâng cao chất lượng phục vụ khách tham quan tại các khu, điểm du lịch; bảo đảm an ninh trật tự, vệ sinh môi \
                trường và văn minh thương mại tại các tuyến phố trung tâm; từng bước hình thành sản phẩm du lịch đêm có bản \
                sắc riêng.
                """)
            plan.paragraph(
                """
                - Phấn đấu đến năm 2030 đón 6,5 triệu lượt khách, trong đó khách quốc tế đạt 1,2 triệu lượt\(note); diện tích không \
                gian đi bộ đạt 45.000 m{^2} vào cuối kỳ.
                """)
            plan.paragraph(
                """
                - Các cơ quan, đơn vị chủ động lồng ghép nguồn lực, không để chồng chéo nhiệm vụ, bảo đảm rõ người, rõ việc, rõ \
                thời gian, rõ kết quả theo tinh thần Quy định số 02-QĐi/TU của Thành ủy.
                """)
        }
        plan.paragraph("II. TỔ CHỨC THỰC HIỆN", .bold)
        plan.paragraph("1. Sở Du lịch")
        plan.paragraph(broken)
        plan.paragraph("2. Sở Tài chính")
        plan.paragraph("- Tham mưu bố trí kinh phí thực hiện Kế hoạch theo phân cấp ngân sách hiện hành.")
        plan.paragraph("Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.")
        plan.columns(
            """
            Nơi nhận:
            - Ban Thường vụ Thành ủy (để báo cáo);
            - Chủ tịch, các Phó Chủ tịch UBND thành phố;
            - Các sở, ban, ngành thành phố;
            - UBND các xã, phường;
            - Lưu: VT, SDL (Hà).
            """, "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\nTrần Minh Khôi", .recipients, .headerBold,
            isSignature: true)
        plan.paragraph("PHỤ LỤC", .pageTitle)
        plan.paragraph("DANH MỤC NHIỆM VỤ TRIỂN KHAI KẾ HOẠCH", .title)
        plan.paragraph(
            "(Kèm theo Kế hoạch số 118/KH-UBND ngày 14/5/2026 của Ủy ban nhân dân thành phố Hoa Lư)", .italicTitle)
        plan.table(head: head, rows: rows)
        return plan
    }
}

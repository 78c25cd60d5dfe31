import Paper
import Testing
import WorkCalendar

@testable import Documents

/// The layouts in which real documents set tasks, each as a short document of our own.
@Suite struct LayoutTests {
    @Test func annexTableSeparatedByTabsWithColumnNumbersAndAnEmptyLastColumn() throws {
        let document = try read(
            plan(
                annex: """
                    TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\tGhi chú
                    \t(1)\t(2)\t(3)\t(4)\t(5)
                    1\tXây dựng cơ sở dữ liệu kiều bào\tSở Ngoại vụ\tSở Khoa học và Công nghệ; UBND các xã, phường\tQuý III/2031\t
                    2\tTổ chức hội nghị xúc tiến đầu tư\tTrung tâm Xúc tiến đầu tư\tCác sở, ngành liên quan\tHằng năm\t
                    """))
        let rows = document.assignments.filter { $0.part == .annex }
        #expect(rows.map(\.text) == ["Xây dựng cơ sở dữ liệu kiều bào", "Tổ chức hội nghị xúc tiến đầu tư"])
        #expect(rows[0].coordinate == ["Sở Khoa học và Công nghệ", "UBND các xã, phường"])
        #expect(rows.map(\.deadline.kind) == [.quarter, .yearly])
    }

    @Test func annexTableWithSeveralLeadsInACell() throws {
        let document = try read(
            plan(
                annex: """
                    | TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
                    |---|---|---|---|---|
                    | 1 | Rà soát quy hoạch vùng trồng | Sở Nông nghiệp và Môi trường, Sở Xây dựng | Thuế tỉnh và các địa phương liên quan | 30/9/2031 |
                    """))
        let row = try #require(document.assignments.first)
        #expect(row.lead == ["Sở Nông nghiệp và Môi trường", "Sở Xây dựng"])
        #expect(row.coordinate == ["Thuế tỉnh", "các địa phương liên quan"])
        #expect(row.deadline.due == Day(year: 2031, month: 9, day: 30))
    }

    @Test func aRowBrokenOverAPageIsOneAssignment() throws {
        let document = try read(
            plan(
                annex: """
                    TT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tSản phẩm\tThời hạn
                    1\tKhảo sát nhu cầu hợp tác của các hiệp hội doanh nghiệp trong khu\tSở Công Thương\tViện Nghiên cứu chiến lược, Cục\tBáo cáo\tQuý II/2031


                    \tvực và đề xuất danh mục dự án ưu tiên\t\tXúc tiến thương mại\t\t
                    2\tIn ấn tài liệu\tSở Ngoại vụ\t\tTài liệu\tQuý I/2031
                    """))
        let rows = document.assignments
        #expect(rows.count == 2)
        #expect(
            rows[0].text
                == "Khảo sát nhu cầu hợp tác của các hiệp hội doanh nghiệp trong khu vực và đề xuất danh mục dự án ưu tiên"
        )
        #expect(rows[0].coordinate == ["Viện Nghiên cứu chiến lược", "Cục Xúc tiến thương mại"])
        #expect(rows[0].continues.count == 1)
    }

    @Test func groupRowsAndNumbersThatStartAgain() throws {
        let document = try read(
            plan(
                annex: """
                    STT\tNhiệm vụ\tChủ trì\tPhối hợp\tSản phẩm\tThời gian
                    I\tHỢP TÁC QUỐC TẾ\t\t\t\t
                    1\tĐón đoàn công tác\tSở Ngoại vụ\tVăn phòng UBND tỉnh\tBáo cáo\tTháng 5/2031
                    II\tNGƯỜI VIỆT NAM Ở NƯỚC NGOÀI\t\t\t\t
                    1\tTổ chức trại hè\tTỉnh đoàn\tSở Ngoại vụ\tSự kiện\tQuý III/2031
                    """))
        #expect(document.assignments.map(\.group) == ["I HỢP TÁC QUỐC TẾ", "II NGƯỜI VIỆT NAM Ở NƯỚC NGOÀI"])
        #expect(document.assignments.map(\.lead) == [["Sở Ngoại vụ"], ["Tỉnh đoàn"]])
    }

    @Test func leadAndCoordinatorsCombinedInOneCell() throws {
        let document = try read(
            plan(
                annex: """
                    TT\tNhiệm vụ\tCơ quan phụ trách\tThời gian
                    1\tTập huấn nghiệp vụ lãnh sự\tChủ trì: Sở Ngoại vụ; Phối hợp: Công an tỉnh, Sở Tư pháp\tTháng 4/2031
                    """))
        let row = try #require(document.assignments.first)
        #expect(row.lead == ["Sở Ngoại vụ"])
        #expect(row.coordinate == ["Công an tỉnh", "Sở Tư pháp"])
    }

    @Test func labelledLinesBelowEachTask() throws {
        let document = try read(
            plan(
                body: """
                    II. NHIỆM VỤ TRỌNG TÂM
                    1. Xây dựng Đề án phát triển mạng lưới chuyên gia.
                    - Đơn vị chủ trì: Sở Khoa học và Công nghệ.
                    - Đơn vị phối hợp: Sở Ngoại vụ; Sở Tài chính.
                    - Thời gian hoàn thành: Quý IV/2031.
                    - Kết quả: Đề án được phê duyệt;
                    2. Tổ chức diễn đàn hợp tác địa phương.
                    - Thời gian thực hiện: Tháng 10/2031;
                    - Đơn vị chủ trì: Văn phòng UBND tỉnh.
                    """))
        let tasks = document.assignments
        #expect(tasks.map(\.lead) == [["Sở Khoa học và Công nghệ"], ["Văn phòng UBND tỉnh"]])
        #expect(tasks[0].coordinate == ["Sở Ngoại vụ", "Sở Tài chính"])
        #expect(tasks[0].deliverable == "Đề án được phê duyệt")
        #expect(
            tasks.map(\.deadline.due) == [Day(year: 2031, month: 12, day: 31), Day(year: 2031, month: 10, day: 31)])
    }

    @Test func labelledLinesThatCloseAGroupHoldForAllBulletsAbove() throws {
        let document = try read(
            plan(
                body: """
                    II. NHIỆM VỤ
                    1. Công tác tuyên truyền
                    - Xây dựng phóng sự giới thiệu địa phương.
                    - Đăng tải tin, bài trên cổng thông tin điện tử.
                    Lãnh đạo phụ trách: đồng chí Phó Chủ tịch.
                    Đơn vị chủ trì: Báo và Đài Phát thanh, Truyền hình; Đơn vị phối hợp: Sở Ngoại vụ
                    2. Công tác lễ tân
                    - Chuẩn bị quà tặng đối ngoại.
                    Đơn vị chủ trì: Văn phòng UBND tỉnh
                    """))
        let leads = document.assignments.map { $0.lead.first ?? "" }
        #expect(document.assignments.count == 3)
        #expect(leads[0] == leads[1] && leads[0].hasPrefix("Báo"))
        #expect(leads[2] == "Văn phòng UBND tỉnh")
        #expect(document.assignments[1].coordinate == ["Sở Ngoại vụ"])
    }

    @Test(arguments: [
        ("4. Sở Xây dựng", ["Sở Xây dựng"]), ("2. Giám đốc Sở Nội vụ", ["Giám đốc Sở Nội vụ"]),
        ("1. Cục Thống kê tỉnh có trách nhiệm:", ["Cục Thống kê tỉnh"]),
        ("3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]),
        ("5. Sở Y tế, Sở Giáo dục và Đào tạo", ["Sở Y tế", "Sở Giáo dục và Đào tạo"]),
        ("6. Ủy ban nhân dân các xã, phường, đặc khu", ["Ủy ban nhân dân các xã, phường, đặc khu"]),
        ("7. Các sở, ban, ngành, đơn vị thuộc tỉnh:", ["Các sở, ban, ngành, đơn vị thuộc tỉnh"]),
        ("8. Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch", ["Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch"]),
    ])
    func bulletsUnderAnAgencysHeadingAreItsDuties(_ heading: String, _ lead: [String]) throws {
        let document = try read(
            plan(
                body: """
                    III. TỔ CHỨC THỰC HIỆN
                    \(heading)
                    - Phối hợp với Sở Ngoại vụ và các cơ quan liên quan tổ chức hội nghị kết nối.
                    - Tham mưu bố trí nguồn lực thực hiện.
                    9. Văn phòng UBND tỉnh: Theo dõi, đôn đốc việc thực hiện Kế hoạch.
                    """))
        #expect(document.assignments.map(\.lead) == [lead, lead, ["Văn phòng UBND tỉnh"]])
        #expect(document.assignments[0].coordinate == ["Sở Ngoại vụ", "các cơ quan liên quan"])
        #expect(document.assignments[2].text == "Theo dõi, đôn đốc việc thực hiện Kế hoạch.")
    }

    @Test func ordersInRunningText() throws {
        let document = try read(
            plan(
                body: """
                    II. NHIỆM VỤ
                    1. Giao Sở Ngoại vụ chủ trì, phối hợp với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh rà soát quy chế trước ngày 31/5/2031.
                    2. Sở Tài chính bố trí kinh phí theo phân cấp ngân sách.
                    """))
        #expect(document.assignments.map(\.lead) == [["Sở Ngoại vụ"], ["Sở Tài chính"]])
        #expect(document.assignments[0].coordinate == ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"])
        #expect(document.assignments[0].deadline.due == Day(year: 2031, month: 5, day: 31))
    }

    @Test func aimsMoneyAndNilDeclarationsAssignNothing() throws {
        let document = try read(
            plan(
                body: """
                    I. MỤC ĐÍCH, YÊU CẦU
                    - Nâng cao hiệu quả công tác đối ngoại của tỉnh.
                    II. NỘI DUNG
                    1. Công tác đoàn ra, đoàn vào
                    - Dự kiến đoàn ra, đoàn vào năm 2031:
                    + Đoàn ra: Không có
                    + Đoàn vào: Không có
                    III. KINH PHÍ THỰC HIỆN
                    - Từ nguồn ngân sách nhà nước.
                    Trong quá trình thực hiện nếu có vướng mắc, các đơn vị báo cáo UBND tỉnh xem xét, quyết định./.
                    """))
        #expect(document.assignments.isEmpty)
        #expect(document.reporting.isEmpty)
    }

    @Test func referencesToTheAnnexAndGeneralAppealsAssignNothing() throws {
        let document = try read(
            plan(
                body: """
                    II. NHIỆM VỤ
                    1. Các nhiệm vụ cụ thể được nêu tại Phụ lục kèm theo Kế hoạch này.
                    2. Đề nghị các cơ quan, đơn vị, địa phương quan tâm, phối hợp thực hiện.
                    3. Giao Sở Nội vụ chủ trì thực hiện các nhiệm vụ nêu tại Phụ lục II.
                    """))
        #expect(document.assignments.map(\.lead) == [["Sở Nội vụ"]])
    }

    @Test func reportingDutiesNameWhoToWhomAndWhen() throws {
        let document = try read(
            plan(
                body: """
                    III. TỔ CHỨC THỰC HIỆN
                    1. Các sở, ban, ngành tỉnh
                    - Định kỳ hằng năm báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh (qua Sở Ngoại vụ) trước ngày 10/12 để tổng hợp.
                    2. Sở Ngoại vụ
                    - Tổng hợp, báo cáo Ủy ban nhân dân tỉnh tình hình thực hiện định kỳ hằng quý.
                    """))
        #expect(document.reporting.map(\.to) == ["Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"])
        #expect(document.reporting.map(\.via) == ["Sở Ngoại vụ", nil])
        #expect(document.reporting.map(\.who) == [["Các sở, ban, ngành tỉnh"], ["Sở Ngoại vụ"]])
        #expect(document.reporting.map(\.deadline.kind) == [.yearly, .quarterly])
    }

    @Test func aDelegationTableIsNoTaskTable() throws {
        let document = try read(
            plan(
                annex: """
                    TT\tTên đoàn\tNước đi\tNội dung hoạt động\tSố người\tThời gian thực hiện\tKinh phí\tGhi chú
                    1\tĐoàn lãnh đạo tỉnh\tNhật Bản\tXúc tiến đầu tư\t6\tQuý II/2031\tNgân sách\t
                    """))
        #expect(document.assignments.isEmpty)
        #expect(document.tables.first?.header.first == "TT")
        #expect(document.tables.first?.rows.count == 1)
    }

    private func plan(body: String = "I. NHIỆM VỤ", annex: String? = nil) -> String {
        """
        ỦY BAN NHÂN DÂN
        TỈNH MINH HẢI
        Số: 45/KH-UBND
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Minh Hải, ngày 15 tháng 01 năm 2031

        KẾ HOẠCH
        Công tác đối ngoại năm 2031

        Căn cứ Chương trình công tác năm 2031, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

        \(body)

        Nơi nhận:
        - Như trên;
        - Lưu: VT, TH.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Trần Văn Mẫu
        \(annex.map { "\nPhụ lục\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 15/01/2031)\n\n" + $0 } ?? "")
        """
    }

    private func read(_ text: String) throws -> OfficialDocument {
        try DocumentReader.read(TextReader.read(text), today: #require(Day(year: 2031, month: 2, day: 1)))
    }
}

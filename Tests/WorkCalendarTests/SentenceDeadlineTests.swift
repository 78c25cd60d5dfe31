import Testing
import Vietnamese

@testable import WorkCalendar

/// Deadlines in duties of an invented plan of 02/7/2026 for the years 2026 to 2030.
struct SentenceDeadlineTests {
    static let context = DeadlineTableTests.context

    func read(_ text: String, reporting: Bool = false) -> Deadline {
        DeadlineReader.strongest(in: Tokens(text), context: Self.context, reporting: reporting)?.deadline ?? .none
    }

    @Test(
        arguments: [
            (
                "Xây dựng kế hoạch, gửi Sở Nội vụ trước ngày 25/7/2026 để tổng hợp.", "trước ngày 25/7/2026",
                "2026-07-25"
            ),
            (
                "Hoàn thành rà soát trong quý III/2026; trình ban hành trong tháng 10/2026.", "trong quý III/2026",
                "2026-09-30"
            ),
            ("Truoc ngay 30/11 hang nam, bao cao Uy ban nhan dan tinh.", "Truoc ngay 30/11 hang nam", "2026-11-30"),
            (
                "Định kỳ hằng năm tổng hợp, gửi báo cáo trước ngày 05/12 hằng năm.", "trước ngày 05/12 hằng năm",
                "2026-12-05"
            ),
            ("Hằng năm rà soát danh mục. Tổng kết vào năm 2030 (trước ngày 15/10).", "Hằng năm", "2026-12-31"),
            (
                "Tổ chức sơ kết vào năm 2028 và tổng kết vào năm 2030.", "vào năm 2028 và tổng kết vào năm 2030",
                "2028-12-31"
            ),
            ("Tổ chức gặp mặt kiều bào tiêu biểu, hội thảo… hằng năm.", "hằng năm", "2026-12-31"),
            (
                "Hằng năm, báo cáo kết quả về Sở Ngoại vụ trước ngày 15 tháng 11.", "trước ngày 15 tháng 11",
                "2026-11-15"
            ),
            ("Báo cáo hằng tháng, gửi về Văn phòng trước ngày 20.", nil, nil),
            ("Hằng tháng tổng hợp, gửi về Văn phòng trước ngày 20.", "trước ngày 20", "2026-07-20"),
            (
                "Gửi báo cáo trước ngày 14/6 (6 tháng) và trước ngày 14/12 (năm).",
                "trước ngày 14/6 (6 tháng) và trước ngày 14/12", "2026-12-14"
            ),
            ("Trả lời trong 05 ngày làm việc. Hoàn thành trước ngày 30/9/2026.", "trước ngày 30/9/2026", "2026-09-30"),
            ("Thường xuyên kiểm tra; định kỳ hằng quý báo cáo.", "định kỳ hằng quý", "2026-09-30"),
        ] as [(String, String?, String?)])
    func choosesTheOneThatGoverns(_ text: String, _ raw: String?, _ due: String?) {
        #expect(read(text).raw == raw)
        #expect(read(text).due?.description == due)
    }

    @Test(arguments: [
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 11/6/2026 về chương trình giai đoạn 2026 - 2030, định hướng đến năm 2035.",
        "Bố trí kinh phí hằng năm theo quy định.", "Lồng ghép trong dự toán ngân sách hằng năm của đơn vị.",
        "Giữ vững tốc độ tăng kim ngạch hằng năm, mở rộng thị trường.", "Số liệu tính đến ngày 30/9/2026.",
        "Quán triệt Luật có hiệu lực từ ngày 01/01/2027.", "Rà soát các đơn vị thành lập trước ngày 01/7/2025.",
        "Kịp thời tháo gỡ khó khăn, thường xuyên đối thoại với doanh nghiệp.", "Triển khai nhiệm vụ công tác năm 2026.",
        "Phối hợp với các đơn vị liên quan định kỳ tổng hợp, báo cáo.",
        "Tổ chức hội chợ trong 05 ngày tại trung tâm triển lãm.",
        "Đổi mới nội dung. Thường xuyên trao đổi với các địa phương kết nghĩa.",
    ]) func leavesWhatIsNoDeadline(_ text: String) {
        #expect(read(text) == .none)
    }

    @Test func countsThuongXuyenAtTheHeadOfADuty() {
        #expect(read("- Thường xuyên cập nhật thông tin.") == Deadline(raw: "Thường xuyên", kind: .ongoing))
    }

    @Test func timesADutyToReportByDinhKy() {
        #expect(read("định kỳ báo cáo Sở Ngoại vụ", reporting: true) == Deadline(raw: "định kỳ", kind: .ongoing))
    }

    @Test func givesEachDeadlineWithItsPlaceInTheText() {
        let text = "Sơ kết vào năm 2028 và tổng kết vào năm 2030 (trước ngày 15/10)."
        let found = DeadlineReader.sentence(Tokens(text), context: Self.context)
        #expect(found.map(\.deadline.due?.description) == ["2028-12-31", "2030-10-15"])
        #expect(found.map { String(text[utf8: $0.range]) } == ["vào năm 2028", "vào năm 2030 (trước ngày 15/10)"])
    }

    @Test func repeatsAsLongAsTheDocumentTells() {
        let letter = DeadlineReader.cell("trước ngày 30/11 hằng năm", context: DeadlineContext(documentYear: 2021))
        #expect(
            letter == Deadline(raw: "trước ngày 30/11 hằng năm", kind: .yearly, due: Day(iso: "2021-11-30"), from: 2021)
        )
        let unknown = DeadlineReader.cell("Hằng quý")
        #expect(unknown == Deadline(raw: "Hằng quý", kind: .quarterly))
    }

    @Test(arguments: [
        ("Quý II (tháng 4, 5, 6)/2027", Deadline.Kind.quarter), ("Thường xuyên; báo cáo trước 15/12/2026", .date),
        ("Theo tiến độ của Bộ", .none), ("Tháng 12/2026 (gồm cả báo cáo năm)", .month), ("31/6/2026", .none),
    ]) func readsCellsThatSayMore(_ text: String, _ kind: Deadline.Kind) {
        let read = DeadlineReader.cell(text, context: Self.context)
        #expect(read.kind == kind)
        #expect(read.raw == text)
    }

    @Test(arguments: ["", " - ", "…", "./."]) func readsAnEmptyCellAsNothing(_ text: String) {
        #expect(DeadlineReader.cell(text) == .none)
    }
}

struct DocumentPeriodTests {
    @Test(
        arguments: [
            ("Triển khai Đề án du lịch xanh giai đoạn 2026 - 2030", 2026...2030),
            ("Công tác dân vận giai đoạn từ năm 2026 đến năm 2030", 2026...2030),
            ("Kế hoạch cải cách 2022-2026", 2022...2026),
            ("Hoạt động đối ngoại năm 2026", 2026...2026),
            ("Cải cách hành chính năm 2026, định hướng đến năm 2030", 2026...2026),
            ("Thực hiện Chỉ thị số 09/CT-TTg ngày 03/4/2026", nil),
            ("Chuyển đổi số đến năm 2030, tầm nhìn đến năm 2045", nil),
            ("Thực hiện Nghị quyết ngày 03 tháng 4 năm 2025", nil),
        ] as [(String, ClosedRange<Int>?)])
    func readsTheYearsOfATitle(_ title: String, _ years: ClosedRange<Int>?) {
        #expect(DeadlineReader.period(of: title) == years)
    }

    @Test func readsTheYearFromWhichALetterWorks() {
        #expect(DeadlineReader.openPeriod(of: Tokens("thực hiện trong năm 2021 và những năm tiếp theo")) == 2021)
        #expect(DeadlineReader.openPeriod(of: Tokens("nhiệm vụ năm 2021 và nhiệm vụ năm 2022")) == nil)
    }
}

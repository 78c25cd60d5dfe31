import Paper
import WorkCalendar

@testable import Documents

/// An invented plan without a fault, with what is read of it, to be spoilt one place at a time.
struct SamplePlan {
    var text = """
        ỦY BAN NHÂN DÂN
        TỈNH AN HÒA

        Số: 05/KH-UBND

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        An Hòa, ngày 06 tháng 3 năm 2026

        KẾ HOẠCH
        Phát triển chợ nông sản giai đoạn 2026 - 2028

        Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05/6/2024 của Chính phủ về phát triển và quản lý chợ;

        Căn cứ Quyết định số 1163/QĐ-TTg ngày 13/7/2021 của Thủ tướng Chính phủ về thương mại trong nước;

        Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển chợ nông sản với các nội dung sau:

        I. MỤC TIÊU

        1. Nâng cấp các chợ đầu mối đã có trên địa bàn tỉnh.

        2. Mở thêm chợ phiên nông sản ở các xã vùng cao.

        II. NHIỆM VỤ

        Nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này. Quyết định số 1163/QĐ-TTg ngày 13/7/2021 là cơ sở để thực hiện.

        III. TỔ CHỨC THỰC HIỆN

        1. Sở Công Thương

        a) Hướng dẫn các xã lập phương án sắp xếp điểm bán hàng trong chợ.

        b) Theo dõi giá nông sản tại các chợ đầu mối và thông báo cho người dân.

        c) Tổng hợp kết quả thực hiện Kế hoạch.

        d) Kiểm tra việc niêm yết giá.

        đ) Đề xuất khen thưởng.

        2. Sở Nông nghiệp và Môi trường

        Chủ trì hướng dẫn hộ trồng rau ghi nhật ký sản xuất và truy xuất nguồn gốc.

        Trong quá trình thực hiện, có vướng mắc thì báo cáo về Sở Công Thương để tổng hợp./.

        Nơi nhận:
        - Bộ Công Thương;
        - Các sở, ban, ngành;
        - Lưu: VT, KT.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Lê Thị Mơ

        Phụ lục
        DANH MỤC NHIỆM VỤ
        (Kèm theo Kế hoạch số 05/KH-UBND ngày 06/3/2026 của Ủy ban nhân dân tỉnh)

        TT\tNhiệm vụ\tChủ trì\tPhối hợp\tSản phẩm\tThời hạn
        1\tChợ đầu mối\t\t\t\t
        \tLắp cân đối chứng tại các chợ đầu mối để người mua tự kiểm tra\tSở Công Thương\tUBND các xã\tCân đối chứng\tQuý IV/2026
        \tCấp mã truy xuất cho các quầy rau quả\tSở Nông nghiệp và Môi trường\tSở Công Thương\tMã truy xuất\tHằng năm
        2\tChợ phiên\t\t\t\t
        \tMở chợ phiên cuối tuần ở các xã vùng cao\tSở Công Thương\tUBND các xã\tChợ phiên\tNăm 2027
        """
    var header: DocumentHeader = {
        var header = DocumentHeader()
        header.type = .plan
        header.issuer = "Ủy ban nhân dân tỉnh An Hòa"
        header.number = "05/KH-UBND"
        header.symbol = "KH-UBND"
        header.place = "An Hòa"
        header.date = Day(year: 2026, month: 3, day: 6)
        header.year = 2026
        header.signer = Signer(
            capacity: "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", position: "PHÓ CHỦ TỊCH", name: "Lê Thị Mơ")
        return header
    }()
    var citations = [
        cited("60/2024/NĐ-CP", .other, 2024, 6, 5, "Chính phủ", line: 14),
        cited("1163/QĐ-TTg", .decision, 2021, 7, 13, "Thủ tướng Chính phủ", line: 16),
    ]
    var assignments = [
        body("1. Sở Công Thương", "Hướng dẫn các xã lập phương án sắp xếp điểm bán hàng trong chợ.", line: 34),
        body("1. Sở Công Thương", "Theo dõi giá nông sản tại các chợ đầu mối và thông báo cho người dân.", line: 36),
        body(
            "2. Sở Nông nghiệp và Môi trường",
            "Chủ trì hướng dẫn hộ trồng rau ghi nhật ký sản xuất và truy xuất nguồn gốc.", line: 46),
        row(
            "1 Chợ đầu mối", "Lắp cân đối chứng tại các chợ đầu mối để người mua tự kiểm tra", "Sở Công Thương",
            "Cân đối chứng", .init(raw: "Quý IV/2026", kind: .quarter, due: Day(year: 2026, month: 12, day: 31)),
            line: 67),
        row(
            "1 Chợ đầu mối", "Cấp mã truy xuất cho các quầy rau quả", "Sở Nông nghiệp và Môi trường", "Mã truy xuất",
            .init(raw: "Hằng năm", kind: .yearly, due: Day(year: 2026, month: 12, day: 31), from: 2026, to: 2028),
            line: 68),
        row(
            "2 Chợ phiên", "Mở chợ phiên cuối tuần ở các xã vùng cao", "Sở Công Thương", "Chợ phiên",
            .init(raw: "Năm 2027", kind: .year, due: Day(year: 2027, month: 12, day: 31)), line: 70),
    ]
    var repairs: [Repair] = []
    var today = Day(year: 2026, month: 3, day: 20)

    /// What the rules say of it.
    var findings: [Finding] {
        var document = OfficialDocument(header: header)
        document.citations = citations
        document.assignments = assignments
        var transcript = TextReader.read(text)
        transcript.repairs = repairs
        guard let today else { return [] }
        return FindingRules.findings(in: document, transcript, today: today)
    }

    /// Writes `new` where `old` stands.
    mutating func replace(_ old: String, _ new: String) {
        let changed = text.replacing(old, with: new)
        precondition(changed != text, "the sample does not say \(old)")
        text = changed
    }

    static func cited(
        _ number: String, _ type: DocumentType, _ year: Int, _ month: Int, _ day: Int, _ issuer: String, line: Int
    ) -> Citation {
        let date = Day(year: year, month: month, day: day)
        let mention = Citation.Mention(date: date, issuer: issuer, place: Place(line: line))
        return Citation(
            number: number, type: type, date: date, issuer: issuer, place: mention.place, mentions: [mention])
    }

    static func body(_ group: String, _ text: String, line: Int) -> Assignment {
        var assignment = Assignment(part: .body, group: group, text: text, place: Place(line: line))
        assignment.lead = [String(group.dropFirst(3))]
        return assignment
    }

    static func row(
        _ group: String, _ text: String, _ lead: String, _ deliverable: String, _ deadline: Deadline, line: Int
    ) -> Assignment {
        var assignment = Assignment(part: .annex, group: group, text: text, place: Place(line: line))
        assignment.lead = [lead]
        assignment.deliverable = deliverable
        assignment.deadline = deadline
        return assignment
    }
}

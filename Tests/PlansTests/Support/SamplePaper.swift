import Documents
import Office
import Paper
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

/// An invented plan of Hải Phòng, whose units are real and whose duties are not.
enum SamplePaper {
    static let text = """
        ỦY BAN NHÂN DÂN
        THÀNH PHỐ HẢI PHÒNG

        Số: 905/KH-UBND

        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        Hải Phòng, ngày 05 tháng 8 năm 2026

        KẾ HOẠCH
        Gìn giữ nghề làm diều và kết nối người chơi diều ở nước ngoài giai đoạn 2026 - 2028

        Căn cứ Nghị quyết số 36-NQ/TW ngày 26/3/2004 của Bộ Chính trị;

        I. TỔ CHỨC THỰC HIỆN

        1. Sở Ngoại vụ

        a) Chủ trì, phối hợp với Sở Công Thương và các đơn vị liên quan mời nghệ nhân làm diều ở nước ngoài về thăm quê hương.

        b) Tổ chức sơ kết vào năm 2027 và tổng kết vào năm 2028.

        2. Sở Kế hoạch và Đầu tư

        a) Hướng dẫn các câu lạc bộ mua khung tre trong Quý IV/2026.

        3. Ủy ban nhân dân các xã, phường, đặc khu

        a) Lập danh sách gia đình có nghề làm diều trước ngày 30/11 hằng năm.

        b) Giữ bãi thả diều sạch sẽ, thông thoáng cho người dân.

        4. Liên đoàn Diều Thái Bình Dương

        Hướng dẫn kỹ thuật dán giấy cho các câu lạc bộ.

        Nơi nhận:
        - Các sở, ban, ngành;
        - Lưu: VT, NV.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Lê Thị Mơ

        Phụ lục
        DANH MỤC NHIỆM VỤ
        (Kèm theo Kế hoạch số 905/KH-UBND ngày 05/8/2026 của Ủy ban nhân dân thành phố)

        TT\tNhiệm vụ\tChủ trì\tPhối hợp\tSản phẩm\tThời hạn
        1\tTuyên truyền\t\t\t\t
        \tMời đoàn nghệ nhân diều quốc tế đến biểu diễn tại bãi biển Đồ Sơn\tSở Ngoại vụ\tSở Công Thương; các đơn vị liên quan\tĐoàn nghệ nhân (dự kiến 1-2 đoàn/năm)\tHằng năm
        \tPhát thanh chuyên mục về nghề làm diều trên sóng phát thanh xã\tSở Ngoại vụ\t\tChuyên mục\tQuý IV/2026
        2\tGiao lưu\t\t\t\t
        \tPhát thanh chuyên mục về nghề làm diều trên sóng phát thanh xã\tSở Ngoại vụ\t\tChuyên mục\tQuý IV/2026
        """

    /// What the restrained process would hand over of a text.
    static func handover(_ text: String = text, today: Day = Office31.today) async throws -> Handover {
        let transcript = try await Transcriber.transcribe(Array(text.utf8))
        let read = Handover(try DocumentReader.read(transcript, today: today), transcript)
        return try Handover(json: read.json(try DocumentTexts.catalogue(.vi)))
    }

    /// Imports a text as a file of that name.
    static func imported(
        _ text: String = text, name: String = "ke-hoach.txt", isAccepted: Bool = false, act: Act = Office31.act
    ) async throws -> ImportedDocument {
        let handover = try await handover(text)
        return try await TestStore.current.write { db in
            let keeper = FileKeeper()
            let file = try keeper.receive(.bytes(Array(text.utf8)), name: name, mediaType: "text/plain")
            return try PlanImport.store(
                handover, file: file, name: name, keeper: keeper, isAccepted: isAccepted, by: act, db)
        }
    }
}

/// The office that the tests work in: Hải Phòng, on one day.
enum Office31 {
    static let today = Day(number: 20_778)  // 2026-11-21
    static let act = Act(.system("test"), at: Instant(milliseconds: 1_795_222_800_000), day: today)
    static let migrations =
        Search.migrations + Jobs.migrations + Journal.migrations + KeptFiles.migrations + OrganisationSchema.migrations
        + PeopleSchema.migrations + NoticeSchema.migrations
        + DocumentSchema.migrations + PlanSchema.migrations

    static func act(on day: Day) -> Act {
        Act(.system("test"), at: Instant(milliseconds: day.number * 86_400_000), day: day)
    }

    static func found(_ codes: [String] = ["31"]) async throws {
        _ = try await TestStore.current.write { try Organisations.found(provinces: codes, by: act, $0) }
    }

    static func reviewed(_ plan: Int?) async throws -> [ReviewedAssignment] {
        let plan = try #require(plan)
        return try await TestStore.current.read { try ReviewedAssignment.all(of: plan, $0) }
    }

    static func occurrences(of assignment: Int) async throws -> [Occurrence] {
        try await TestStore.current.read { db in
            try db.all(
                "SELECT \(Occurrence.columns) FROM occurrences WHERE assignment = \(assignment) ORDER BY id"
            ) { try Occurrence(&$0) }
        }
    }
}

extension [ReviewedAssignment] {
    /// The first whose text begins so.
    func beginning(_ text: String) throws -> ReviewedAssignment {
        try #require(first { $0.assignment.text.hasPrefix(text) }, "no assignment begins with \(text)")
    }
}

import Documents
import Office
import Paper
import Plans
import Storage
import WorkCalendar

/// One more plan among all the others: registering, drafting and accepting it, with its journal.
enum ImportedPlans {
    /// - Returns: Seconds that each import took, from the reading to the acknowledged write.
    static func times(_ count: Int, into store: Store) async throws -> [Double] {
        var times: [Double] = []
        for number in 1...count {
            let text = text(number: number)
            let transcript = TextReader.read(text)
            let handover = Handover(
                try DocumentReader.read(transcript, today: SizeMaterial.today), transcript)
            let keeper = FileKeeper()
            let file = try keeper.receive(.bytes(Array(text.utf8)), name: "ke-hoach.txt", mediaType: "text/plain")
            let start = ContinuousClock.now
            try await store.write { db in
                let act = Act(.system("benchmark"), at: .now, day: SizeMaterial.today)
                _ = try PlanImport.store(
                    handover, file: file, name: "ke-hoach.txt", keeper: keeper, isAccepted: true, by: act, db)
            }
            times.append((ContinuousClock.now - start) / .seconds(1))
        }
        return times
    }

    /// A plan of 14 rows, of which one is for every commune.
    private static func text(number: Int) -> String {
        var sentences = Sentences(seed: UInt64(number))
        let rows = (1...14).map { row in
            let lead =
                row == 14 ? "Ủy ban nhân dân các xã, phường, đặc khu" : ["Sở Ngoại vụ", "Sở Công Thương"][row % 2]
            return "\(row)\t\(sentences.duty())\t\(lead)\tSở Tài chính\t\(sentences.product())\tHằng năm"
        }
        return """
            ỦY BAN NHÂN DÂN
            THÀNH PHỐ HẢI PHÒNG

            Số: \(9_000 + number)/KH-UBND

            Hải Phòng, ngày 02 tháng 11 năm 2026

            KẾ HOẠCH

            Công tác đối ngoại giai đoạn 2026 - 2030

            I. NHIỆM VỤ

            (Chi tiết tại Phụ lục kèm theo)

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            Nguyễn Văn Minh Họa

            PHỤ LỤC DANH MỤC NHIỆM VỤ

            STT\tTên nhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\tThời gian hoàn thành
            \(rows.joined(separator: "\n"))
            """
    }
}

@testable import Documents

extension Fault {
    /// Faults of form, by Nghị định 30/2020/NĐ-CP.
    static let form = [
        Fault("national-title", .error, "CHỦ NGHĨA VIỆT NAM", "CHỦ NGHIÃ VIỆT NAM"),
        Fault("national-title.cut", .error, "CHỦ NGHĨA VIỆT NAM", "CHỦ NGHĨA VIỆT"),
        Fault("motto", .warning, "Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc"),
        Fault("motto.dash", .note, "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc"),
        Fault("motto.words", .error, "Độc lập - Tự do - Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc"),
        Fault("motto.words", .error, "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phút"),
        Fault("number-shape.space", .warning, "Số: 05/KH-UBND", "Số: 05 /KH-UBND"),
        Fault("number-shape.space", .warning, "Số: 05/KH-UBND", "Số: 05/KH - UBND"),
        Fault("number-shape.zero", .warning, "Số: 05/KH-UBND", "Số: 5/KH-UBND"),
        Fault("symbol-shape", .warning) { $0.header.symbol = "QĐ-UBND" },
        Fault("symbol-shape.letter", .warning) { $0.header.symbol = "CV-UBND" },
        Fault("date-form.day", .warning, "ngày 06 tháng 3 năm", "ngày 6 tháng 3 năm"),
        Fault("date-form.month", .warning, "ngày 06 tháng 3 năm", "ngày 06 tháng 2 năm"),
        Fault("date-form.month-zero", .note, "ngày 06 tháng 3 năm", "ngày 06 tháng 03 năm"),
        Fault("date-form.comma", .warning, "An Hòa, ngày", "An Hòa ngày"),
        Fault("place-name", .note, "An Hòa, ngày", "TP. An Hòa, ngày"),
        Fault("legal-basis-ending", .warning, "quản lý chợ;", "quản lý chợ."),
        Fault("addressees-form.type", .note, "I. MỤC TIÊU", "Kính gửi: Bộ Công Thương.\n\nI. MỤC TIÊU"),
        Fault("addressees-form.colon", .note) {
            $0.header.type = .officialLetter
            $0.replace("Căn cứ Nghị định", "Kính gửi Bộ Công Thương.\n\nCăn cứ Nghị định")
        },
        Fault("addressees-form.semicolon", .note) {
            $0.header.type = .officialLetter
            $0.replace("I. MỤC TIÊU", "Kính gửi:\n- Bộ Công Thương.\n- Bộ Tài chính.\n\nI. MỤC TIÊU")
        },
        Fault("addressees-form.last", .note) {
            $0.header.type = .officialLetter
            $0.replace("I. MỤC TIÊU", "Kính gửi:\n- Bộ Công Thương;\n- Bộ Tài chính;\n\nI. MỤC TIÊU")
        },
        Fault("section-heading.capitals", .note, "II. NHIỆM VỤ", "II. Nhiệm vụ"),
        Fault("letter-not-vietnamese", .warning, "đ) Đề xuất", "f) Đề xuất"),
        Fault("end-mark", .note, "./.", "."),
        Fault("recipients-ending", .note, "ngành;", "ngành"),
        Fault("recipients-ending.last", .note, "VT, KT.", "VT, KT;"),
        Fault("file-copy.person", .warning, "VT, KT.", "VT, N.T.Hoa."),
        Fault("file-copy.missing", .note, "- Lưu: VT, KT.", "- Văn phòng tỉnh."),
        Fault("signing-authority.collective", .warning) { $0.header.signer?.capacity = "TM. CHỦ TỊCH" },
        Fault("signing-authority.collective", .warning) { $0.header.signer?.capacity = "TM. SỞ CÔNG THƯƠNG" },
        Fault("signing-authority.position", .warning) { $0.header.signer?.capacity = "KT. ỦY BAN NHÂN DÂN" },
        Fault("signing-authority.stop", .note) {
            $0.header.signer?.capacity = "TM ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"
        },
        Fault("signing-authority.order", .warning) {
            $0.header.signer?.capacity = "KT. CHỦ TỊCH; TM. ỦY BAN NHÂN DÂN"
        },
        Fault("signing-authority.deputy", .warning) { $0.header.signer?.position = "CHỦ TỊCH" },
        Fault("signer-name", .warning) { $0.header.signer?.name = "TS. Lê Thị Mơ" },
        Fault("annex-heading.capitals", .warning, "Phụ lục\nDANH MỤC", "PHỤ LỤC DANH MỤC"),
        Fault("annex-not-referred.only", .warning, "tại Phụ lục kèm theo Kế hoạch này", "do các sở thực hiện"),
    ]
}

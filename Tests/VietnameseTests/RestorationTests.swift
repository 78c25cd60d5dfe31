import Testing

@testable import Vietnamese

struct RestorationTests {
    @Test(arguments: [
        ("SO NGOAI VU", "SỞ NGOẠI VỤ"),
        ("Hai Phong", "Hải Phòng"),
        ("UBND THANH PHO HAI PHONG", "UBND THÀNH PHỐ HẢI PHÒNG"),
        ("Cong van", "Công văn"),
        ("ngdy 02 thang 12 nam 2025", "ngày 02 tháng 12 năm 2025"),
        ("CQNG HOA XA HQI CHU NGHIA VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Déc 1ap - Tw do - Hanh phuc", "Độc lập - Tự do - Hạnh phúc"),
        ("hoi nhép qudc té", "hội nhập quốc tế"),
        ("hoat dong dbi ngoai", "hoạt động đối ngoại"),
        ("Uy ban nhan dén tinh Quang Ninh", "Ủy ban nhân dân tỉnh Quảng Ninh"),
        ("SO TAI CHINH", "SỞ TÀI CHÍNH"),
        ("Thi twéng Chinh phu", "Thủ tướng Chính phủ"),
        ("KE HOACH", "KẾ HOẠCH"),
        ("Nghi quyét s6 12", "Nghị quyết số 12"),
        ("thu tuc hanh chinh", "thủ tục hành chính"),
        ("Poan vao", "Đoàn vào"),
        ("nguoi Viét Nam & nuéc ngoai", "người Việt Nam & nước ngoài"),
        ("Kinh gui:", "Kính gửi:"),
        ("HDND va UBND tinh Ca Mau", "HĐND và UBND tỉnh Cà Mau"),
        ("UBND XA HA BAC", "UBND XÃ HÀ BẮC"),
        ("Uy ban nhan dan xa Muong Khuong", "Ủy ban nhân dân xã Mường Khương"),
        ("Sé Néng nghiép va Moi trudng", "Sở Nông nghiệp và Môi trường"),
    ])
    func `a phrase gets its accents back`(read: String, expected: String) throws {
        let restored = try #require(Restoration.restore(read))
        #expect(restored.text == expected)
        #expect(restored.confidence > 0.6)
    }

    @Test(arguments: [
        "Ủy ban nhân dân tỉnh Sơn La", "ngày 02 tháng 7 năm 2026", "SỞ XÂY DỰNG", "Kết quả thực hiện", "Sở Nội vụ",
    ])
    func `what has its accents is not changed`(text: String) throws {
        let restored = try #require(Restoration.restore(text))
        #expect(restored.text == text)
        #expect(restored.confidence > 0.95)
    }

    @Test(arguments: ["", "12/2025", "zzz kkk www", "The quick brown fox", "--- *** ---", "UBND"])
    func `what the lexicon does not explain is not restored`(text: String) {
        #expect(Restoration.restore(text) == nil)
    }

    @Test func `a clean reading is more certain than a garbled one, and a known one than a partly unknown`() throws {
        let clean = try #require(Restoration.restore("Uy ban nhan dan"))
        let garbled = try #require(Restoration.restore("Gy ban nhén dén"))
        let partly = try #require(Restoration.restore("Uy ban nhan dan xa Qwerk"))
        #expect(clean.confidence > garbled.confidence)
        #expect(clean.confidence > partly.confidence)
    }

    @Test func `a name that two communes could have is less certain than one of its own`() throws {
        let shared = try #require(Restoration.restore("xa Van Phu"))
        let own = try #require(Restoration.restore("xa Muong Khuong"))
        #expect(["xã Văn Phú", "xã Vân Phú"].contains(shared.text))
        #expect(shared.confidence < own.confidence)
    }

    @Test func `any text can be asked`() {
        for text in RandomTexts.all { #expect((Restoration.restore(text)?.confidence ?? 1) <= 1) }
    }
}

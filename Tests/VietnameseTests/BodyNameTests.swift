import Testing

@testable import Vietnamese

struct BodyNameTests {
    @Test(arguments: [
        ("SỞ NGOẠI VỤ", "Sở Ngoại vụ"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("UỶ BAN NHÂN DÂN XÃ HÀ BẮC", "Ủy ban nhân dân xã Hà Bắc"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI", "Hội đồng nhân dân tỉnh Lào Cai"),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ LƯƠNG MINH",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Lương Minh"
        ),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("THỦ ĐÔ HÀ NỘI", "Thủ đô Hà Nội"),
        ("QUẬN 1", "Quận 1"),
        ("ỦY BAN NHÂN DÂN QUẬN 1", "Ủy ban nhân dân Quận 1"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG ĐIỆN BIÊN PHỦ", "Ủy ban nhân dân Phường Điện Biên Phủ"),
        ("CÔNG AN TỈNH NGHỆ AN", "Công an tỉnh Nghệ An"),
        ("BAN QUẢN LÝ KHU KINH TẾ HẢI PHÒNG", "Ban Quản lý Khu kinh tế Hải Phòng"),
        ("TỈNH ỦY LÀO CAI", "Tỉnh ủy Lào Cai"),
        ("ĐẢNG ỦY XÃ MƯỜNG BO", "Đảng ủy xã Mường Bo"),
        ("UBND TỈNH THANH HOÁ", "UBND tỉnh Thanh Hóa"),
        ("ỦY BAN MTTQ VIỆT NAM XÃ YÊN THÀNH BAN THƯỜNG TRỰC", "Ủy ban MTTQ Việt Nam xã Yên Thành Ban Thường trực"),
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ VĂN PHÒNG", "Ủy ban nhân dân tỉnh Quảng Trị Văn phòng"),
        ("PHÒNG VĂN HÓA - XÃ HỘI PHƯỜNG TRUNG TÂM", "Phòng Văn hóa - Xã hội phường Trung Tâm"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG HÀ GIANG 2", "Ủy ban nhân dân phường Hà Giang 2"),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam"),
        ("THUẾ TỈNH CÀ MAU", "Thuế tỉnh Cà Mau"),
        ("TRUNG TÂM Y TẾ HUYỆN MƯỜNG CHÀ TỈNH ĐIỆN BIÊN", "Trung tâm Y tế huyện Mường Chà tỉnh Điện Biên"),
        ("sở tài chính tỉnh sơn la", "Sở Tài chính tỉnh Sơn La"),
        ("CỤC ĐĂNG KIỂM", "Cục Đăng kiểm"),
        ("ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN", "Đoàn đại biểu Quốc hội và Hội đồng nhân dân"),
        ("ỦY BAN NHÂN DÂN  CÁC XÃ, PHƯỜNG", "Ủy ban nhân dân các xã, phường"),
        ("", ""),
    ])
    func `a name in capitals is written as in a sentence`(name: String, expected: String) {
        #expect(BodyName.capitalised(name) == expected)
    }

    @Test(arguments: ["Sở Ngoại vụ", "Chi cục Kiểm lâm vùng II", "Thành phố Hồ Chí Minh", "Công ty Cổ phần Sông Lam"])
    func `a name with capitals of its author's stays`(name: String) {
        #expect(BodyName.capitalised(name) == name)
    }

    @Test func `capitalising is done once`() {
        for province in Province.all {
            let name = BodyName.capitalised("ỦY BAN NHÂN DÂN \(province.kind) \(province.name)".uppercased())
            #expect(name.hasSuffix(province.name))
            #expect(BodyName.capitalised(name) == name)
        }
    }
}

struct ProvinceTests {
    @Test func `there are 34 units, and 63 names with the former ones`() {
        #expect(Province.all.filter { $0.mergedInto == nil }.count == 34)
        #expect(Province.all.count == 63)
        let current = Set(Province.all.filter { $0.mergedInto == nil }.map(\.name))
        #expect(Province.all.compactMap(\.mergedInto).allSatisfy(current.contains))
    }

    @Test(arguments: [("TỈNH THANH HOÁ", "Thanh Hóa"), ("hai phong", "Hải Phòng"), ("TP. Huế", "Huế")])
    func `a province is found by its name`(text: String, name: String) {
        #expect(Province.named(text)?.name == name)
    }

    @Test func `a former province tells what it became`() {
        #expect(Province.named("tỉnh Yên Bái")?.mergedInto == "Lào Cai")
        #expect(Province.named("Hà Bắc") == nil)
    }
}

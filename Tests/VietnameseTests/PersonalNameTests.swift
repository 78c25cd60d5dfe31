import Testing

@testable import Vietnamese

struct PersonalNameTests {
    @Test(arguments: [
        ("Nguyễn Thị Minh Khai", "Nguyễn", ["Thị", "Minh"], "Khai"),
        ("Lò Văn Páo", "Lò", ["Văn"], "Páo"),
        ("TRẦN QUỐC TOẢN", "TRẦN", ["QUỐC"], "TOẢN"),
        ("Hoàng Oanh", "Hoàng", [], "Oanh"),
        ("TS. Tôn Nữ Quỳnh Mai", "Tôn Nữ", ["Quỳnh"], "Mai"),
        ("Ông Vũ Đức Đam", "Vũ", ["Đức"], "Đam"),
        ("Nguyen Van An", "Nguyen", ["Van"], "An"),
        ("Y Thanh Hà Niê", "Y", ["Thanh", "Hà"], "Niê"),
    ])
    func `a line with a name is taken apart`(line: String, family: String, middle: [String], given: String) throws {
        let name = try #require(PersonalName(line))
        #expect(name.family == family)
        #expect(name.middle == middle)
        #expect(name.given == given)
    }

    @Test(arguments: [
        "PHÓ CHỦ TỊCH", "KT. GIÁM ĐỐC", "Hà Nội", "CAO BẰNG", "Lâm Đồng", "Nguyễn", "Nguyễn văn a", "Văn phòng",
        "CÔNG AN", "Công An Nhân Dân", "Nơi nhận:", "Lê Lợi, Quận 1", "Trần", "Sở Ngoại vụ", "VĂN PHÒNG", "",
        "Nguyễn Văn Một Hai Ba Bốn", "THÁI NGUYÊN", "Nguyễn Văn A 12",
    ])
    func `other lines are not names`(line: String) {
        #expect(PersonalName(line) == nil)
    }

    @Test func `one person written differently`() throws {
        let name = try #require(PersonalName("Nguyễn Thị Thuý Hoà"))
        #expect(name.isSame(as: try #require(PersonalName("NGUYỄN THỊ  THÚY HÒA"))))
        #expect(!name.isSame(as: try #require(PersonalName("Nguyễn Thị Thùy Hòa"))))
        #expect(name.isSameWithoutAccents(as: try #require(PersonalName("Nguyen Thi Thuy Hoa"))))
    }

    @Test func `lists go by the given name`() {
        let names = ["Trần Văn Bình", "Nguyễn Thị Ánh", "Lê Văn An", "Đỗ Văn Bình"].compactMap(PersonalName.init)
        #expect(
            names.sorted(by: PersonalName.precedes).map(\.full) == [
                "Lê Văn An", "Nguyễn Thị Ánh", "Đỗ Văn Bình", "Trần Văn Bình",
            ])
    }

    @Test func `a family name is known with its accents or with none`() {
        #expect(PersonalName.isFamily("NGUYỄN"))
        #expect(PersonalName.isFamily("nguyen"))
        #expect(!PersonalName.isFamily("Nguyên"))
        #expect(!PersonalName.isFamily("Tanaka"))
    }
}

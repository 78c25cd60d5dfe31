/// Names and how often they are borne, in hundredths of a percent of a sample.
///
/// Source: the sample DKL01 of 207,000 people, published at hoten.org ("100 họ phổ biến ở tỉnh Đắk Lắk", "100 tên nam …",
/// "100 tên nữ …"); middle names after the description of the sample SG01 there, and older usage for older people.
enum NameTables {
    static let families = Weighted(
        """
        Nguyễn 2964 Trần 1014 Lê 837 Phạm 593 Hoàng 406 Phan 318 Bùi 268 Võ 257 Hồ 217 Vũ 199 Đặng 190 Đỗ 178 Trương 168
        Huỳnh 162 Ngô 158 Đinh 155 Dương 123 Trịnh 101 Nông 98 Mai 98 Hà 97 Đoàn 93 Lương 89 Cao 86 Đào 76 Tạ 55 Lưu 51
        Lý 49 Triệu 49 Phùng 37 Đàm 36 Chu 33 Văn 33 Vi 30 Thái 30 Lâm 29 Vương 27 Tô 26 Hứa 23 Đậu 22 Châu 22 Quách 15
        Lục 15 Ma 14 Lại 14 Tống 13 La 12 Bế 12 Mã 10 Mông 10 Đồng 10 Kiều 10 Thân 9 Tăng 8 Sầm 7 Lò 7 Từ 7 Bạch 7 Lăng 6
        Nghiêm 5 Khuất 4 Doãn 4 Âu 2 Giáp 2 Tôn 2 Ninh 4 Cù 3 Khổng 3 Nhữ 2 Viên 1
        """)
    static let women = Weighted(
        """
        Trang 419 Thảo 352 Linh 302 Anh 246 Phương 220 Hằng 214 Huyền 211 Hà 207 Hiền 203 Hương 172 Ngọc 172 Dung 170
        Nhung 169 Thủy 165 Nhi 162 Duyên 155 Vân 150 Quỳnh 149 Nga 149 Yến 148 Trinh 146 Thương 134 Uyên 134 Hạnh 131
        Ngân 122 Oanh 119 Trâm 116 Ly 116 Mai 115 Phượng 109 Thúy 108 Hoa 102 Vy 102 Hồng 99 Tâm 96 Thu 94 My 94 Giang 93
        Loan 92 Thanh 88 Ánh 84 Vi 84 Lan 84 Quyên 80 Chi 80 Thư 74 Tiên 73 Thùy 69 Huệ 69 Nguyệt 67 Như 67 Nguyên 66
        Tuyết 64 Diễm 62 Liên 60 Hòa 56 Hường 56 Hoài 53 Kiều 51 Lệ 51 Xuân 47 Tuyền 47 Thắm 46 Diệu 40 Dương 39 Sương 38
        An 38 Bình 37 Bích 34 Châu 34 Thi 34 Hậu 33 Mỹ 31 Nhàn 31 Minh 31 Hiếu 31 Trúc 29 Hân 29 Na 29 Đào 28 Hải 27 Ý 27
        Hảo 25 Cúc 25 Trân 24 Thoa 24 Phúc 22 Liễu 20 Thơm 20 Trà 20 Thuận 18 Thơ 18 Phụng 17 Lành 17 Quý 16 Hạ 15 Diệp 15
        Tươi 14 Bảo 12 Mận 10 Nụ 8 Gấm 6 Khuyên 10 Lụa 8 Xoan 6 Chúc 5
        """)
    static let men = Weighted(
        """
        Tuấn 271 Hoàng 246 Huy 223 Anh 205 Hiếu 199 Hùng 198 Nam 198 Sơn 190 Đức 188 Dũng 170 Thành 162 Đạt 156 Cường 156
        Long 155 Trung 155 Hải 142 Vũ 142 Nguyên 140 Thắng 140 Minh 131 Duy 115 Tiến 114 Quang 111 Phúc 105 Trường 102
        Tài 101 Toàn 98 Hưng 92 Phong 91 Tùng 89 Linh 87 Khánh 86 Bảo 86 Quân 83 Dương 79 Nghĩa 78 Lâm 78 Vinh 77 Bình 76
        Mạnh 75 Hà 74 Việt 70 Thịnh 68 Hòa 68 Tâm 66 Hiệp 65 Tân 65 Phú 64 Phương 64 Thiện 62 Thái 62 Nhật 60 Công 59
        Sang 59 Hậu 58 Quý 57 An 57 Phước 56 Quốc 55 Ngọc 54 Nhân 53 Vương 51 Khoa 50 Trí 50 Kiên 49 Lộc 48 Thanh 48
        Thuận 48 Chiến 48 Trọng 45 Giang 41 Tú 41 Tín 38 Phát 37 Đại 37 Thông 37 Đông 35 Phi 34 Chung 33 Lợi 30 Quyền 29
        Luân 27 Khải 25 Hoàn 24 Thiên 24 Danh 24 Thọ 24 Kiệt 24 Lực 23 Khang 23 Quyết 23 Thạch 22 Văn 22 Cảnh 21 Hào 20
        Thảo 20 Định 19 Bắc 10 Đoàn 8 Khôi 8 Tuyên 8 Chính 8 Dần 4 Sửu 3 Mão 2
        """)
    static let middlesOfWomen = Weighted(
        """
        Thị 4500 Ngọc 500 Thanh 350 Thu 350 Hồng 280 Kim 300 Phương 260 Minh 250 Mỹ 200 Bích 180 Thùy 220 Thúy 160 Mai 150
        Hoàng 140 Quỳnh 140 Như 130 Bảo 120 Khánh 110 Xuân 130 Ánh 90 Diệu 80 Lan 90 Tuyết 80 Cẩm 70 Hoài 80 Trúc 60
        """)
    static let middlesOfMen = Weighted(
        """
        Văn 2600 Minh 450 Hữu 420 Đức 480 Quang 420 Hoàng 380 Quốc 380 Anh 320 Thanh 350 Ngọc 350 Xuân 300 Đình 340 Công 240
        Duy 260 Trọng 190 Bá 130 Gia 200 Tuấn 240 Thế 190 Tấn 160 Viết 110 Hồng 120 Đăng 120 Mạnh 130 Nhật 110 Khắc 60
        """)
    static let foreignFamilies = Weighted(
        """
        Schmidt 9 Müller 9 Tanaka 8 Suzuki 8 Yamamoto 6 Smith 9 Johnson 7 Williams 5 Martin 6 Dubois 5 Novák 6 Svoboda 4
        Kowalski 4 Kim 8 Park 6 Chen 7 Wang 6 Lin 5 Ivanov 3 Petrov 2 Andersson 3 Weber 4 Becker 3 Watanabe 4 Brown 5
        """)
    static let foreignGivens = Weighted(
        """
        Helen 6 Kevin 7 Tommy 4 Jenny 7 David 7 Michael 5 Anna 6 Linda 5 Tony 6 Peter 5 Lisa 5 Julie 5 Andrew 4 Vivian 4
        Daniel 4 Christine 4 Thomas 4 Nancy 3 Steven 4 Sophie 3
        """)
    static let countries = Weighted(
        "US 3000 JP 1500 KR 1400 TW 1300 DE 700 FR 600 AU 800 CA 500 CZ 350 PL 200 RU 200 GB 250 LA 150 SG 120 HU 60 NO 40"
    )
    static let dialing: [String: String] = [
        "US": "1", "JP": "81", "KR": "82", "TW": "886", "DE": "49", "FR": "33", "AU": "61", "CA": "1", "CZ": "420",
        "PL": "48", "RU": "7", "GB": "44", "LA": "856", "SG": "65", "HU": "36", "NO": "47",
    ]
    static let servers = Weighted(
        "gmail.com 60 yahoo.com 15 hotmail.com 8 icloud.com 5 outlook.com 4 gmx.de 2 seznam.cz 1")
}

/// Things drawn as often as their weights say.
struct Weighted: Sendable {
    let names: [String]
    private let sums: [Int]

    init(_ table: String) {
        let cells = table.split(whereSeparator: \.isWhitespace)
        var sum = 0
        var sums: [Int] = []
        var names: [String] = []
        for at in stride(from: 0, to: cells.count - 1, by: 2) {
            sum += Int(cells[at + 1]) ?? 0
            names.append(String(cells[at]))
            sums.append(sum)
        }
        self.names = names
        self.sums = sums
    }

    func draw(_ dice: inout Dice) -> String {
        let at = dice.below(sums[sums.count - 1])
        return names[sums.firstIndex { at < $0 } ?? 0]
    }
}

/// The same numbers on every machine for the same seed (SplitMix64).
package struct Dice: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ z >> 31) >> 33) % bound
    }

    /// Whether something that happens in so many of a thousand cases happens.
    package mutating func happens(_ thousandths: Int) -> Bool { below(1000) < thousandths }

    package mutating func one<T>(of things: [T]) -> T { things[below(things.count)] }
}

/// Sentences of the kind that plans are made of, the same on every run, so varied that a phrase of one stands in few others.
struct Sentences {
    private var numbers: Numbers

    init(seed: UInt64) { numbers = Numbers(state: seed) }

    /// What a duty says.
    mutating func duty() -> String {
        "\(pick(Self.verbs)) \(pick(Self.things)) \(pick(Self.aims)) \(pick(Self.places)), \(pick(Self.verbs).lowercased()) \(pick(Self.things)) đợt \(numbers.next(below: 5_000))"
    }

    /// What is asked for.
    mutating func product() -> String { pick(Self.products) }

    /// A number from 0 to below `limit`.
    mutating func number(below limit: Int) -> Int { numbers.next(below: limit) }

    private mutating func pick(_ words: [String]) -> String { words[numbers.next(below: words.count)] }

    private static let verbs = [
        "Tổ chức", "Phối hợp tổ chức", "Xây dựng", "Rà soát", "Cập nhật", "Hướng dẫn", "Tham mưu ban hành",
        "Triển khai",
        "Kiểm tra", "Đôn đốc", "Tổng hợp", "Vận động", "Giới thiệu", "Quảng bá", "Kết nối", "Khảo sát", "Đánh giá",
    ]
    private static let things = [
        "đoàn giao thương", "hội chợ hàng Việt", "chuyên trang đa ngôn ngữ", "bản tin thị trường",
        "danh mục sản phẩm OCOP",
        "cơ sở dữ liệu chuyên gia", "hồ sơ thỏa thuận quốc tế", "chương trình gặp mặt kiều bào",
        "lớp bồi dưỡng ngoại ngữ",
        "hội nghị thông tin đối ngoại", "phóng sự truyền hình", "diễn đàn trí thức trẻ", "tuần lễ văn hóa",
        "quy trình tiếp khách nước ngoài", "kênh phân phối ở nước ngoài", "dự án viện trợ phi chính phủ",
        "mạng lưới hội doanh nhân", "sổ tay lễ tân đối ngoại", "báo cáo tình hình người nước ngoài", "kế hoạch đoàn ra",
    ]
    private static let aims = [
        "phục vụ xuất khẩu nông sản", "nhằm thu hút đầu tư", "phục vụ công tác người Việt Nam ở nước ngoài",
        "để nâng cao năng lực cán bộ cơ sở", "gắn với chuyển đổi số", "theo thỏa thuận hợp tác đã ký",
        "góp phần quảng bá hình ảnh địa phương", "bảo đảm an ninh, trật tự", "theo quy định về bí mật nhà nước",
        "với các địa phương kết nghĩa", "trong khuôn khổ ngoại giao văn hóa", "gắn với phát triển du lịch",
    ]
    private static let places = [
        "tại Nhật Bản", "tại Hàn Quốc", "tại Đài Loan", "tại Cộng hòa Séc", "tại Ba Lan", "tại Đức", "tại Pháp",
        "tại Hoa Kỳ",
        "tại Ô-xtơ-rây-li-a", "tại Lào", "tại Cam-pu-chia", "trên địa bàn", "tại cửa khẩu", "tại khu công nghiệp",
        "tại làng nghề", "tại các trường đại học",
    ]
    private static let products = [
        "Báo cáo", "Kế hoạch", "Danh mục", "Sự kiện", "Chuyên trang", "Bản tin", "Hồ sơ", "Văn bản",
    ]
}

/// Numbers that look random and are the same on every run.
struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        // Knuth's multiplicative step; its high bits are the good ones.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}

import Vietnamese

/// The words around a number that say whether it is a quantity, in one place.
enum FigureContext {
    /// A number right after one of these names or dates something.
    static let names = WordSet(
        "ngày tháng năm quý thứ số điều khoản điểm mục chương phần bảng biểu mẫu lục trang khóa kỳ lớp lần đợt vòng tập "
            + "loại hạng bậc", isExact: true)
    static let number = WordSet("số", isExact: true, also: "s6 sb sd s0 se")
    static let year = WordSet("năm", isExact: true)
    static let period = WordSet("kỳ", isExact: true)
    /// After these, `số` is an amount after all: `tổng số 15`, `trong số 20`; and `cùng kỳ 12` compares.
    static let amounts = WordSet("tổng trong cùng")
    /// Kinds of documents and schemes that a number names: `Đề án 06`, `Nghị quyết 18`, `Chương trình 135`.
    static let schemes: Set<String> = [
        "nghị quyết", "quyết định", "nghị định", "chỉ thị", "kết luận", "kế hoạch", "chương trình", "đề án", "thông tư",
        "quy chế", "quy định", "công văn", "công điện", "thông báo", "hướng dẫn", "tờ trình", "báo cáo", "pháp lệnh",
        "chiến dịch", "giai đoạn", "quốc lộ", "tỉnh lộ", "công ty", "tiểu đoàn", "khu phố",
    ]
    static let foldedSchemes = Set(schemes.map(\.folded)).subtracting(["giai doan", "tieu doan"])
    /// `mức độ 4`, `khu 3`: names where no known noun follows.
    static let grades = WordSet("độ phường khu cụm tuyến nhóm mùng đội trường trạm cảng ga", isExact: true)
    /// `giữa 04 tỉnh`: parties, not a count.
    static let parties = WordSet("giữa", also: "gitra gitta giira giita gilta giifa gira")
    /// `đường 356`; and `đường lối`, which a recogniser writes as `duong 161`.
    static let roads = WordSet("đường")
    /// `lần thứ 3`, however badly recognised.
    static let times = WordSet("lần")
    static let ordinal = WordSet("thứ", isLoose: true)
    /// Words before a number that make it approximate.
    static let about = WordSet("khoảng gần hơn ngót chừng xỉ trên")
    static let above = WordSet("trên")
    /// `ước đạt 240`, `ước 15`
    static let estimate = WordSet("ước")
    static let reached = WordSet("đạt tính thực hiện được có")
    /// Words that may stand between a number and its noun: `262 các đoàn`.
    static let plurals = WordSet("các những")
    /// Verbs that take "là", which a recogniser without Vietnamese writes as 13 or 14: `Đây 13 cơ hội`.
    static let copulas = WordSet("thiệu nhận coi xem gọi đây nhất tức bầu")
    /// A number before one of these counts nothing by itself.
    static let noNouns = WordSet(
        "tại của và đến được là do theo trong trên dưới với về từ cho để nhằm bởi vào ra lên như có không đã sẽ đang này "
            + "đó nay thì mà hoặc hay nhưng cùng qua sau trước khi bằng so thuộc nhất cấp tiếp đạt tăng giảm gồm tới")
    /// What a total is brought to: `nâng tổng số … lên 56`.
    static let arrivals = WordSet("lên là đạt còn")
    static let quantity = WordSet("lượng")
    static let and = WordSet("và hoặc", isExact: true)
    /// Where a description of what is counted ends.
    static let stops = WordSet("nhằm gồm nâng tăng giảm đạt chiếm với góp so")
    static let within = WordSet("trong", isExact: true)
    static let that = WordSet("đó", also: "d6 dé")
    /// A number before one of these, written out in words, means known ones: `hai nước`, `ba bên`.
    static let known = WordSet("nước bên tỉnh phía ngành cấp thành quốc địa cơ đơn lần")
}

extension FigureWords {
    /// Whether the words up to `index` name a kind of document or scheme that begins with a capital.
    func isScheme(endingAt index: Int) -> Bool {
        guard index > 0, self[index - 1].mark == .none, self[index - 1].isCapitalised else { return false }
        return accentsMissing
            ? FigureContext.foldedSchemes.contains(folded(index - 1) + " " + folded(index))
            : FigureContext.schemes.contains(spelt(index - 1) + " " + spelt(index))
    }
}

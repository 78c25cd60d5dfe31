import Vietnamese

/// How often names are borne, before any data is seen: so that `Nguyễn` says little in a register of three people too.
///
/// Source: family names as in the census of 2022 (UNFPA/ISDS) and Lê Trung Hoa, "Họ và tên người Việt Nam" (2005);
/// middle and given names rounded from public samples (hoten.org), both sexes together.
enum NameShares {
    /// Shares, 0 to 1, by the name in lower case with its accents.
    static let families = shares(
        """
        nguyễn 32 trần 11 lê 9 phạm 6.5 hoàng 3.5 huỳnh 2 phan 3.5 vũ 2.5 võ 2.5 đặng 2.1 bùi 2.2 đỗ 1.6 hồ 1.4 ngô 1.4
        dương 1.1 lý 0.6 đinh 1 trương 1.5 đoàn 0.8 lương 0.8 đào 0.7 trịnh 0.8 mai 0.8 hà 0.8 cao 0.8 lâm 0.4 tạ 0.3
        """)
    static let middles = shares(
        """
        thị 25 văn 12 ngọc 4 thanh 3.5 minh 3 hoàng 2.5 thu 2.5 hữu 2 đức 2.5 quang 2 xuân 1.8 hồng 1.8 kim 1.8 anh 1.8
        quốc 1.8 phương 1.6 đình 1.5 thùy 1.2 tuấn 1.2 bích 1.1 mỹ 1.1 mai 1 trọng 0.9 công 0.9 bá 0.6 duy 1.2 gia 1
        """)
    static let givens = shares(
        """
        anh 2.3 trang 2.1 linh 2 thảo 1.8 tuấn 1.4 hoàng 1.2 huy 1.2 phương 1.4 hằng 1.1 huyền 1.1 hiền 1.1 hương 1
        hiếu 1.1 hùng 1.1 nam 1 sơn 1 đức 1 ngọc 1.1 dung 0.9 nhung 0.9 thủy 0.9 vân 0.8 nga 0.8 dũng 0.9 thành 0.9
        cường 0.8 long 0.8 trung 0.8 hải 0.9 minh 0.9 hạnh 0.7 mai 0.6 hoa 0.6 lan 0.6 hà 0.8 tâm 0.8 loan 0.5 thanh 0.7
        quang 0.6 thắng 0.7 tùng 0.5 bình 0.6 yến 0.8 oanh 0.6 thúy 0.6 hồng 0.5 thu 0.5 liên 0.4 hòa 0.6 phúc 0.6
        """)

    /// The share of `word` as a family name, by which the order of a name's words is judged. A word that no Vietnamese
    /// family bears may be one of another country, or a slip of the keyboard.
    ///
    /// - Parameter isPlain: Whether the whole name has no accents.
    static func family(_ word: NameWord, isPlain: Bool) -> Double {
        if let share = (isPlain ? plainFamilies : families)[word.text] { return share }
        if word.isForeign { return 1e-3 }
        return PersonalName.isFamily(word.text) && (isPlain || !word.isPlain) ? 5e-4 : 1e-4
    }

    /// The share of `word` as a given name.
    static func given(_ word: NameWord, isPlain: Bool) -> Double {
        if let share = (isPlain ? plainGivens : givens)[word.text] { return share }
        // The great families and middle names are nobody's given name when their accents are written.
        if !isPlain, max(families[word.text] ?? 0, middles[word.text] ?? 0) > 0.02 { return 1e-5 }
        return isPlain && ["thi", "van"].contains(word.text) ? 3e-4 : 1e-3
    }

    /// The share of `word` as a middle name.
    static func middle(_ word: NameWord, isPlain: Bool) -> Double {
        if let share = (isPlain ? plainMiddles : middles)[word.text] { return share }
        return word.isForeign ? 1e-4 : 2e-3
    }

    private static let plainFamilies = plain(families)
    private static let plainGivens = plain(givens)
    private static let plainMiddles = plain(middles)

    private static func plain(_ shares: [String: Double]) -> [String: Double] {
        Dictionary(shares.map { ($0.key.folded, $0.value) }, uniquingKeysWith: +)
    }

    private static func shares(_ table: String) -> [String: Double] {
        let cells = table.split(whereSeparator: \.isWhitespace)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: cells.count - 1, by: 2).map { at in
                (String(cells[at]), (Double(cells[at + 1]) ?? 0) / 100)
            })
    }
}

import Vietnamese

/// The words at the end of a name that say whose it is: "Công an | thành phố", "các sở, ngành | thuộc UBND tỉnh",
/// "Sở Công Thương | Hải Phòng".
struct ScopeWords {
    /// What stands before them; empty where the whole names a province.
    let rest: NameWords
    /// Name of the province, folded, where they name one: "hai phong".
    let province: String?

    /// - Returns: `nil` where nothing at the end says whose it is.
    init?(_ words: NameWords) {
        var rest = words
        let province = rest.ending(Self.provinces)
        rest = rest.droppingLast(province?.count ?? 0)
        let kind = rest.ending(Self.kinds)
        rest = rest.droppingLast(kind?.count ?? 0)
        guard province != nil || kind != nil else { return nil }
        // "thuộc UBND tỉnh", but not "Văn phòng UBND tỉnh".
        let committee = rest.droppingLast(rest.ending([Self.committee])?.count ?? 0)
        if rest != committee, let length = committee.endingLink { rest = committee.droppingLast(length) }
        if let length = rest.endingLink { rest = rest.droppingLast(length) }
        self.rest = rest
        self.province = province?.joined(separator: " ")
    }

    /// Ủy ban nhân dân
    static let committee = "Ủy ban nhân dân".foldedWords

    private static let kinds = ["tỉnh", "thành phố", "tp", "thủ đô"].map(\.foldedWords)
    private static let provinces = Province.all.map(\.name.foldedWords)
}

extension NameWords {
    /// How many words at the end lead to whose it is: "thuộc", "trên địa bàn"; `nil` where none do. Without accents "tại" could
    /// be the end of "vận tải".
    fileprivate var endingLink: Int? {
        Self.links.filter { accented.reversed().starts(with: $0.reversed()) }.map(\.count).max()
    }

    private static let links =
        ["của", "thuộc", "trực thuộc", "cấp", "tại", "ở", "trên địa bàn", "cua", "thuoc", "truc thuoc", "tren dia ban"]
        .map { NameWords($0).accented }
}

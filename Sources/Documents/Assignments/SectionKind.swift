import Vietnamese

/// What a section of a directive is for, told by its title.
enum SectionKind {
    /// Aims, requirements, viewpoints, results so far: they assign nothing.
    case aims
    /// Who pays.
    case funding
    /// Tasks, solutions, content, organisation of the work.
    case duties

    /// The kind of the section with this title.
    init(title: Tokens) {
        let words = title.list.map(\.folded).joined(separator: " ")
        if Self.fundingWords.contains(where: { words.hasPrefix($0) }) {
            self = .funding
        } else if Self.dutyWords.contains(where: { words.contains($0) }) {
            self = .duties
        } else if Self.aimWords.contains(where: { words.hasPrefix($0) || words.contains(" va " + $0) }) {
            self = .aims
        } else {
            self = .duties
        }
    }

    private static let dutyWords = [
        "nhiem vu", "giai phap", "to chuc thuc hien", "noi dung", "phan cong", "trach nhiem",
    ]
    private static let aimWords = [
        "muc tieu", "muc dich", "yeu cau", "quan diem", "can cu", "nguyen tac", "phuong cham", "pham vi", "doi tuong",
        "tinh hinh", "boi canh", "danh gia", "ket qua", "ton tai", "han che", "nguyen nhan", "bai hoc", "su can thiet",
        "dac diem", "thuc trang", "du bao", "chi tieu", "dinh huong", "co so", "thong tin chung", "thoi gian",
    ]
    private static let fundingWords = [
        "kinh phi", "nguon kinh phi", "nguon luc", "du toan", "nguon von", "kinh phi thuc hien",
    ]
}

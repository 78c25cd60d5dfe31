import Vietnamese

/// What a section of a directive is for, told by its title.
enum SectionKind {
    /// Aims, requirements, viewpoints, results so far: they assign nothing.
    case aims
    /// Who pays.
    case funding
    /// Tasks, solutions, content, organisation of the work.
    case duties

    /// The kind of the section with this title, also where a recogniser misread a letter of a word.
    init(title: Tokens) {
        let list = title.list
        // A title says first what the section is for; "A và B", "A, B" say two things.
        let openings = [0] + list.indices.dropLast().filter { [",", "va"].contains(list[$0].folded) }.map { $0 + 1 }
        func stands(_ phrases: [[String]], at places: some Sequence<Int>) -> Bool {
            places.contains { place in
                phrases.contains { phrase in
                    let words = list[min(place, list.count)...].prefix(phrase.count)
                    return words.count == phrase.count && zip(words, phrase).allSatisfy { $0.isWord($1) }
                }
            }
        }
        if stands(Self.fundingWords, at: [0]) {
            self = .funding
        } else if stands(Self.dutyWords, at: list.indices) {
            self = .duties
        } else if stands(Self.aimWords, at: openings) {
            self = .aims
        } else {
            self = .duties
        }
    }

    private static let dutyWords = phrases(
        "nhiem vu", "giai phap", "to chuc thuc hien", "noi dung", "phan cong", "trach nhiem")
    private static let aimWords = phrases(
        "muc tieu", "muc dich", "yeu cau", "quan diem", "can cu", "nguyen tac", "phuong cham", "pham vi", "doi tuong",
        "tinh hinh", "boi canh", "danh gia", "ket qua", "ton tai", "han che", "nguyen nhan", "bai hoc", "su can thiet",
        "dac diem", "thuc trang", "du bao", "chi tieu", "dinh huong", "co so", "thong tin chung", "thoi gian")
    private static let fundingWords = phrases(
        "kinh phi", "nguon kinh phi", "nguon luc", "du toan", "nguon von", "kinh phi thuc hien")

    private static func phrases(_ phrases: String...) -> [[String]] {
        phrases.map { $0.split(separator: " ").map(String.init) }
    }
}

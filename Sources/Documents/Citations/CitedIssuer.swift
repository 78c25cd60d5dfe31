import Vietnamese

/// Whose document a citation says it is.
enum CitedIssuer {
    /// "của", also as recognisers read it.
    static func isOf(_ token: Tokens.Token) -> Bool {
        token.kind == .word && !token.isCapitalised && ofWords.contains(token.folded)
    }

    private static let ofWords: Set<String> = ["cua", "ciia", "cta", "ctia", "cia", "cuia", "cuar", "cha"]

    /// The only body that issues under a symbol by law: the Government, the Prime Minister, the National Assembly and
    /// its Standing Committee.
    static func implied(_ number: DocumentNumber) -> String? {
        guard !number.isParty else { return nil }
        let symbol = number.symbol.folded
        if symbol.hasPrefix("qh"), symbol.utf8.count <= 4 { return "Quốc hội" }
        if symbol.hasPrefix("ubtvqh") || symbol.hasSuffix("-ubtvqh") { return "Ủy ban Thường vụ Quốc hội" }
        switch symbol.split(separator: "-").last {
        case "cp": return symbol.contains("-") ? "Chính phủ" : nil
        case "ttg", "tg": return symbol.contains("-") ? "Thủ tướng Chính phủ" : nil
        default: return nil
        }
    }

    /// Before "tại Văn bản số …" and "ban hành Kế hoạch số …": the body that the sentence names there.
    /// - Parameter start: token at which the citation begins.
    static func before(_ tokens: Tokens, _ start: Int) -> String? {
        let list = tokens.list
        guard start > 2 else { return nil }
        var end = start
        if list[end - 1].folded == "tai" || list[end - 1].folded == "co" {
            end -= 1
        } else if list[end - 1].folded == "hanh", list[end - 2].folded == "ban" {
            end -= 2
        } else {
            return nil
        }
        var best: Int?
        for index in stride(from: end - 1, through: max(0, end - 16), by: -1) {
            if [".", ";", ":", "(", ")"].contains(list[index].folded) { break }
            guard begins(tokens, at: index), self.end(tokens, from: index) == end else { continue }
            best = index
            if index == 0 || isOf(list[index - 1]) || list[index - 1].folded == "," { break }
        }
        return best.map { String(tokens[$0..<end]) }
    }

    private static func begins(_ tokens: Tokens, at index: Int) -> Bool {
        let list = tokens.list
        guard list[index].isCapitalised else { return false }
        // "Hải Phòng ban hành …": the middle of a name.
        if index > 0, list[index - 1].isCapitalised, list[index - 1].kind == .word { return false }
        if BodyHead.length(tokens, at: index) > 0 { return true }
        guard index + 1 < list.count else { return false }
        return offices.contains(list[index].folded + " " + list[index + 1].folded)
    }

    private static let offices: Set<String> = [
        "chu tich", "pho chu", "thu tuong", "giam doc", "bi thu", "thuong truc", "chinh phu", "bo truong", "tinh uy",
        "thanh uy", "tong cuc", "quoc hoi",
    ]

    /// The token behind the name of the body that begins at `start`; `start` itself where none does.
    static func end(_ tokens: Tokens, from start: Int) -> Int {
        let list = tokens.list
        guard start < list.count, list[start].kind == .word else { return start }
        let head = BodyHead.length(tokens, at: start)
        guard list[start].isCapitalised || head > 0 else { return start }
        if DocumentTypes.named(list, at: start) != nil, head == 0 { return start }
        let hasAccents = VietnameseText.accentShare(tokens.text) > 0.1
        var index = start + 1
        while index < list.count, index - start < 22 {
            let token = list[index]
            switch token.kind {
            case .word:
                if token.folded == "va" {
                    guard joins(tokens, index, from: start) else { return index }
                } else if token.folded == "ban", index + 1 < list.count, list[index + 1].folded == "hanh" {
                    return index
                } else if token.isCapitalised {
                    if DocumentTypes.named(list, at: index) != nil, list[index].folded != "du" { return index }
                } else if isStop(tokens, index, hasAccents) {
                    return index
                }
            case .number:
                guard token.folded.utf8.count <= 3, ["khu", "dao", "doan", "so"].contains(list[index - 1].folded) else {
                    return index
                }
            case .mark:
                if token.isHyphen {
                    guard index + 1 < list.count, list[index + 1].isCapitalised, list[index - 1].kind == .word else {
                        return index
                    }
                } else if token.folded == "," {
                    guard joins(tokens, index, from: start),
                        (index + 2..<min(list.count, index + 6)).contains(where: { list[$0].folded == "va" })
                    else { return index }
                } else {
                    return index
                }
            }
            index += 1
        }
        return index
    }

    /// Whether the name goes on behind "và" or a comma: "Sở Văn hóa, Thể thao và Du lịch".
    private static func joins(_ tokens: Tokens, _ index: Int, from start: Int) -> Bool {
        let list = tokens.list
        guard index + 1 < list.count, list[index + 1].isCapitalised else { return false }
        if DocumentTypes.named(list, at: index + 1) != nil, list[index + 1].folded != "du" { return false }
        // "Văn phòng Đoàn ĐBQH và HĐND thành phố" is one office.
        if list[start].folded == "van", ["hdnd", "ubnd", "hoi"].contains(list[index + 1].folded) { return true }
        return BodyHead.length(tokens, at: index + 1) == 0
            || ["thanh", "truong", "hoi", "thue", "bao"].contains(list[index + 1].folded)
                && list[start].folded != "chinh"
    }

    /// Whether the sentence goes on with this small word, and the name has ended.
    private static func isStop(_ tokens: Tokens, _ index: Int, _ hasAccents: Bool) -> Bool {
        let folded = tokens.list[index].folded
        let isWord = hasAccents ? stops.contains(tokens[index..<index + 1].lowercased()) : foldedStops.contains(folded)
        if isWord { return !partsOfNames.contains(tokens.list[index - 1].folded + " " + folded) }
        guard index + 1 < tokens.list.count else { return false }
        return stopPairs.contains(folded + " " + tokens.list[index + 1].folded)
    }

    /// Words that go on with the sentence behind the name of a body.
    private static let stops: Set<String> = [
        "về", "phê", "quy", "hướng", "sửa", "bổ", "triển", "thực", "tiếp", "đẩy", "tăng", "giao", "tại", "trong",
        "trên",
        "nhằm", "để", "được", "đã", "đang", "sẽ", "là", "có", "gửi", "yêu", "đề", "khóa", "khoá", "nhiệm", "năm",
        "ngày",
        "tháng", "số", "theo", "kèm", "với", "cho", "đến", "từ", "nếu", "phát", "xây", "nâng", "này", "nêu", "sau",
        "kết",
        "đối", "khi", "như", "cùng", "gồm", "bao", "ở", "do", "bởi", "vào", "mà", "thì", "nên", "cần", "phải", "quyết",
        "chỉ", "làm", "góp", "hoặc", "cũng", "kịp", "rà", "đảm", "bảo", "ký", "bằng", "giai", "thời", "đúng", "xem",
        "cụ", "qua", "lần", "trước", "tham", "hỗ", "đưa", "mở", "sớm", "phối", "nghiêm", "bãi", "thay", "điều",
    ]

    /// The same without accents, but for what then reads as a part of names (`thành`, `tài`).
    private static let foldedStops: Set<String> = Set(stops.map(\.folded))
        .subtracting(["tai", "phat", "quy", "bao", "do", "la", "so", "to", "ma", "can", "co", "tu", "phe"]).union([
            "ve", "thyc", "thue", "stra",
        ])

    /// Small words that go on with the sentence only together.
    private static let stopPairs: Set<String> = [
        "thong qua", "thong bao", "thong nhat", "thanh lap", "chu tri", "chu dong", "tao dieu", "dong y", "dong thoi",
        "trinh cap", "trinh chinh", "trinh thu", "trinh hoi", "trinh hdnd", "cong bo", "cong nhan", "to chuc",
        "hop nhat",
        "tong ket",
    ]

    /// Second syllables of names that read as such words.
    private static let partsOfNames: Set<String> = [
        "ngoai giao", "ban giao", "ban chi", "toan thuc", "luong thuc", "viec lam", "doi so", "ban quy", "an bao",
        "nuoc ve", "ban dieu", "dai phat", "hang phat", "doan ket",
    ]
}

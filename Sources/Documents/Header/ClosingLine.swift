import Vietnamese

/// What a line at the foot of a document is.
enum ClosingLine {
    private static let offices: Set<String> = [
        "chu tich", "pho chu", "quyen chu", "giam doc", "pho giam", "tong giam", "pho tong", "chanh van", "pho chanh",
        "chanh thanh", "truong ban", "truong phong", "pho truong", "pho phong", "bo truong", "thu truong", "thu tuong",
        "pho thu", "bi thu", "pho bi", "cuc truong", "pho cuc", "chi cuc", "pho chi", "tong cuc", "vu truong", "pho vu",
        "chu nhiem", "hieu truong", "pho hieu", "vien truong", "pho vien", "to truong", "pho to", "doi truong",
        "chi huy", "pho chi", "chinh uy", "tong bi", "uy vien", "thu ky", "chu toa", "chu tri", "truong doan",
        "pho doan", "tong thanh", "pho ban", "tu lenh", "pho tu", "thuong truc", "nguoi ghi", "nguoi lap",
        "tong bien", "thong doc", "pho thong", "chanh an", "pho ho", "chanh hat", "hat truong", "ke toan",
        "quyen giam", "quyen truong", "tham phan",
    ]

    /// "Nơi nhận:", alone or with the first recipient or the signing block behind it.
    static func isRecipientsLabel(_ line: ZoneLine) -> Bool {
        let list = line.list
        guard list.count >= 2, list[0].isCapitalised, list[0].folded == "noi" || list[0].folded == "n0i",
            list[1].isWord("nhan")
        else { return false }
        guard list.count > 2 else { return true }
        return list[2].folded == ":" || list[2].isHyphen || list[2].folded == "("
            || line.tokens.isCapitals(2..<min(list.count, 5))
    }

    /// Where the signing block begins inside a line: 0 for a line that is part of it, `nil` for one that has none of it.
    static func signingStart(_ line: ZoneLine) -> Int? {
        let list = line.list
        guard let last = list.last, last.folded != ":", line.text.utf8.count < 240 else { return nil }
        if isCapacity(line.tokens, at: 0) || isOffice(line.tokens, at: 0) {
            return line.isCapitals || line.tokens.isCapitals(0..<min(4, list.count)) ? 0 : nil
        }
        for index in list.indices.dropFirst() where list[index].isCapitalised {
            if isCapacity(line.tokens, at: index) { return index }
            let follows = [";", ".", ")", ":"].contains(list[index - 1].folded)
            if follows, isOffice(line.tokens, at: index), line.tokens.isCapitals(index..<list.count) { return index }
        }
        return nil
    }

    /// "TM.", "T/M", "KT.", "K/T", "TL.", "TUQ.", "Q." (Decree 30/2020/NĐ-CP, Article 13) before a capital word.
    static func isCapacity(_ tokens: Tokens, at index: Int) -> Bool {
        let list = tokens.list
        guard index + 2 < list.count, tokens.isCapitals(index..<index + 1) else { return false }
        let mark = list[index + 1].folded
        switch list[index].folded {
        case "tm", "kt", "tl", "tuq", "q", "tun", "t", "k":
            if list[index].folded.utf8.count == 1, mark == "/", index + 3 < list.count {
                return ["m", "t", "l", "q"].contains(list[index + 2].folded) && tokens.isCapitals(index + 3..<index + 4)
            }
            if list[index].folded == "t" || list[index].folded == "k" { return false }
            let next = mark == "." ? index + 2 : index + 1
            return (mark == "." || list[index].folded.utf8.count > 1) && list[next].kind == .word
                && list[next].folded.utf8.count > 1 && tokens.isCapitals(next..<next + 1)
        default: return false
        }
    }

    /// An office in capitals: "PHÓ CHỦ TỊCH".
    static func isOffice(_ tokens: Tokens, at index: Int) -> Bool {
        let list = tokens.list
        guard index + 1 < list.count, list[index].kind == .word, list[index + 1].kind == .word else { return false }
        return offices.contains(list[index].folded + " " + list[index + 1].folded)
            && tokens.isCapitals(index..<index + 2)
    }

    /// A line that looks as a person's name does: two to six words with capital initials.
    static func mayBeName(_ line: ZoneLine) -> Bool {
        if PersonalName(line.text) != nil { return true }
        return 2...6 ~= line.list.count && line.list.allSatisfy { $0.kind == .word && $0.isCapitalised }
            && !line.isCapitals
    }

    /// What a signature leaves behind in a text: "(Đã ký)", "Ký bởi: …".
    static func isSignatureTrace(_ line: ZoneLine) -> Bool {
        let words = line.list.filter { $0.kind == .word }.prefix(3).map(\.folded)
        return line.text.utf8.count < 200
            && (words.starts(with: ["da", "ky"]) || words.starts(with: ["ky", "boi"])
                || words.starts(with: ["nguoi", "ky"])
                || words.starts(with: ["ky", "ten"]) || words.starts(with: ["ky", "thay"]) || words == ["daky"]
                || words.starts(with: ["digitally", "signed"]) || words.starts(with: ["signature"])
                || words.starts(with: ["thoi", "gian", "ky"]) || words.starts(with: ["ngay", "ky"])
                || words.starts(with: ["co", "quan"]) && line.text.contains(":"))
    }

    /// A line that a new part after the signing block begins with.
    static func isAnnexTitle(_ line: ZoneLine) -> Bool {
        let list = line.list
        guard list.count >= 2 || line.isCapitals else { return false }
        if line.starts(with: "phu", "luc") {
            guard line.text.utf8.count < 300, list[0].isCapitalised else { return false }
            if list.count == 2 || line.tokens.isCapitals(0..<2) { return true }
            return list[2].kind == .number || (list.count > 3 && line.tokens.isCapitals(2..<3)) || list[2].folded == ":"
                || list.count == 3
        }
        return false
    }

    /// "(Kèm theo Kế hoạch số …)", "(Ban hành kèm theo …)".
    static func isAnnexReference(_ line: ZoneLine) -> Bool {
        var list = line.list[...]
        while let first = list.first, first.kind == .mark { list.removeFirst() }
        let words = list.prefix(4).map(\.folded)
        return words.starts(with: ["kem", "theo"]) || words.starts(with: ["ban", "hanh", "kem", "theo"])
            || words.starts(with: ["dinh", "kem"])
    }
}

import Vietnamese

/// A heading that names who is to do what stands under it: `1. Sở Ngoại vụ`, `3. Sở … : Phối hợp …`,
/// `2. Giám đốc Sở …`, `1. Cục … có trách nhiệm:`, `1. Đề nghị Ủy ban …`.
struct AgencyHeading {
    /// As written, split into bodies.
    let bodies: [String]
    /// UTF-8 offset, in the heading's text, of work given on the same line; `nil` where the heading names bodies only.
    let workOffset: Int?

    init?(_ tokens: Tokens) {
        let list = tokens.list
        guard !list.isEmpty else { return nil }
        let parser = BodyParser(tokens)
        let start = Self.request(list)
        guard parser.isStart(start) else { return nil }
        if let colon = list.firstIndex(where: { $0.folded == ":" }), colon > start, colon - start <= 40 {
            let (bodies, end) = parser.bodies(from: start)
            guard end >= colon || Self.isResponsible(list[end..<colon]) else { return nil }
            self.bodies = parser.names(bodies)
            workOffset = end > colon ? nil : colon + 1 < list.count ? list[colon + 1].range.lowerBound : nil
            return
        }
        guard tokens.text.utf8.count <= 220 else { return nil }
        if let last = list.last, last.kind == .mark, [".", ";"].contains(last.folded), list.count > 12 { return nil }
        let (bodies, end) = parser.bodies(from: start)
        let rest = list[end...].filter { $0.kind != .mark }
        guard rest.isEmpty || Self.isResponsible(list[end...]) else { return nil }
        self.bodies = parser.names(bodies)
        workOffset = nil
    }

    /// Index after "Đề nghị", "Giao", "Yêu cầu" in front of the name.
    static func request(_ list: [Tokens.Token]) -> Int {
        func at(_ index: Int) -> String { index < list.count ? list[index].folded : "" }
        switch (at(0), at(1)) {
        case ("de", "nghi"), ("yeu", "cau"): return 2
        case ("giao", let next) where next != "luu" && next != "thong" && next != "dich": return 1
        case ("trach", "nhiem") where at(2) == "cua": return 3
        default: return at(0) == "doi" && at(1) == "voi" ? 2 : 0
        }
    }

    /// "có trách nhiệm", "chịu trách nhiệm", "chủ trì", nothing else.
    private static func isResponsible(_ tokens: ArraySlice<Tokens.Token>) -> Bool {
        let words = tokens.filter { $0.kind == .word }.map(\.folded)
        return [
            ["co", "trach", "nhiem"], ["chiu", "trach", "nhiem"], ["chu", "tri"], ["co", "nhiem", "vu"],
            ["chu", "tri", "thuc", "hien"], ["trach", "nhiem"], ["chu", "dong"], ["thuc", "hien"],
        ].contains(words)
    }
}

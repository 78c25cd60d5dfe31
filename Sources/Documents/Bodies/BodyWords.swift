import Vietnamese

/// The words of a text in small letters, and what they say of bodies (cơ quan, đơn vị).
struct BodyWords {
    private let tokens: Tokens
    var list: [Tokens.Token] { tokens.list }

    init(_ tokens: Tokens) { self.tokens = tokens }

    /// The word in small letters, accents kept (folded, Bảo and Báo are one); empty after the end of the text. Made when
    /// asked for: most sentences are looked at in one or two places only.
    func word(_ index: Int) -> String {
        guard index < list.count else { return "" }
        let token = list[index]
        return token.range.count == token.folded.utf8.count
            ? token.folded : tokens.text[utf8: token.range].lowercased().toneNormalised
    }
    func pair(_ index: Int) -> String { word(index) + " " + word(index + 1) }
    func triple(_ index: Int) -> String { pair(index) + " " + word(index + 2) }

    /// Whether a body's name can begin at a token: a head in capitals, a collective after các, an office-holder.
    func isStart(_ index: Int) -> Bool {
        guard index < list.count, list[index].kind == .word else { return false }
        if isCollective(index) { return true }
        guard list[index].isCapitalised || BodyLexicon.smallHeads.contains(pair(index)),
            !BodyLexicon.notNames.contains(pair(index)), !BodyLexicon.notNames.contains(triple(index))
        else { return false }
        return headLength(index) > 0
    }

    /// How many tokens at `index` begin a body's name or name an office; 0 where none do.
    func headLength(_ index: Int) -> Int {
        if BodyLexicon.heads.contains(triple(index)) { return 3 }
        if BodyLexicon.heads.contains(pair(index)) || BodyLexicon.offices.contains(pair(index)) { return 2 }
        if BodyLexicon.offices.contains(triple(index)) { return 3 }
        return BodyLexicon.heads.contains(word(index)) ? 1 : 0
    }

    /// How many tokens at `index` name a kind of body; 0 where none do.
    func kindLength(_ index: Int) -> Int {
        if BodyLexicon.kinds.contains(triple(index)) { return 3 }
        if BodyLexicon.kinds.contains(pair(index)) { return 2 }
        return BodyLexicon.kinds.contains(word(index)) ? 1 : 0
    }

    func isCollective(_ index: Int) -> Bool {
        (list[index].folded == "cac" || list[index].folded == "nhung")
            && (kindLength(index + 1) > 0 || headLength(index + 1) > 0)
    }

    /// After the bracket that closes the one at `index`; `nil` where it stays open.
    func closing(_ index: Int) -> Int? {
        list[index...].prefix(30).firstIndex { $0.folded == ")" }.map { $0 + 1 }
    }
}

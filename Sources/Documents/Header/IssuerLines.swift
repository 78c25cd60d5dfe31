import Paper
import Vietnamese

/// The names of the issuer and of the body above it, from the lines of the letterhead.
enum IssuerLines {
    /// Issuer and the body above it.
    static func read(_ zones: DocumentZones) -> (issuer: String?, parent: String?) {
        let names = bodies(zones.letterhead.filter { $0.kind == .agency }.map(\.paragraph.text))
        guard let last = names.last else { return (nil, nil) }
        let issuer = Abbreviation.expandedBody(BodyName.capitalised(last))
        let parent = names.dropLast().map { BodyName.capitalised($0) }.last
        return (issuer, parent)
    }

    /// The lines joined into names of bodies.
    static func bodies(_ lines: [String]) -> [String] {
        var names: [String] = []
        for line in lines.flatMap(parted) {
            let text = VietnameseWriting.restored(withoutSlips(line))
            let tokens = Tokens(text)
            guard tokens.list.contains(where: { $0.kind == .word }) else { continue }
            let begins = BodyHead.length(tokens, at: 0) > 0
            let open = names.last.map { Tokens($0).list } ?? []
            let demandsMore = ["va", ",", "-", "&", "cua"].contains(open.last?.folded ?? "")
            if let last = names.last, !begins || demandsMore {
                names[names.count - 1] = last + " " + text
            } else {
                names.append(text)
            }
        }
        return names
    }

    /// `DUBND TỈNH LÀO CAI`: a letter too much before a known abbreviation.
    private static func withoutSlips(_ line: String) -> String {
        guard let first = Tokens(line).list.first, first.folded.utf8.count == 5, first.folded.hasSuffix("ubnd") else {
            return line
        }
        return String(line.dropFirst())
    }

    /// Two bodies on one line: `UBND TỈNH LÀO CAI SỞ TÀI CHÍNH`.
    private static func parted(_ line: String) -> [String] {
        let tokens = Tokens(line)
        let list = tokens.list
        guard let unit = list.indices.first(where: { $0 > 0 && BodyHead.unitLength(tokens, at: $0) > 0 }) else {
            return [line]
        }
        let from = unit + BodyHead.unitLength(tokens, at: unit) + 1
        guard from < list.count else { return [line] }
        for index in from..<list.count where list[index].isCapitalised {
            let length = BodyHead.length(tokens, at: index)
            let isHead = strong.contains(list[index].folded) || length > 1
            guard length > 0, isHead, list[index - 1].kind == .word, list[index - 1].folded != "va",
                index + length < list.count || length > 1
            else { continue }
            return [String(tokens[0..<index]), String(tokens[index..<list.count])]
        }
        return [line]
    }

    /// Heads of one word that are no part of a place's name.
    private static let strong: Set<String> = ["so", "ban", "phong", "cuc", "thanh", "vien"]

    /// The issuer that text and symbol agree on, where the letterhead's names are lost.
    static func inferred(_ zones: DocumentZones, symbol: String?) -> String? {
        guard let symbol, symbol.folded.split(whereSeparator: { $0 == "-" || $0 == "/" }).contains("ubnd") else {
            return nil
        }
        let paragraphs =
            zones.bases + zones.body.prefix(3).compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
        for paragraph in paragraphs.reversed() {
            let tokens = Tokens(paragraph.text)
            guard let name = committee(tokens) else { continue }
            return Abbreviation.expandedBody(BodyName.capitalised(name))
        }
        return nil
    }

    /// "Ủy ban nhân dân thành phố Hải Phòng", with its place, as the one who acts in the sentence.
    private static func committee(_ tokens: Tokens) -> String? {
        let list = tokens.list
        for index in list.indices where list[index].isCapitalised {
            let head =
                list[index].folded == "ubnd"
                ? 1 : list[index...].prefix(4).map(\.folded) == ["uy", "ban", "nhan", "dan"] ? 4 : 0
            guard head > 0, index == 0 || [",", ";"].contains(list[index - 1].folded) else { continue }
            let unit = BodyHead.unitLength(tokens, at: index + head)
            var end = index + head + unit
            guard unit > 0, end < list.count else { continue }
            while end < list.count, list[end].kind == .word, list[end].isCapitalised { end += 1 }
            guard end > index + head + unit else { continue }
            return String(tokens[index..<end])
        }
        return nil
    }
}

import Paper
import Vietnamese

/// What stands behind the signing block.
enum AnnexZone {
    /// Parts the rest of a document into its annexes.
    static func part(_ items: ArraySlice<ZoneItems.Item>, of blocks: [Block]) -> [DocumentZones.Annex] {
        var annexes: [DocumentZones.Annex] = []
        var index = items.startIndex
        while index < items.endIndex {
            var annex = DocumentZones.Annex()
            index = head(items, at: index, into: &annex)
            var end = index
            while end < items.endIndex, !(items[end].line.map(ClosingLine.isAnnexTitle) ?? false) { end += 1 }
            annex.blocks = ZoneItems.blocks(items[index..<end], of: blocks)
            annexes.append(annex)
            index = end
        }
        return annexes
    }

    /// Takes title and reference; returns the index behind them.
    private static func head(
        _ items: ArraySlice<ZoneItems.Item>, at start: Int, into annex: inout DocumentZones.Annex
    ) -> Int {
        var index = start
        while index < items.endIndex, let line = items[index].line {
            if line.list.allSatisfy({ $0.kind == .mark }) {
                index += 1
                continue
            }
            if ClosingLine.isAnnexReference(line) {
                var reference = line.paragraph
                index += 1
                // The bracket may close some lines below; some never do.
                var lines = 0
                while !reference.text.contains(")"), lines < 3, index < items.endIndex, let next = items[index].line,
                    next.text.contains(")"), !SectionMark.begins(next)
                {
                    reference = reference.appending(next.paragraph, separator: " ")
                    index += 1
                    lines += 1
                }
                annex.reference = reference
                while index < items.endIndex, let next = items[index].line, next.list.allSatisfy({ $0.kind == .mark }) {
                    index += 1
                }
                return index
            }
            let isFirst = annex.title.isEmpty
            if isFirst ? isLetterhead(line) : isStateName(line) {
                annex.letterhead.append(line.paragraph)
                index += 1
                continue
            }
            let isTitle = isFirst && (ClosingLine.isAnnexTitle(line) || OpeningZone.isTypeLine(line))
            let leads = leadsToReference(items, from: index)
            guard isTitle || leads || (line.isCapitals && !SectionMark.begins(line)) || belongs(line, annex) else {
                break
            }
            guard annex.title.count < 8 else { break }
            if !isFirst, ClosingLine.isAnnexTitle(line) { break }
            annex.title.append(line.paragraph)
            index += 1
        }
        return index
    }

    private static func isStateName(_ line: ZoneLine) -> Bool {
        LetterheadLine.read(line).contains { [.nationalName, .motto].contains($0.kind) }
    }

    /// A line of an attached document's own letterhead.
    private static func isLetterhead(_ line: ZoneLine) -> Bool {
        if OpeningZone.isTypeLine(line) || ClosingLine.isAnnexTitle(line) { return false }
        if !LetterheadLine.read(line).isEmpty { return true }
        return line.isCapitals
            && (BodyHead.length(line.tokens, at: 0) > 0 || BodyHead.unitLength(line.tokens, at: 0) > 0)
    }

    /// A short line right under "PHỤ LỤC".
    private static func belongs(_ line: ZoneLine, _ annex: DocumentZones.Annex) -> Bool {
        guard annex.title.count == 1, let first = annex.title.first, Tokens(first.text).list.count <= 3 else {
            return false
        }
        return line.text.utf8.count < 250 && !SectionMark.begins(line) && line.list.first?.isCapitalised == true
            && ![".", ";", ":"].contains(line.list.last?.folded ?? "")
    }

    /// "(Kèm theo …)" stands within the next few lines and nothing numbered before it.
    private static func leadsToReference(_ items: ArraySlice<ZoneItems.Item>, from start: Int) -> Bool {
        for item in items[start..<min(items.endIndex, start + 6)] {
            guard let line = item.line, !SectionMark.begins(line) else { return false }
            if ClosingLine.isAnnexReference(line) { return true }
        }
        return false
    }
}

/// Decides where one paragraph ends and the next begins, by the shape of the lines.
struct ParagraphBreaks {
    /// Usual distance between base lines of running text, in points.
    var pitch: Double

    /// Whether `next` begins a paragraph; `opening` is the first line of the paragraph that `last` belongs to.
    func parts(_ next: PrintedLine, from last: PrintedLine, opening: PrintedLine, isFirst: Bool) -> Bool {
        if next.role != last.role { return true }
        let lastText = last.text
        let nextText = next.text
        if next.role == .aside {
            return next.left != last.left || partsAside(nextText, from: lastText, next, last, opening)
        }
        if let gap = gap(next, last) {
            if gap > 1.5 * pitch || gap < 0 { return true }
            if !next.isRecognised, gap > 1.15 * pitch, LineMarks.endsItem(lastText) { return true }
        }
        if !next.isRecognised, abs(next.row.size - last.row.size) > 0.12 * last.row.size { return true }
        let first = next.row.words.first?.text ?? ""
        let second = next.row.words.dropFirst().first?.text
        let isItem = LineMarks.beginsItem(first, second)
        let ended = LineMarks.endsItem(lastText)
        if LineMarks.isTorn(lastText, nextText), !isItem { return false }
        if isShort(last, before: next) { return true }
        if isItem, ended { return true }
        if isItem, LineMarks.bullets.contains(first), !LineMarks.beginsLowercase(second ?? ""),
            second?.unicodeScalars.first?.properties.numericType == nil, next.role != .cell
        {
            return true
        }
        return next.role != .cell && isIndented(next, last, opening, isFirst: isFirst, isItem: isItem, ended: ended)
    }

    private func gap(_ next: PrintedLine, _ last: PrintedLine) -> Double? {
        next.page == last.page ? next.box.bottom - last.box.bottom : nil
    }

    /// Whether the first word of the next line would have found room: then the break was meant.
    private func isShort(_ last: PrintedLine, before next: PrintedLine) -> Bool {
        guard let word = next.row.words.first else { return true }
        let room =
            last.isCentred && next.isCentred
            ? last.right - last.left - last.box.width : last.right - last.box.right
        return word.box.width + 0.2 * last.row.size < room - (last.isRecognised ? 0.4 * last.row.size : 1)
    }

    /// Whether the line is set in, as first lines are, and is not the hanging rest of an item.
    private func isIndented(
        _ next: PrintedLine, _ last: PrintedLine, _ opening: PrintedLine, isFirst: Bool, isItem: Bool, ended: Bool
    ) -> Bool {
        let indent = next.box.left - next.left
        guard indent > 0.5 * next.row.size, !(next.isCentred && last.isBalanced && !ended) else { return false }
        let drift = next.box.left - last.box.left
        if abs(drift) < 3 { return isItem || (isFirst && ended) }
        // A hanging item goes on under its first word.
        if let word = opening.row.words.dropFirst().first, opening.page == next.page || next.left == opening.left,
            abs(word.box.left - next.box.left) < 4
        {
            return isItem
        }
        return true
    }

    /// In headers and signatures the lines are short on purpose: only what reads on belongs together.
    private func partsAside(
        _ next: String, from last: String, _ nextLine: PrintedLine, _ lastLine: PrintedLine, _ opening: PrintedLine
    ) -> Bool {
        if nextLine.page != lastLine.page { return true }
        if (gap(nextLine, lastLine) ?? 0) > 2 * max(nextLine.row.size, lastLine.row.size) { return true }
        if LineMarks.isTorn(last, next) { return false }
        let first = nextLine.row.words.first?.text ?? ""
        if LineMarks.beginsItem(first, nextLine.row.words.dropFirst().first?.text) { return true }
        if LineMarks.endsItem(last) || LineMarks.isCapitals(last) || LineMarks.isCapitals(next) { return true }
        let head = opening.row.words.first?.text ?? ""
        if LineMarks.bullets.contains(head) || head.lowercased().hasPrefix("v/v") || head.hasPrefix("-") {
            return false
        }
        return !LineMarks.beginsLowercase(next)
    }
}

/// Finds the marks of notes on recognised pages, where a small raised figure is read as `!`, `'` or glued to its word.
enum MisreadMarks {
    private static let signs: Set<Character> = ["!", "'", "’", "‘", "°", "ˆ", "^", "*", "?", "`"]

    /// The rows with a raised mark for each label, as far as one is found, in order.
    static func restored(_ rows: [TextRow], labels: [String]) -> [TextRow] {
        var rows = rows
        var waiting = labels[...]
        for row in rows.indices {
            guard var label = waiting.first else { break }
            var words: [PageWord] = []
            for (index, word) in rows[row].words.enumerated() {
                let next = index + 1 < rows[row].words.count ? rows[row].words[index + 1].text : nil
                guard !waiting.isEmpty, let parts = split(word, label: label, next: next) else {
                    words.append(word)
                    continue
                }
                words += parts
                waiting.removeFirst()
                label = waiting.first ?? ""
            }
            if words.count != rows[row].words.count { rows[row] = TextRow(words) }
        }
        return rows
    }

    /// A word parted from the mark at its end, with what follows the mark.
    private static func split(_ word: PageWord, label: String, next: String?) -> [PageWord]? {
        var base = Substring(word.text)
        let tail = base.last.flatMap { ".,;:".contains($0) ? String($0) : nil } ?? ""
        base.removeLast(tail.count)
        // A sentence that goes on has neither been called out nor asked.
        let goesOn = !tail.isEmpty || next.map(LineMarks.beginsLowercase) ?? false
        if base.hasSuffix(label), base.dropLast(label.count).allSatisfy(\.isLetter) {
            base.removeLast(label.count)
        } else if let last = base.last, signs.contains(last), goesOn, base.dropLast().allSatisfy(\.isLetter) {
            base.removeLast()
        } else {
            return nil
        }
        guard base.count >= 2 else { return nil }
        var (first, mark) = (word, word)
        first.text = base + tail
        mark.text = label
        mark.isRaised = true
        mark.box.left = word.box.right
        return [first, mark]
    }
}

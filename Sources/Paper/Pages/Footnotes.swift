/// Tells notes apart at the foot of a page.
enum Footnotes {
    /// The label that a word at the head of a note is: a small number or stars, maybe in brackets.
    static func label(of word: String) -> String? {
        let trimmed = word.filter { !"()[].".contains($0) }
        guard (1...3).contains(trimmed.utf8.count), !word.contains("/") else { return nil }
        if trimmed.allSatisfy({ $0 == "*" }) { return trimmed }
        return trimmed.utf8.allSatisfy { (0x30...0x39).contains($0) } && trimmed.utf8.first != 0x30 ? trimmed : nil
    }

    /// The lines of each note, by label. A later line begins a note only with the number that follows.
    static func split(_ lines: [PrintedLine]) -> [(label: String, lines: [PrintedLine])] {
        var notes: [(label: String, lines: [PrintedLine])] = []
        for line in lines {
            let head = line.row.words.first.flatMap { label(of: $0.text) }
            if let head, line.row.words.count > 1, follows(head, notes.last?.label) {
                var rest = line
                rest.row = TextRow(Array(line.row.words.dropFirst()))
                notes.append((head, [rest]))
            } else if !notes.isEmpty {
                notes[notes.count - 1].lines.append(line)
            }
        }
        return notes
    }

    private static func follows(_ label: String, _ last: String?) -> Bool {
        guard let last else { return true }
        if let number = Int(label), let before = Int(last) { return number == before + 1 }
        return label.utf8.allSatisfy { $0 == 0x2A } && label.utf8.count == last.utf8.count + 1
    }
}

extension Tokens.Token {
    /// The word "ngày", read well or badly.
    package var isDayWord: Bool { kind == .word && (folded == "ngay" || (folded.utf8.count == 4 && isWord("ngay"))) }

    /// The folded word, or one that differs in a letter as recognisers make it but begins alike; only words of three
    /// letters and more may differ.
    package func isWord(_ word: String) -> Bool {
        if folded == word { return true }
        guard word.utf8.count >= 3, folded.utf8.first == word.utf8.first else { return false }
        return isNear(word)
    }

    /// As ``isWord(_:)``, from two letters on, and the first letter may be the wrong one too.
    package func isNear(_ word: String) -> Bool {
        if folded == word { return true }
        guard kind == .word, abs(folded.utf8.count - word.utf8.count) <= 1, word.utf8.count >= 2 else { return false }
        return folded.distance(to: word) <= 1
    }
}

extension String {
    /// How many letters have to be put in, taken out or changed (Levenshtein), counted over UTF-8.
    package func distance(to other: String) -> Int {
        let a = Array(utf8), b = Array(other.utf8)
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let above = row[j + 1]
                row[j + 1] = Swift.min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}

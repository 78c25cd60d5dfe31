import Vietnamese

/// A word with its place on the page.
struct PageWord: Sendable, Equatable {
    var text: String
    var box: PageBox
    /// 0 to 1; 1 where the text was there as text.
    var confidence = 1.0
    /// Whether it stands small and raised against its neighbours, as the mark of a footnote does.
    var isRaised = false
}

/// A straight line drawn on the page.
struct Rule: Sendable, Equatable {
    enum Direction: Sendable { case horizontal, vertical }
    var direction: Direction
    /// The coordinate that all its points share: y of a horizontal rule, x of a vertical one.
    var position: Double
    var from: Double
    var to: Double

    var length: Double { to - from }
}

/// What stands on one page, before anything is known of lines and columns.
struct PageContent: Sendable {
    /// Counted from 1.
    var number: Int
    /// Points.
    var width: Double
    var height: Double
    var words: [PageWord] = []
    var rules: [Rule] = []
    /// Whether the words were read from a picture, so that their heights tell little of the size of the type.
    var isRecognised = false
    /// How much its lines sink for each point to the right on the picture; the boxes are of the page set upright.
    var slope = 0.0
}

extension PageContent {
    /// Mean confidence of its words by length, 0 to 1.
    var confidence: Double {
        var weight = 0.0
        var trust = 0.0
        for word in words {
            weight += Double(word.text.utf8.count)
            trust += Double(word.text.utf8.count) * word.confidence
        }
        return weight > 0 ? trust / weight : 0
    }

    /// Share of letters that carry a diacritic.
    var accentShare: Double { VietnameseText.accentShare(words.map(\.text).joined(separator: " ")) }

    /// How much its text is like Vietnamese as written, 0 to 2.
    var likeness: Double {
        let text = words.map(\.text).joined(separator: " ")
        return VietnameseText.accentShare(text) + VietnameseText.syllableShare(text)
    }

    /// Whether wide gaps part the words on several lines, as the cells of a table do.
    var mayHoldTable: Bool {
        let rows = TextRow.rows(of: words).filter { row in
            zip(row.words, row.words.dropFirst()).contains { $1.box.left - $0.box.right > 0.4 * row.size }
        }
        return rows.count >= 3
    }
}

/// Words on one base line, from left to right.
struct TextRow: Sendable {
    var words: [PageWord]
    var box: PageBox
    /// The usual height of its words.
    let size: Double

    init(_ words: [PageWord]) {
        self.words = words.sorted { $0.box.left < $1.box.left }
        box = words.dropFirst().reduce(words.first?.box ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)) {
            $0.union($1.box)
        }
        let heights = words.filter { !$0.isRaised }.map(\.box.height).sorted()
        size = heights.isEmpty ? box.height : heights[heights.count / 2]
    }

    var text: String { words.map(\.text).joined(separator: " ") }

    /// The words gathered into rows, from the top down.
    static func rows(of words: [PageWord]) -> [TextRow] {
        var gathered: [(bottom: Double, height: Double, words: [PageWord])] = []
        for word in words.sorted(by: { ($0.box.bottom, $0.box.left) < ($1.box.bottom, $1.box.left) }) {
            // Descents differ a little between sizes on one line; lines themselves are a whole height apart.
            if let last = gathered.last, word.box.bottom - last.bottom <= 0.3 * min(last.height, word.box.height) {
                gathered[gathered.count - 1].words.append(word)
                gathered[gathered.count - 1].height = max(last.height, word.box.height)
            } else {
                gathered.append((word.box.bottom, word.box.height, [word]))
            }
        }
        return withRaisedWords(withLevelWords(gathered.map { TextRow($0.words) })).sorted {
            $0.box.centre < $1.box.centre
        }
    }

    /// Puts rows of low words into the line around them: a recogniser gives a figure that stands alone its own height.
    private static func withLevelWords(_ rows: [TextRow]) -> [TextRow] {
        var rows = rows
        var index = 0
        while index < rows.count {
            let low = rows[index]
            let host = [index - 1, index + 1].first { other in
                rows.indices.contains(other) && low.size < 0.8 * rows[other].size
                    && abs(low.box.centre - rows[other].box.centre) < 0.15 * rows[other].size
            }
            if let host {
                rows[host] = TextRow(rows[host].words + low.words)
                rows.remove(at: index)
            } else {
                index += 1
            }
        }
        return rows
    }

    /// Puts rows of small raised words (marks of notes, squares of metres) into the line they belong to.
    private static func withRaisedWords(_ rows: [TextRow]) -> [TextRow] {
        var rows = rows
        var index = 0
        while index < rows.count {
            let small = rows[index]
            let hosts = rows.indices.filter { other in
                let host = rows[other]
                return other != index && small.size < 0.8 * host.size && small.box.centre < host.box.centre
                    && small.box.bottom > host.box.top + 0.2 * host.size
                    && small.words.allSatisfy { word in
                        host.words.contains {
                            word.box.left - $0.box.right < 0.4 * host.size && $0.box.left - word.box.right < host.size
                                && abs(word.box.middle - $0.box.middle) < $0.box.width + word.box.width + host.size
                        }
                    }
            }
            guard small.words.count <= 6, let host = hosts.first else {
                index += 1
                continue
            }
            var words = rows[host].words
            words += small.words.map { word in
                var word = word
                word.isRaised = true
                return word
            }
            rows[host] = TextRow(words)
            rows.remove(at: index)
        }
        return rows
    }
}

/// Breaking text into lines of a width.
package enum Wrapping {
    /// The lines of a text, broken at spaces; a word longer than a line is broken inside. Breaks of the text itself stay.
    /// Never empty: no text is one empty line.
    package static func lines(of text: String, width: Int) -> [String] {
        let width = max(1, width)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            wrap(line, width)
        }
    }

    /// The text in one line, cut with "…" where it is longer.
    package static func cut(_ text: String, width: Int) -> String {
        guard text.displayWidth > width else { return text }
        return pieces(of: text[...], max(1, width - 1))[0] + "…"
    }

    private static func wrap(_ line: Substring, _ width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in line.split(separator: " ") {
            let length = word.displayWidth
            if used > 0 && used + 1 + length <= width {
                current += " " + word
                used += 1 + length
                continue
            }
            if used > 0 { lines.append(current) }
            if length <= width {
                (current, used) = (String(word), length)
            } else {
                var parts = pieces(of: word, width)
                current = parts.removeLast()
                lines += parts
                used = current.displayWidth
            }
        }
        return lines + [current]
    }

    /// Pieces no wider than a width, never parting a letter from its marks.
    private static func pieces(of word: Substring, _ width: Int) -> [String] {
        var pieces: [String] = []
        var current = ""
        var used = 0
        for character in word {
            let length = String(character).displayWidth
            if used > 0 && used + length > width {
                pieces.append(current)
                (current, used) = ("", 0)
            }
            current.append(character)
            used += length
        }
        return pieces + [current]
    }
}

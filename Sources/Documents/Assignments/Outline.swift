package import Paper
package import Vietnamese

/// The text of a document as a tree: sections, headings, items, each paragraph under the nearest mark of a higher rank.
package struct Outline {
    /// A paragraph with its mark taken off, and what stands under it.
    package struct Node {
        /// As it stands, mark included.
        package var paragraph: Paragraph
        /// Its number, letter or dash.
        package var mark: ListMark?
        /// What stands under it, in order.
        package var children: [Node] = []
        /// The text after the mark, cut into tokens.
        package let tokens: Tokens

        init(_ paragraph: Paragraph) {
            self.paragraph = paragraph
            mark = ListMark(paragraph.text)
            tokens = Tokens(String(paragraph.text[utf8: (mark?.textOffset ?? 0)..<paragraph.text.utf8.count]))
        }

        /// The text after the mark.
        package var text: String { tokens.text }
        /// Where it begins.
        package var place: Paragraph.Start { .init(offset: 0, place: paragraph.place) }
        /// The text with its mark, as a heading is quoted, without a colon at its end.
        package var heading: String {
            var text = paragraph.text[...]
            while let last = text.last, ": ".contains(last) { text.removeLast() }
            return String(text)
        }

        /// Lower is higher up; running text ranks below every mark.
        fileprivate var rank: Int {
            switch mark?.kind {
            case .part: 0
            case .roman: 1
            case .article: 2
            case .arabic(let depth): 2 + depth
            case .letter: 7
            case .bracketed: 8
            case .dash: 9
            case .plus: 10
            case nil: 11
            }
        }

        /// Ends as a sentence does, not as a heading.
        package var isTerminated: Bool { text.unicodeScalars.last.map { ".;!?…".unicodeScalars.contains($0) } ?? false }
        /// Announces what stands under it.
        package var endsWithColon: Bool { text.last == ":" }
    }

    /// The highest level, in order.
    package var nodes: [Node]

    /// The tree of the paragraphs in order; tables and footnotes are left out.
    package init(_ paragraphs: [Paragraph]) {
        var stack: [Node] = []
        var roots: [Node] = []
        func close(downTo rank: Int) {
            while let top = stack.last, top.rank >= rank {
                stack.removeLast()
                if stack.isEmpty { roots.append(top) } else { stack[stack.count - 1].children.append(top) }
            }
        }
        for paragraph in paragraphs {
            let node = Node(paragraph)
            close(downTo: node.rank)
            stack.append(node)
        }
        close(downTo: 0)
        nodes = roots
    }
}

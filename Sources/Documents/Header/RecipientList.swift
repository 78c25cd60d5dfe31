import Paper
import Vietnamese

/// The entries of Nơi nhận and of Kính gửi.
enum RecipientList {
    /// The recipients, one an entry, without dash and closing sign.
    static func recipients(_ lines: [Paragraph]) -> [String] {
        entries(lines, label: 2)
    }

    /// The addressees, one body or collective each; "Các Sở: A, B" is as many bodies.
    static func addressees(_ lines: [Paragraph]) -> [String] {
        entries(lines, label: 2).flatMap(parted)
    }

    /// - Parameter label: number of words of the label on the first line.
    private static func entries(_ lines: [Paragraph], label: Int) -> [String] {
        var entries: [String] = []
        var isOpen = false
        for (index, line) in lines.enumerated() {
            var text = line.text[...]
            if index == 0 {
                let tokens = Tokens(line.text)
                var start = min(label, tokens.list.count)
                while start < tokens.list.count, tokens.list[start].folded == ":" { start += 1 }
                text = start < tokens.list.count ? tokens[start..<tokens.list.count] : ""
                if tokens.list.count > label, tokens.list[label].folded != ":", start == label,
                    label < tokens.list.count,
                    tokens.list[label].folded == "("
                {
                    text = tokens[start..<tokens.list.count]
                }
            }
            for piece in pieces(String(text)) {
                let (content, isItem) = withoutMark(piece)
                guard !content.isEmpty else { continue }
                if isOpen, !isItem, let last = entries.last {
                    entries[entries.count - 1] = last + " " + content
                } else {
                    entries.append(content)
                }
                isOpen = ![";", "."].contains(content.last) && !(content.hasSuffix(":"))
            }
        }
        return entries.map(clean).filter { !$0.isEmpty }
    }

    /// Entries that stand on one line: "- Như trên; - Lưu: VT."
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var start = text.startIndex
        var index = text.startIndex
        while let sign = text[index...].firstIndex(of: ";") {
            var next = text.index(after: sign)
            while next < text.endIndex, text[next] == " " { next = text.index(after: next) }
            let follows = text[next...].unicodeScalars.first
            let isDash = follows.map { "-–+•".unicodeScalars.contains($0) } ?? false
            // Without dashes every ";" parts two entries.
            let parts = isDash || !"-–+•".unicodeScalars.contains(text[start...].unicodeScalars.first ?? "-")
            if parts, next < text.endIndex {
                pieces.append(String(text[start...sign]))
                start = next
            }
            index = next
            if index >= text.endIndex { break }
        }
        pieces.append(String(text[start...]))
        return pieces
    }

    private static func withoutMark(_ text: String) -> (String, isItem: Bool) {
        var rest = text.unicodeScalars[...]
        var isItem = false
        while let first = rest.first, first == " " || "-–—+•*·".unicodeScalars.contains(first) {
            if first != " " { isItem = true }
            rest.removeFirst()
        }
        return (String(Substring(rest)), isItem)
    }

    private static func clean(_ text: String) -> String {
        var text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while let last = text.unicodeScalars.last, ".;:,".unicodeScalars.contains(last) || last == " " {
            text.unicodeScalars.removeLast()
        }
        return VietnameseWriting.hasAccents(text) ? text : VietnameseWriting.restored(text)
    }

    /// "Các Sở: Công Thương, Tài chính" as "Sở Công Thương", "Sở Tài chính"; "UBND các phường: A, B" as two.
    private static func parted(_ entry: String) -> [String] {
        guard let colon = entry.firstIndex(of: ":") else { return [entry] }
        let head = entry[..<colon].split(separator: " ").map(String.init)
        let names = entry[entry.index(after: colon)...].split { $0 == "," || $0 == ";" }
            .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
        guard let each = head.firstIndex(where: { $0.folded == "cac" }), each + 1 < head.count, names.count > 1 else {
            return [entry]
        }
        var kind = head
        kind.remove(at: each)
        var result: [String] = []
        for name in names {
            // "Văn hóa, Thể thao và Du lịch" is one: a piece that names nothing begun anew goes with the one before.
            if let last = result.last, continuesName(last, name) {
                result[result.count - 1] = last + ", " + name
            } else {
                result.append((kind + [name]).joined(separator: " "))
            }
        }
        return result
    }

    private static func continuesName(_ last: String, _ next: String) -> Bool {
        let ending = last.folded
        return (ending.hasSuffix("van hoa") && next.folded.hasPrefix("the thao"))
            || (ending.hasSuffix("lao dong") && next.folded.hasPrefix("thuong binh"))
    }
}

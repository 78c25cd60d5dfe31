import Paper
import Vietnamese

/// What a text says of its annexes (phụ lục).
struct AnnexReferences: Sendable {
    struct Reference: Sendable {
        /// Value of the numeral; `nil` where the annex has none or the reference is to all.
        let number: Int?
        /// "III", as written.
        let label: String
        let place: Place
    }
    private(set) var references: [Reference] = []
    private(set) var headings: [Reference] = []
    /// Whether something follows the signature that belongs to the document without the word "Phụ lục".
    private(set) var hasOtherAttachment = false
    /// Whether the text speaks of something attached in other words.
    private(set) var speaksOfAttachment = false

    init(_ parts: DocumentParts) {
        let headingLines = Set(parts.annexHeadings.map(\.place))
        for line in parts.annexHeadings {
            let words = line.text.split(separator: " ").dropFirst(2)
            let label = words.first.map { $0.filter { $0.isLetter || $0.isNumber } } ?? ""
            let number = Self.number(label)
            guard !headings.contains(where: { $0.number == number }) else { continue }
            headings.append(Reference(number: number, label: number == nil ? "" : label, place: line.place))
        }
        let firstHeading = parts.annexHeadings.first?.place.line ?? Int.max
        for line in parts.lines where !headingLines.contains(line.place) {
            if line.opening.hasPrefix("(kem theo") || line.opening.hasPrefix("(ban hanh kem") {
                hasOtherAttachment = true
                continue
            }
            let isText = line.place.line < firstHeading
            if isText && !speaksOfAttachment {
                speaksOfAttachment = line.text.hasBytes("èm theo") || line.text.hasBytes("ính kèm")
            }
            // Bytes of "ụ lục" and "Ụ LỤC": the first letter may be large or small.
            guard line.text.hasBytes("ụ lục") || line.text.hasBytes("Ụ LỤC") else { continue }
            collect(line)
        }
    }

    private mutating func collect(_ line: ReviewLine) {
        let tokens = Tokens(line.text)
        let list = tokens.list
        var index = 0
        while index + 1 < list.count {
            defer { index += 1 }
            guard list[index].folded == "phu", list[index + 1].folded == "luc" else { continue }
            var next = index + 2
            var found: [Reference] = []
            while next < list.count {
                let label = String(line.text[utf8: list[next].range])
                if let number = Self.number(label) {
                    found.append(Reference(number: number, label: label, place: line.place))
                } else if !(list[next].folded == "va" || list[next].folded == ",") || found.isEmpty {
                    break
                }
                next += 1
            }
            let tail = list[next...].prefix(10).map(\.folded)
            if Self.isOfAnotherDocument(tail) { continue }
            if found.isEmpty || tail.first == "den" { found = [Reference(number: nil, label: "", place: line.place)] }
            references += found
        }
    }

    /// "Phụ lục I ban hành kèm theo Nghị định số 30/2020/NĐ-CP" is none of this document's.
    private static func isOfAnotherDocument(_ tail: [String]) -> Bool {
        if tail.contains("nay") { return false }
        // A document's number: "15/KH-UBND".
        if zip(tail, tail.dropFirst()).contains(where: { $0 == "/" && $1.first?.isLetter == true }) { return true }
        let text = " \(tail.joined(separator: " ")) "
        return [" nghi dinh ", " thong tu ", " luat ", " so ", " huong dan ", " hop dong ", " cong van "].contains(
            where: text.contains)
    }

    /// Value of "IV", "4", "04" or "D".
    private static func number(_ label: String) -> Int? {
        if let value = Int(label) { return 1...50 ~= value ? value : nil }
        if let roman = NumberLabel("\(label). A"), roman.kind == .roman { return roman.value }
        guard label.count == 1, let letter = label.lowercased().first, label.first?.isUppercase == true else {
            return nil
        }
        return NumberLabel.letters.firstIndex(of: letter).map { $0 + 1 }
    }
}

extension String {
    /// Whether the bytes of `other` occur, in exactly this form.
    fileprivate func hasBytes(_ other: StaticString) -> Bool {
        var copy = self
        return copy.withUTF8 { text in
            let count = other.utf8CodeUnitCount
            guard text.count >= count else { return false }
            let start = other.utf8Start
            // The last byte tells most places apart at once.
            let rare = start[count - 1]
            var index = count - 1
            while index < text.count {
                if text[index] == rare {
                    var offset = 0
                    while offset < count && text[index - count + 1 + offset] == start[offset] { offset += 1 }
                    if offset == count { return true }
                }
                index += 1
            }
            return false
        }
    }
}

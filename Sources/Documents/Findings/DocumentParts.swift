import Paper
import Vietnamese

/// The parts that rules of form look at, as they stand on the paper (thể thức: Nghị định 30/2020/NĐ-CP, Điều 8).
struct DocumentParts: Sendable {
    /// Every line outside tables of data.
    let lines: [ReviewLine]
    /// Quốc hiệu.
    private(set) var nationalTitle: ReviewLine?
    /// Tiêu ngữ.
    private(set) var motto: ReviewLine?
    /// The line with "Số:".
    private(set) var number: ReviewLine?
    /// The line with place and date.
    private(set) var date: ReviewLine?
    /// "Kính gửi".
    private(set) var addresseesHeading: ReviewLine?
    private(set) var addressees: [ReviewLine] = []
    /// "Nơi nhận".
    private(set) var recipientsHeading: ReviewLine?
    private(set) var recipients: [ReviewLine] = []
    /// Headings of annexes ("Phụ lục I", "PHỤ LỤC …").
    private(set) var annexHeadings: [ReviewLine] = []
    /// Written by a body of the Party, whose form another rule governs.
    private(set) var isOfParty = false

    init(_ lines: [ReviewLine]) {
        self.lines = lines
        var recipientsIndex: Int?
        var addresseesIndex: Int?
        for (index, line) in lines.enumerated() {
            let opening = line.opening
            switch opening.utf8.first {
            case UInt8(ascii: "c")
            where nationalTitle == nil && opening.hasPrefix("cong hoa xa hoi") && line.text.utf8.count < 80:
                nationalTitle = line
            case UInt8(ascii: "d") where motto == nil && opening.hasPrefix("doc lap") && line.text.utf8.count < 60:
                motto = line
            case UInt8(ascii: "d") where index < 15 && opening.hasPrefix("dang cong san viet nam"): isOfParty = true
            case UInt8(ascii: "s")
            where number == nil && (opening.hasPrefix("so:") || opening.hasPrefix("so :"))
                && line.text.utf8.contains(UInt8(ascii: "/")):
                number = line
            case UInt8(ascii: "n") where opening.hasPrefix("noi nhan"): recipientsIndex = recipientsIndex ?? index
            case UInt8(ascii: "k") where opening.hasPrefix("kinh gui"): addresseesIndex = addresseesIndex ?? index
            case UInt8(ascii: "p") where line.isAnnexHeading: annexHeadings.append(line)
            default: break
            }
        }
        findUnpartedHead()
        findDate()
        if let index = recipientsIndex {
            recipientsHeading = lines[index]
            recipients = Self.list(lines, after: index)
        }
        if let index = addresseesIndex {
            addresseesHeading = lines[index]
            addressees = Self.list(lines, after: index)
        }
    }

    /// The line that follows another.
    func line(after line: ReviewLine) -> ReviewLine? {
        guard let index = lines.firstIndex(where: { $0.place == line.place && $0.text == line.text }),
            index + 1 < lines.endIndex
        else { return nil }
        return lines[index + 1]
    }

    /// The last line that begins as a signing block does, where `capacity` is how its lines read joined.
    func line(inCapitals capacity: String) -> ReviewLine? {
        let first = capacity.prefix { $0 != ";" && $0 != "\n" }
        return lines.last { $0.text.hasPrefix(first) }
    }

    /// Where the two columns of the head stand on one line.
    private mutating func findUnpartedHead() {
        guard nationalTitle == nil || motto == nil || number == nil else { return }
        for line in lines.prefix(12) where line.text.utf8.count < 200 {
            let folded = line.text.folded
            if nationalTitle == nil && folded.contains("cong hoa xa hoi chu nghia") && line.text.contains("CỘNG") {
                nationalTitle = line
            }
            if motto == nil && folded.contains("doc lap") && folded.contains("hanh phuc") { motto = line }
            if number == nil && line.text.contains("Số:") { number = line }
            if nationalTitle == nil && folded.contains("dang cong san viet nam") { isOfParty = true }
        }
    }

    /// The date stands near the number and the motto, or at the very beginning.
    private mutating func findDate() {
        let near = [number, motto, nationalTitle].compactMap { $0?.place.line }
        for (index, line) in lines.enumerated() where line.text.utf8.count < 160 {
            guard index < 12 || near.contains(where: { abs($0 - line.place.line) <= 12 }) else { continue }
            guard !line.isListItem && !line.opening.hasPrefix("(") else { continue }
            let words = Tokens(line.text).list.map(\.folded)
            // A sentence may hold a date too; the line of the date begins with a place, at most a few words.
            guard let day = words.firstIndex(of: "ngay"), day <= 8 || line.place == number?.place,
                let month = words[day...].firstIndex(of: "thang"), month <= day + 2,
                let year = words[month...].firstIndex(of: "nam"), year <= month + 2, words.count <= year + 3
            else { continue }
            date = line
            return
        }
    }

    /// The items of a list, each with its continuations, as one line with the place where it begins.
    private static func list(_ lines: [ReviewLine], after heading: Int) -> [ReviewLine] {
        var items: [ReviewLine] = []
        for line in lines[(heading + 1)...] {
            guard line.container == lines[heading].container else { break }
            if line.isListItem {
                items.append(line)
            } else {
                guard let last = items.last, let sign = last.lastSign, !";.:".unicodeScalars.contains(sign),
                    !line.isInCapitals
                else { break }
                items[items.count - 1] = ReviewLine(
                    "\(last.text) \(line.text)", at: last.place, style: last.style, container: last.container)
            }
        }
        return items
    }
}

extension ReviewLine {
    /// "Phụ lục", "Phụ lục I", "PHỤ LỤC DANH MỤC …", but no sentence that begins so.
    fileprivate var isAnnexHeading: Bool {
        guard opening.hasPrefix("phu luc"), text.utf8.count < 240, let sign = lastSign,
            !".;,:".unicodeScalars.contains(sign) || text.utf8.count < 20
        else { return false }
        let rest = text.split(separator: " ", maxSplits: 3).dropFirst(2)
        guard let next = rest.first else { return true }
        return next.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
            || (rest.count == 2 && next.isAnnexLabel && rest.last?.first?.isUppercase == true)
    }
}

extension Substring {
    /// "I", "02", "1.", "A:".
    fileprivate var isAnnexLabel: Bool {
        let bare = filter { $0.isLetter || $0.isNumber }
        return !bare.isEmpty && bare.count <= 4
            && (bare.allSatisfy { $0.isNumber } || bare.allSatisfy { "IVXABCDĐE".contains($0) })
    }
}

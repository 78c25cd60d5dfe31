/// The number that a heading, a clause or a point begins with (đánh số: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6).
struct NumberLabel: Equatable {
    /// Numbers of one kind under one heading form a sequence.
    enum Kind: Hashable {
        /// "III."
        case roman
        /// "Điều 3."
        case article
        /// "3."
        case arabic
        /// "3.2." under `prefix` [3]
        case dotted(prefix: [Int])
        /// "đ)"
        case letter
    }
    let kind: Kind
    /// From 1; a letter counts in the Vietnamese alphabet.
    let value: Int
    /// As written: "3.2", "đ)".
    let text: String
    /// "3.2"
    var isDotted: Bool {
        if case .dotted = kind { return true }
        return false
    }

    /// Points run through these; f, j, w and z are no Vietnamese letters (Nghị định 30/2020/NĐ-CP, Phụ lục I; T1).
    static let letters: [Character] = Array("abcdđeghiklmnopqrstuvxy")

    /// - Returns: `nil` where the text begins with no number. A point with a letter that does not exist has value 0.
    init?(_ text: String) {
        var utf8 = Substring(text).utf8
        guard let first = utf8.first else { return nil }
        switch first {
        case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"):
            let numeral = utf8.prefix { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
            utf8 = utf8.dropFirst(numeral.count)
            guard let value = Self.roman(numeral), utf8.first == UInt8(ascii: ".") else { return nil }
            guard utf8.count == 1 || utf8.dropFirst().first == 0x20 else { return nil }
            self.init(kind: .roman, value: value, text: "\(Substring(numeral)).")
        case 0x30...0x39: self.init(numbers: utf8)
        case 0xC4 where utf8.starts(with: "Điều ".utf8):
            let digits = utf8.dropFirst("Điều ".utf8.count).prefix { 0x30...0x39 ~= $0 }
            let rest = utf8.dropFirst("Điều ".utf8.count + digits.count)
            guard let value = Int(Substring(digits)), rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ":")
            else { return nil }
            self.init(kind: .article, value: value, text: "Điều \(value)")
        default: self.init(letter: text)
        }
    }

    private init(kind: Kind, value: Int, text: String) {
        self.kind = kind
        self.value = value
        self.text = text
    }

    /// "3. Sở", "3.2. Xây", "12) Các": at most two digits each, a capital or a quotation after.
    private init?(numbers: Substring.UTF8View) {
        var rest = numbers
        var values: [Int] = []
        while true {
            let digits = rest.prefix { 0x30...0x39 ~= $0 }
            guard 1...2 ~= digits.count, let value = Int(Substring(digits)), value > 0 else { break }
            values.append(value)
            rest = rest.dropFirst(digits.count)
            guard rest.first == UInt8(ascii: ".") else { break }
            rest = rest.dropFirst()
        }
        let isClosed = rest.startIndex > numbers.startIndex && numbers[numbers.index(before: rest.startIndex)] == 0x2E
        if rest.first == UInt8(ascii: ")") {
            rest = rest.dropFirst()
        } else if !isClosed && values.count < 2 {
            return nil
        }
        guard let last = values.last, rest.first == 0x20, let next = Substring(rest.dropFirst()).first,
            next.isUppercase || next == "“" || next == "\""
        else { return nil }
        let label = values.map(String.init).joined(separator: ".")
        self.init(
            kind: values.count == 1 ? .arabic : .dotted(prefix: values.dropLast()), value: last, text: label)
    }

    /// "đ) Xây" or "a. Xây".
    private init?(letter text: String) {
        let start = text.unicodeScalars.prefix(3)
        guard start.count == 3, let letter = start.first, letter.properties.isLowercase,
            let sign = start.dropFirst().first, sign == ")" || sign == ".", start.last == " "
        else { return nil }
        let value = Self.letters.firstIndex(of: Character(letter)).map { $0 + 1 }
        guard value != nil || "fjwz".unicodeScalars.contains(letter) else { return nil }
        self.init(kind: .letter, value: value ?? 0, text: "\(letter)\(sign)")
    }

    private static func roman(_ numeral: Substring.UTF8View) -> Int? {
        let values = numeral.map { $0 == 0x49 ? 1 : $0 == 0x56 ? 5 : 10 }
        guard !values.isEmpty, values.count <= 6 else { return nil }
        var sum = 0
        for (index, value) in values.enumerated() {
            sum += index + 1 < values.count && value < values[index + 1] ? -value : value
        }
        return sum
    }
}

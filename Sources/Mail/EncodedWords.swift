import Foundation

/// Text in a header of a letter: as it is where it is plain ASCII and short, else as encoded words (RFC 2047), each of at most 75
/// characters and of whole scalars, on lines of at most 76.
enum EncodedWords {
    /// The value of a header, folded.
    /// - Parameter used: How many characters of the first line the header's name takes.
    static func header(_ text: String, after used: Int) -> String {
        let isPlain = text.utf8.allSatisfy { (32..<127).contains($0) } && !text.contains("=?")
        return isPlain && used + text.utf8.count <= 76 ? text : words(text, after: used)
    }

    /// Encoded words only.
    static func words(_ text: String, after used: Int) -> String {
        // Control characters, above all ends of lines, have no place in a header.
        let scalars = text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
        var words: [String] = []
        var rest = scalars[...]
        while !rest.isEmpty {
            let room = (words.isEmpty ? min(75, 76 - used) : 75) - frame
            let word = rest.prefix(bytes: room / 4 * 3)
            let bytes = Data(String(String.UnicodeScalarView(word)).utf8)
            words.append("=?UTF-8?B?\(bytes.base64EncodedString())?=")
            rest = rest.dropFirst(word.count)
        }
        return words.joined(separator: "\r\n ")
    }

    /// What stands around the base64 of a word.
    private static let frame = "=?UTF-8?B??=".count
}

extension ArraySlice<Unicode.Scalar> {
    /// As many scalars as have at most so many bytes, at least one.
    fileprivate func prefix(bytes limit: Int) -> Self {
        var (count, end) = (0, startIndex)
        while end < endIndex {
            count += UTF8.width(self[end])
            if count > limit, end > startIndex { break }
            formIndex(after: &end)
        }
        return self[..<end]
    }
}

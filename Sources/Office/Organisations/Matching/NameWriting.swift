import Vietnamese

extension String {
    /// A name as it is kept: composed, tone marks in one style, single spaces.
    var nameWritten: String { toneNormalised.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

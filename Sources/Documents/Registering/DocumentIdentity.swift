import Vietnamese
import WorkCalendar

/// What makes two files one document: number, day and issuer, however they are typed.
enum DocumentIdentity {
    /// - Returns: `nil` where the document leaves one of the three blank.
    static func key(of header: DocumentHeader) -> String? {
        guard let number = header.number, let day = header.date, let issuer = header.issuer else { return nil }
        let whose = [issuer, header.parentIssuer].compactMap(\.self).map(key(ofName:)).joined(separator: "|")
        return [key(ofNumber: number), day.description, whose].joined(separator: "|")
    }

    /// "243 /KH-UBND" is "243/kh-ubnd".
    static func key(ofNumber number: String) -> String {
        number.folded.filter { !$0.isWhitespace }
    }

    private static func key(ofName name: String) -> String {
        Tokens(Abbreviation.expandedBody(name, everywhere: true)).list.filter { $0.kind != .mark }.map(\.folded)
            .joined(separator: " ")
    }
}

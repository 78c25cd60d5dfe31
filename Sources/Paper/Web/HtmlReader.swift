/// Reads a web page, be it Word's "saved as web page" (.html, .htm, and many a .doc).
package enum HtmlReader {
    /// Reads the page from its bytes.
    /// - Throws: ``PaperError``.
    package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Transcript {
        let decoded = try TextDecoding.decodePage(bytes, limits: limits)
        let page = HTMLPage(limits: limits)
        try HTMLParser.parse(withoutConditions(decoded.text), limits: limits, to: page)
        let (blocks, legacy) = try page.finish()
        let repairs = legacy.sorted { $0.rawValue < $1.rawValue }.map { Repair.legacyFont($0) }
        return .laying(blocks, format: .html, repairs: repairs + decoded.repairs)
    }

    /// Word's `<![if …]>` and `<![endif]>`, which libxml2 takes for text; what stands between them stays.
    private static func withoutConditions(_ page: String) -> String {
        let mark = Array("<![".utf8)
        guard var next = page.utf8.firstRange(of: mark) else { return page }
        var rest = page.utf8[...]
        var result: [UInt8] = []
        result.reserveCapacity(page.utf8.count)
        while true {
            result += rest[..<next.lowerBound]
            rest = rest[next.lowerBound...]
            let end = rest.prefix(200).firstIndex(of: UInt8(ascii: ">"))
            if let end, rest[..<end].last == UInt8(ascii: "]"), !rest.starts(with: "<![CDATA[".utf8) {
                rest = rest[rest.index(after: end)...]
            } else {
                result += mark
                rest = rest[next.upperBound...]
            }
            guard let following = rest.firstRange(of: mark) else { break }
            next = following
        }
        result += rest
        return String(decoding: result, as: UTF8.self)
    }
}

extension FileFormat {
    /// Tells a file's format by its content.
    /// - Throws: ``PaperError/empty``, ``PaperError/passwordProtected``, ``PaperError/unknownFormat``; what opening an
    ///   archive throws.
    package static func detect(_ bytes: [UInt8], limits: Limits = Limits()) throws -> FileFormat {
        guard !bytes.isEmpty else { throw PaperError.empty }
        if let format = byMagic(bytes) { return format }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try inArchive(bytes, limits: limits)
        }
        if CompoundFile.isOne(bytes) { return try CompoundFile(bytes).format() }
        return try ofText(bytes, limits: limits)
    }

    /// Whether a file may be one that can be read, judged by its first bytes alone: nothing of it is opened, so that a server can
    /// turn a film or a program away at once. What passes may still turn out to be no document.
    package static func isConceivable(_ head: [UInt8]) -> Bool {
        if head.isEmpty { return false }
        if byMagic(head) != nil || CompoundFile.isOne(head) { return true }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return true }
        // Text: in UTF-16 only behind its mark has it a NUL.
        return head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || !head.contains(0)
    }

    /// The formats told by their first bytes alone.
    static func byMagic(_ bytes: [UInt8]) -> FileFormat? {
        let head = bytes.prefix(1024)
        if head.starts(with: "{\\rtf".utf8) || head.starts(with: [0xEF, 0xBB, 0xBF] + Array("{\\rtf".utf8)) {
            return .rtf
        }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: [0x49, 0x49, 0x2A, 0x00]) || head.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) { return .tiff }
        // The header of a PDF may stand anywhere in the first kilobyte (ISO 32000-1, annex H).
        if head.contains("%PDF-".utf8) { return .pdf }
        return nil
    }

    private static func inArchive(_ bytes: [UInt8], limits: Limits) throws -> FileFormat {
        try ZipArchive.open(bytes, as: .docx, limits: limits) { archive in
            if let kind = try archive.part("mimetype").map({ String(decoding: $0, as: UTF8.self) }) {
                guard kind.hasPrefix("application/vnd.oasis.opendocument.text") else { throw PaperError.unknownFormat }
                return .odt
            }
            let main = try OfficeRelations(of: "", in: &archive, limits: limits).target(kind: "officeDocument")
            if main?.hasPrefix("word/") ?? archive.contains("word/document.xml") { return .docx }
            if main?.hasPrefix("xl/") ?? archive.contains("xl/workbook.xml") { return .xlsx }
            if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") { return .odt }
            throw PaperError.unknownFormat
        }
    }

    private static func ofText(_ bytes: [UInt8], limits: Limits) throws -> FileFormat {
        let text = try TextDecoding.decode(Array(bytes.prefix(1 << 16)), limits: limits).text
        if looksLikeHTML(text), !(looksLikeMarkdown(text) && !hasPageTags(text)) { return .html }
        return looksLikeMarkdown(text) ? .markdown : .text
    }

    private static func looksLikeHTML(_ text: String) -> Bool {
        var head = Substring(String(decoding: text.utf8.prefix(4096), as: UTF8.self).lowercased())
        head = head.drop { $0.isWhitespace }
        while head.hasPrefix("<!--") || head.hasPrefix("<?xml") {
            let close = head.hasPrefix("<?") ? "?>" : "-->"
            guard let end = head.utf8.firstRange(of: close.utf8) else { return false }
            head = head[end.upperBound...].drop { $0.isWhitespace }
        }
        let starts = [
            "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<style", "<table", "<div", "<p>", "<p ",
            "<span",
            "<center", "<font", "<h1", "<h2", "<h3", "<link", "<script", "<br", "<b>", "<ul", "<ol", "<section",
            "<article",
        ]
        return starts.contains { head.hasPrefix($0) }
    }

    /// Tags that a web page has and Markdown framed by a `<div>` or `<center>` has not.
    private static func hasPageTags(_ text: String) -> Bool {
        let head = String(decoding: text.utf8.prefix(4096), as: UTF8.self).lowercased()
        return ["<html", "<body", "</p>", "</td>", "</tr>"].contains { head.utf8.firstRange(of: $0.utf8) != nil }
    }

    /// Headings by `#` or the rule under a table's head; a lone pipe or asterisk is found in plain texts too.
    private static func looksLikeMarkdown(_ text: String) -> Bool {
        var headings = 0
        for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(2000) {
            let line = line.drop { $0 == 0x20 }
            if line.first == UInt8(ascii: "#") {
                let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
                if marks <= 6, line.dropFirst(marks).first == 0x20 { headings += 1 }
                if headings >= 2 { return true }
            } else if line.contains(UInt8(ascii: "|")), line.contains(UInt8(ascii: "-")),
                line.allSatisfy({ $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 })
            {
                return true
            }
        }
        return false
    }
}

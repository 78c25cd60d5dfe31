/// Reads a Word document (.docx and its siblings .docm, .dotx).
package enum DocxReader {
    /// Reads the document from its bytes.
    /// - Throws: ``PaperError``.
    package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Transcript {
        try ZipArchive.open(bytes, as: .docx, limits: limits) { archive in
            let main = try OfficeRelations(of: "", in: &archive, limits: limits).target(kind: "officeDocument")
            let document = main ?? "word/document.xml"
            let relations = try OfficeRelations(of: document, in: &archive, limits: limits)
            var body = WordBody(limits: limits)
            if let part = try archive.part(relations.target(kind: "styles") ?? "word/styles.xml") {
                body.styles = try WordStyles(part, limits: limits)
            }
            if let part = try archive.part(relations.target(kind: "numbering") ?? "word/numbering.xml") {
                body.numbering = try WordNumbering(part, limits: limits)
            }
            var blocks = try body.blocks(of: try archive.required(document), part: document)
            let references = body.noteReferences
            for kind in [WordNote.Kind.footnote, .endnote] where references.contains(where: { $0.kind == kind }) {
                guard let part = try archive.part(relations.target(kind: kind.part) ?? "word/\(kind.part).xml") else {
                    continue
                }
                let notes = try body.notes(of: part, part: kind.part)
                for reference in references where reference.kind == kind {
                    guard let paragraphs = notes[reference.id], !paragraphs.isEmpty else { continue }
                    blocks.append(.footnote(Footnote(label: reference.label, paragraphs: paragraphs)))
                }
            }
            blocks = try letterhead(&body, relations, &archive) + blocks
            let repairs = body.legacy.sorted { $0.rawValue < $1.rawValue }.map { Repair.legacyFont($0) }
            return .laying(blocks, format: .docx, repairs: repairs)
        }
    }

    /// What the first page shows above its text: all of a header of its own; of the common one the letterhead, and a mark of
    /// secrecy wherever it stands.
    private static func letterhead(
        _ body: inout WordBody, _ relations: OfficeRelations, _ archive: inout ZipArchive
    ) throws -> [Block] {
        let headers = body.headers
        let own = headers.hasOwnFirst ? try header(headers.first, &body, relations, &archive) : []
        let common = try header(headers.common, &body, relations, &archive)
        if !headers.hasOwnFirst, common.contains(where: \.isLetterhead) { return common }
        return own.contains(where: \.isSecrecyMark) ? own : common.filter(\.isSecrecyMark) + own
    }

    private static func header(
        _ id: String?, _ body: inout WordBody, _ relations: OfficeRelations, _ archive: inout ZipArchive
    ) throws -> [Block] {
        guard let target = id.flatMap({ relations.target(id: $0) }), let part = try archive.part(target) else {
            return []
        }
        return try body.blocks(of: part, part: target).filter { !$0.isPageNumber }
    }
}

/// The relations of an OPC part: which other parts it uses.
struct OfficeRelations {
    private var byKind: [String: String] = [:]
    private var byID: [String: String] = [:]

    /// Reads the relations of a part; of the whole package for the empty name.
    init(of part: String, in archive: inout ZipArchive, limits: Limits, format: FileFormat = .docx) throws {
        let cut = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let folder = String(part[..<cut])
        guard let bytes = try archive.part(folder + "_rels/" + part[cut...] + ".rels") else { return }
        try XMLPull<WordTag>.read(bytes, part: part + ".rels", of: format, limits: limits) { xml in
            try xml.everyElement { xml, tag in
                guard tag == .relationship, xml.attribute("TargetMode") != "External",
                    let target = xml.attribute("Target")
                else { return }
                let path = target.hasPrefix("/") ? String(target.dropFirst()) : Self.resolve(folder + target)
                if let id = xml.attribute("Id") { byID[id] = path }
                if let kind = xml.attribute("Type")?.split(separator: "/").last, byKind[String(kind)] == nil {
                    byKind[String(kind)] = path
                }
            }
        }
    }

    /// The part of a kind (`styles`), by the last word of the relation's type.
    func target(kind: String) -> String? { byKind[kind] }

    /// The part of a relation's id.
    func target(id: String) -> String? { byID[id] }

    private static func resolve(_ path: String) -> String {
        guard path.contains("./") else { return path }
        var folders: [Substring] = []
        for folder in path.split(separator: "/") where folder != "." {
            if folder == ".." { _ = folders.popLast() } else { folders.append(folder) }
        }
        return folders.joined(separator: "/")
    }
}

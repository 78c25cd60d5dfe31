/// Reads an OpenDocument text (.odt, .ott).
package enum OdtReader {
    /// Reads the document from its bytes.
    /// - Throws: ``PaperError``.
    package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Transcript {
        try ZipArchive.open(bytes, as: .odt, limits: limits) { archive in
            if let manifest = try archive.part("META-INF/manifest.xml") {
                try XMLPull<OdfTag>.read(manifest, part: "manifest.xml", of: .odt, limits: limits) { xml in
                    try xml.everyElement { _, tag in
                        if tag == .encryptionData { throw PaperError.passwordProtected }
                    }
                }
            }
            var body = OdfBody(limits: limits)
            if let part = try archive.part("styles.xml") { try body.readStyles(part) }
            let blocks = try body.blocks(of: try archive.required("content.xml"))
            let repairs = body.legacy.sorted { $0.rawValue < $1.rawValue }.map { Repair.legacyFont($0) }
            return .laying(body.letterhead + blocks + body.notes, format: .odt, repairs: repairs)
        }
    }
}

/// The compound file of Microsoft Office before 2007 ([MS-CFB]): a file system in a file. Enough of it to tell what is in.
struct CompoundFile {
    private let bytes: [UInt8]
    private let sector: Int

    static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 512 && bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        sector = bytes[30] == 12 ? 4096 : 512
    }

    /// The document in it.
    /// - Throws: ``PaperError/passwordProtected`` for an encrypted document of any kind of Office;
    ///   ``PaperError/damaged(_:detail:)``; ``PaperError/unknownFormat`` for a workbook or presentation.
    func format() throws -> FileFormat {
        if stream("EncryptedPackage") != nil { throw PaperError.passwordProtected }
        guard let entry = stream("WordDocument") else {
            // Cut off before its directory it may be anything; the old Word is what offices have.
            let directory = (word(48) | word(50) << 16) &* sector &+ sector
            guard directory < bytes.count else { throw PaperError.damaged(.doc, detail: "compound file cut off") }
            throw PaperError.unknownFormat
        }
        // The file information block: wIdent, and the bit fEncrypted of its flags ([MS-DOC] 2.5.2).
        let start = (word(entry + 116) | word(entry + 118) << 16) &* sector &+ sector
        if start > 0, start + 12 <= bytes.count, word(start) == 0xA5EC, word(start + 10) & 0x0100 != 0 {
            throw PaperError.passwordProtected
        }
        return .doc
    }

    /// Whether an old Excel's workbook is in it, and not encrypted as a whole.
    var hasWorkbook: Bool {
        stream("EncryptedPackage") == nil && (stream("Workbook") != nil || stream("Book") != nil)
    }

    /// Where the directory's entry of a stream stands: entries are 128 bytes, at multiples of that, begin with the name in
    /// UTF-16 and give its length with the closing zero at 64 and the kind, 2 for a stream, at 66.
    private func stream(_ name: String) -> Int? {
        let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        var at = 512
        while at + 128 <= bytes.count {
            if bytes[at] == wanted[0], bytes[at + 66] == 2, word(at + 64) == wanted.count + 2,
                bytes[at..<(at + wanted.count)].elementsEqual(wanted)
            {
                return at
            }
            at += 128
        }
        return nil
    }

    private func word(_ at: Int) -> Int {
        at + 1 < bytes.count ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : 0
    }
}

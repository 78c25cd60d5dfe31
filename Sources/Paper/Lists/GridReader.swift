import Vietnamese

/// Reads the tables of a file for lists that come in: workbooks with the numbers of their rows and exact values, lists of values, and the
/// tables of documents.
package enum GridReader {
    /// What a file has.
    package struct Result: Sendable {
        /// In their order.
        package let grids: [Grid]
        /// The document they stand in; `nil` for a workbook and a list of values.
        package let transcript: Transcript?
    }

    /// Reads the file at a path.
    /// - Throws: ``PaperError``; `CancellationError`.
    package static func read(path: String, limits: Limits = Limits()) async throws -> Result {
        let bytes = try Transcriber.bytes(ofFile: path, limits: limits)
        if let ending = try Spreadsheet.ending(bytes, limits: limits) {
            let converted = try await LibreOffice.convert(sheet: bytes, ending: ending, limits: limits)
            return Result(grids: try XlsxReader.grids(converted, limits: limits), transcript: nil)
        }
        switch try FileFormat.detect(bytes, limits: limits) {
        case .xlsx: return Result(grids: try XlsxReader.grids(bytes, limits: limits), transcript: nil)
        case .text, .markdown:
            let text = try TextDecoding.decode(bytes, limits: limits).text
            return Result(grids: [CSVReader.read(text)], transcript: nil)
        default:
            let transcript = try await Transcriber.transcribe(path: path, limits: limits)
            return Result(grids: grids(of: transcript.blocks), transcript: transcript)
        }
    }

    private static func grids(of blocks: [Block]) -> [Grid] {
        var above: [String] = []
        var grids: [Grid] = []
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): above = Array((above + [paragraph.text]).suffix(8))
            case .table(let table):
                grids.append(Grid(table, above: above))
                above = []
            case .footnote: break
            }
        }
        return grids
    }
}

extension Grid {
    fileprivate init(_ table: Table, above: [String]) {
        self.init(
            above: above,
            rows: table.rows.enumerated().map { number, row in
                Row(
                    number: number + 1,
                    cells: row.cells.compactMap { cell in
                        let text = cell.text.nfc.trimmed
                        return text.isEmpty ? nil : Cell(column: cell.column, span: cell.columnSpan, text: text)
                    })
            })
    }
}

/// Workbooks that LibreOffice turns into .xlsx.
enum Spreadsheet {
    /// "xls" or "ods"; `nil` for any other file.
    static func ending(_ bytes: [UInt8], limits: Limits) throws -> String? {
        if CompoundFile.isOne(bytes) { return CompoundFile(bytes).hasWorkbook ? "xls" : nil }
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        return try ZipArchive.open(bytes, as: .xlsx, limits: limits) { archive in
            let kind = try archive.part("mimetype").map { String(decoding: $0, as: UTF8.self) }
            return kind?.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") == true ? "ods" : nil
        }
    }
}

import WorkCalendar

/// Writes a list as comma-separated values (RFC 4180), UTF-8 with a mark at its beginning so that Excel knows it is.
///
///     var csv = CSVWriter(columns)
///     for row in rows { csv.write(row) }
///     send(csv.take())
///
/// Days are ISO 8601, numbers as programs write them. A text that a spreadsheet would take for a formula has an apostrophe put
/// before it (OWASP, "CSV Injection").
package struct CSVWriter: Sendable {
    /// What was written and not taken yet.
    private var bytes: [UInt8]

    /// Begins with the mark and the line of titles.
    package init(_ columns: [SheetColumn]) {
        bytes = [0xEF, 0xBB, 0xBF]
        write(columns.map { .text($0.title) })
    }

    /// Writes the next row.
    package mutating func write(_ cells: ArraySlice<SheetCell>) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .empty: break
            case .text(let text): write(text)
            case .whole(let number): bytes.append(contentsOf: String(number).utf8)
            case .decimal(let number): if number.isFinite { bytes.append(contentsOf: number.description.utf8) }
            case .day(let day): bytes.append(contentsOf: day.description.utf8)
            }
        }
        bytes.append(contentsOf: [13, 10])
    }

    /// As ``write(_:)`` of a part of more cells.
    package mutating func write(_ cells: [SheetCell]) { write(cells[...]) }

    /// How many bytes were written and not taken yet.
    package var count: Int { bytes.count }

    /// Hands over what was written and forgets it, so that a long list needs little memory.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func write(_ text: String) {
        let quote = UInt8(ascii: "\"")
        let isFormula = text.utf8.first.map { Self.formulaSigns.contains($0) } ?? false
        guard isFormula || text.utf8.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 < 0x20 }) else {
            return bytes.append(contentsOf: text.utf8)
        }
        bytes.append(quote)
        if isFormula { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static let formulaSigns = Set("=+-@\t\r".utf8)
}

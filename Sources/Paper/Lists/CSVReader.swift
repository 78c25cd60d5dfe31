import Vietnamese

/// Reads comma-separated values (RFC 4180), also where semicolons or tabs part them, as Vietnamese Excel writes them.
enum CSVReader {
    /// - Parameter text: The whole file, without its byte order mark.
    static func read(_ text: String) -> Grid {
        let bytes = Array(text.utf8)
        let comma = separator(bytes)
        var grid = Grid(rows: [])
        var at = 0
        var number = 0
        while at < bytes.count {
            number += 1
            var cells: [Grid.Cell] = []
            var column = 0
            repeat {
                let field = field(bytes, &at, comma)
                if !field.isEmpty { cells.append(cell(field, column, isWithPoints: comma == UInt8(ascii: ","))) }
                column += 1
            } while isAt(comma, bytes, &at)
            skipLineEnd(bytes, &at)
            if !cells.isEmpty { grid.rows.append(Grid.Row(number: number, cells: cells)) }
        }
        return grid
    }

    /// What parts the values: whichever there is most of in the first lines, outside of quotes.
    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.prefix(1 << 14) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return known.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? known[0]
    }

    /// The next value, quoted or not.
    private static func field(_ bytes: [UInt8], _ at: inout Int, _ comma: UInt8) -> String {
        let quote = UInt8(ascii: "\"")
        var value: [UInt8] = []
        if at < bytes.count, bytes[at] == quote {
            at += 1
            while at < bytes.count {
                if bytes[at] == quote {
                    at += 1
                    guard at < bytes.count, bytes[at] == quote else { break }
                }
                value.append(bytes[at])
                at += 1
            }
        }
        // What follows a closing quote belongs to the value all the same.
        while at < bytes.count, bytes[at] != comma, bytes[at] != 10, bytes[at] != 13 {
            value.append(bytes[at])
            at += 1
        }
        var text = String(decoding: value, as: UTF8.self)
        // The apostrophe that keeps spreadsheets from taking a text for a formula is no part of it.
        if text.first == "'", let second = text.dropFirst().first, "=+-@\t\r".contains(second) { text.removeFirst() }
        return text.nfc.trimmed
    }

    private static func cell(_ text: String, _ column: Int, isWithPoints: Bool) -> Grid.Cell {
        // "1.204" may be thousands: only what cannot be is taken for a number of a program.
        let isNumber =
            isWithPoints && text.wholeMatch(of: /-?[0-9]{1,16}(\.[0-9]+)?/) != nil
            && text.wholeMatch(of: /-?[0-9]+\.[0-9]{3}/) == nil
        let isDay = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
        return Grid.Cell(column: column, text: text, exact: isNumber || isDay ? text : nil)
    }

    private static func isAt(_ byte: UInt8, _ bytes: [UInt8], _ at: inout Int) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private static func skipLineEnd(_ bytes: [UInt8], _ at: inout Int) {
        if at < bytes.count, bytes[at] == 13 { at += 1 }
        if at < bytes.count, bytes[at] == 10 { at += 1 }
    }
}

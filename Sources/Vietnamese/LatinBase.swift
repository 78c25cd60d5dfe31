/// The base letters of the accented Latin letters, as constant text: nothing is computed when the program starts.
///
/// Source: the names of the Unicode Character Database, `LATIN CAPITAL LETTER A WITH …`; a capital stands for a capital,
/// a point for a character that has no single base letter (`æ`, `×`).
enum LatinBase {
    /// The ASCII base letter of `scalar`, with its case, or `nil` outside the table.
    @inline(__always)
    static func letter(_ scalar: UInt32) -> UInt8? {
        let byte: UInt8
        if scalar &- 0xC0 < 0x190 {
            byte = latin.utf8Start[Int(scalar &- 0xC0)]
        } else if scalar &- 0x1E00 < 0x100 {
            byte = additional.utf8Start[Int(scalar &- 0x1E00)]
        } else {
            return nil
        }
        return byte == UInt8(ascii: ".") ? nil : byte
    }

    /// U+00C0 to U+024F, 64 to a line.
    private static let latin: StaticString = """
        AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
        AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiI...JjKk.LlLlLlL\
        lLlNnNnNnn..OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz.\
        bBBb...Cc.DDd....FfG...IKkl..NnOOo..Pp.....tTtTUu.VYyZz.........\
        .....d..l..n.AaIiOoUuUuUuUuUu.AaAa..GgGgKkOoOo..j.d.Gg..NnAa..Oo\
        AaAaEeEeIiIiOoOoRrRrUuUuSsTt..HhNd..ZzAaEeOoOoOoOoYylnt...ACcLTs\
        z..BU.EeJjQqRrYy
        """

    /// U+1E00 to U+1EFF, 64 to a line.
    private static let additional: StaticString = """
        AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
        MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
        WwWwWwWwWwXxXxYyZzZzZzhtwya.....AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
        EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy....Yy
        """
}

/// Which encoding the name of a font tells, for text typed before Unicode.
package struct LegacyFont: Sendable, Equatable {
    /// What its bytes mean.
    package var encoding: LegacyEncoding
    /// The font shows small letters as capitals (`.VnTimeH`).
    package var isCapital: Bool

    /// The encoding of text in that font; `nil` for a Unicode font.
    ///
    /// ABC's TCVN 5712:1993 fonts begin with `.Vn`, VNI's with `VNI-`; a subset's tag (`ABCDEF+`) is passed over.
    package static func encoding(fontName: String) -> LegacyFont? {
        var name = fontName[...]
        if let plus = name.firstIndex(of: "+") { name = name[name.index(after: plus)...] }
        let lower = name.lowercased()
        if lower.hasPrefix(".vn") {
            // `.VnTimeH`, `.VnTimeH Bold`, `.VnTimeH,Bold`, `.VnTimeH-Bold`, but `.VnBook-AntiquaH`.
            var base = lower.prefix { $0 != " " && $0 != "," }
            for style in ["-bold", "-italic", "-bolditalic"] where base.hasSuffix(style) {
                base = base.dropLast(style.count)
            }
            return LegacyFont(encoding: .tcvn3, isCapital: base.hasSuffix("h"))
        }
        if lower.hasPrefix("vni-") || lower.hasPrefix("vni ") { return LegacyFont(encoding: .vni, isCapital: false) }
        return nil
    }
}

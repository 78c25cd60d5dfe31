/// A province or a city under the central government.
package struct Province: Sendable, Equatable {
    /// Without the generic word: `Hải Phòng`.
    package let name: String
    /// `tỉnh` or `thành phố`.
    package let kind: String
    /// The unit of 2025 that it became part of; `nil` for one of the 34.
    package let mergedInto: String?
    /// The statistical code of two digits; `nil` for a former unit.
    package let code: String?

    /// The 34 units since 1 July 2025, then the 29 others of before.
    package static let all: [Province] = DataFile(PackageResources.provinces_tsv).rows.map { row in
        Province(
            name: row[0], kind: row.count > 1 ? row[1] : "tỉnh",
            mergedInto: row.count > 2 && !row[2].isEmpty ? row[2] : nil, code: row.count > 3 ? row[3] : nil)
    }

    /// The unit of that name in any case and style of tone marks, with or without accents, with or without its generic
    /// word: `TỈNH THANH HOÁ`, `hai phong`.
    package static func named(_ text: String) -> Province? {
        let key = Tokens(text).list.filter { $0.kind == .word }.map(\.folded).joined(separator: " ")
        return byKey[key]
            ?? generic.lazy.compactMap { key.hasPrefix($0) ? byKey[String(key.dropFirst($0.count))] : nil }
            .first
    }

    private static let generic = ["tinh ", "thanh pho ", "tp ", "thu do "]

    private static let byKey = Dictionary(
        all.map { (Tokens($0.name).list.filter { $0.kind == .word }.map(\.folded).joined(separator: " "), $0) },
        uniquingKeysWith: { first, _ in first })
}

import Gazetteer
import Vietnamese
import WorkCalendar

/// One of the 34 provinces and cities with its communes, and what they were made from (`communes.tsv`).
struct Place: Sendable {
    /// A former province that merged into this one.
    struct Former: Sendable {
        let kind: OrganisationKind
        let name: String
        /// The codes of the communes on its ground.
        let communes: ClosedRange<Int>
    }

    /// A commune of today.
    struct Commune: Sendable {
        let code: String
        let unit: Unit
        /// `nil` where the commune was kept as it was.
        let predecessors: [Predecessor]?
        /// What it was until a day after July 2025.
        let before: (unit: Unit, until: Day)?
    }

    /// Kind and name: "Xã Hà Bắc".
    struct Unit: Hashable, Sendable {
        let kind: OrganisationKind
        /// Without its kind; with its district where it had a namesake.
        let name: String
    }

    /// A unit of before that went into a commune.
    struct Predecessor: Sendable {
        let unit: Unit
        /// Only in part.
        let isPart: Bool
    }

    let code: String
    let kind: OrganisationKind
    let name: String
    /// Of the resolution on its communes, where it was read.
    let resolution: String
    let formers: [Former]
    let communes: [Commune]
}

/// The rows of `communes.tsv`, by province; a province's communes are read when asked for.
struct PlaceFile: Sendable {
    /// The first day of all these units.
    let day: Day
    /// In the order of their codes.
    let codes: [String]
    private let sections: [String: ArraySlice<Substring>]

    /// What is not as the head of the file says.
    struct Malformed: Error {}

    /// The facts that come with the product.
    static let known = Result { try PlaceFile(String(decoding: UnitFiles.communes, as: UTF8.self)) }

    init(_ text: String) throws {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        guard let day = lines.first.flatMap({ Day(iso: $0.dropFirst(2)) }) else { throw Malformed() }
        self.day = day
        let starts = lines.indices.filter { lines[$0].hasPrefix("=") }
        var sections: [String: ArraySlice<Substring>] = [:]
        codes = zip(starts, starts.dropFirst() + [lines.endIndex]).map { start, end in
            let code = String(lines[start].split(separator: "\t", omittingEmptySubsequences: false)[1])
            sections[code] = lines[start..<end]
            return code
        }
        self.sections = sections
    }

    /// A province by its code; `nil` where there is none.
    func place(_ code: String) throws -> Place? {
        guard let section = sections[code] else { return nil }
        guard let head = section.first?.columns, head.count == 5 else { throw Malformed() }
        var formers: [Place.Former] = []
        var communes: [Place.Commune] = []
        for row in section.dropFirst().map(\.columns) {
            if row[0] == "<" {
                guard row.count == 5, let first = Int(row[3]), let last = Int(row[4]) else { throw Malformed() }
                formers.append(Place.Former(kind: .of(row[1]), name: String(row[2]), communes: first...last))
            } else {
                guard let commune = Place.Commune(row) else { throw Malformed() }
                communes.append(commune)
            }
        }
        return Place(
            code: code, kind: .of(head[2]), name: String(head[3]), resolution: String(head[4]), formers: formers,
            communes: communes)
    }
}

extension Place.Commune {
    fileprivate init?(_ row: [Substring]) {
        guard row.count >= 3, let unit = Place.Unit(row[1]) else { return nil }
        code = String(row[0])
        self.unit = unit
        if row[2] == "=" {
            predecessors = nil
        } else {
            let items = row[2].split(separator: ", ").map { ($0.drop { $0 == "~" }, $0.hasPrefix("~")) }
            predecessors = items.compactMap { item, isPart in
                Place.Unit(item).map { Place.Predecessor(unit: $0, isPart: isPart) }
            }
            guard predecessors?.count == items.count else { return nil }
        }
        if row.count > 3 {
            let parts = row[3].split(separator: "<")
            guard parts.count == 2, let old = Place.Unit(parts[0]), let day = Day(iso: parts[1]) else { return nil }
            before = (old, day)
        } else {
            before = nil
        }
    }
}

extension Place.Unit {
    /// "P An Biên"
    fileprivate init?(_ text: Substring) {
        let kinds: [Character: OrganisationKind] = [
            "P": .ward, "X": .commune, "D": .zone, "T": .township, "H": .district,
        ]
        guard let letter = text.first, let kind = kinds[letter] else { return nil }
        self.init(kind: kind, name: String(text.dropFirst(2)))
    }

    /// As papers write it: "Phường An Biên".
    var written: String { "\(kind.word) \(name)" }
}

extension OrganisationKind {
    fileprivate static func of(_ word: Substring) -> Self { word == "thành phố" ? .city : .province }

    /// The generic word of a place, as it begins a name.
    var word: String {
        switch self {
        case .city: "Thành phố"
        case .ward: "Phường"
        case .zone: "Đặc khu"
        case .township: "Thị trấn"
        case .district: "Huyện"
        case .commune: "Xã"
        default: "Tỉnh"
        }
    }
}

extension Substring {
    fileprivate var columns: [Substring] { split(separator: "\t", omittingEmptySubsequences: false) }
}

package import Office
package import Storage
import Vietnamese
package import WorkCalendar

/// Whose document it is: the unit that issued it, and the province whose bodies its words name. The bodies of a document mean units
/// of its own province, never those of another.
package struct DocumentScope: Sendable, Equatable {
    /// The unit that issued it.
    package var issuer: OrganisationID?
    /// The province whose bodies its words name.
    package var province: OrganisationID?
    /// The name of the province that the document names, recorded or not: "Bắc Giang".
    package var provinceName: String?

    /// All of its parts.
    package init(issuer: OrganisationID? = nil, province: OrganisationID? = nil, provinceName: String? = nil) {
        self.issuer = issuer
        self.province = province
        self.provinceName = provinceName
    }

    /// The unit in whose documents the words stand; `nil` where it is none that is recorded.
    package var unit: OrganisationID? { issuer ?? province }

    /// Whose document this is, by its head, else by the text where one province alone is named again and again.
    package init(_ handover: Handover, _ directory: Directory, today: Day) {
        let header = handover.document.header
        let day = header.date ?? today
        if let named = header.province {
            self.init(issuer: header.issuer, of: named, directory, day)
        } else if let scope = DocumentScope(onlyIssuer: header.issuer, directory, day) {
            self = scope
        } else if let named = Province(mostNamedIn: handover.lines) {
            self.init(issuer: header.issuer, of: named, directory, day)
        } else {
            self.init()
        }
    }

    /// The units that a document can speak of: those of the province that its head names, else all.
    package static func directory(for handover: Handover, _ db: Transaction) throws -> Directory {
        guard let named = handover.document.header.province else { return try Organisations.directory(db) }
        let provinces = try db.all(
            "SELECT organisation, name FROM organisation_versions WHERE level = \(OrganisationLevel.province)"
        ) { (try $0.next(OrganisationID.self), try $0.next(String.self)) }
        guard let province = provinces.first(where: { Province.named($0.1) == named })?.0 else {
            return try Organisations.directory(db)
        }
        return try Organisations.directory(of: province, db)
    }

    private init(issuer: String?, of named: Province, _ directory: Directory, _ day: Day) {
        provinceName = named.name
        province = directory.organisations.first { id in
            directory.history(of: id).contains { $0.level == .province && Province.named($0.name) == named }
        }
        self.issuer = province.flatMap { Self.issuer(issuer, directory, day, within: $0) }
    }

    /// The issuer names no province, but one alone of those recorded has it: "Ủy ban nhân dân xã Hà Bắc".
    private init?(onlyIssuer issuer: String?, _ directory: Directory, _ day: Day) {
        let found = directory.provinces(on: day).compactMap {
            Self.issuer(issuer, directory, day, within: $0.organisation)
        }
        guard Set(found).count == 1, let issuer = found.first else { return nil }
        let province = directory.province(of: issuer)
        self.init(
            issuer: issuer, province: province,
            provinceName: province.flatMap { directory.name(of: $0, on: day) }.flatMap(Province.named)?.name)
    }

    private static func issuer(
        _ name: String?, _ directory: Directory, _ day: Day, within province: OrganisationID
    ) -> OrganisationID? {
        guard let name, case .one(let unit) = directory.match(name, on: day, within: province).outcome else {
            return nil
        }
        return unit
    }
}

extension DocumentHeader {
    /// The province that it names.
    fileprivate var province: Province? {
        [issuer, parentIssuer, place].lazy.compactMap(\.self).compactMap(Province.init(endOf:)).first
    }
}

extension Province {
    /// The province whose name a text ends with: "Ủy ban nhân dân thành phố Hải Phòng", "Hà Nội".
    fileprivate init?(endOf text: String) {
        let words = Tokens(text).list.filter { $0.kind == .word }.map(\.folded)
        let found = (2...4).lazy.reversed().filter { $0 <= words.count }
            .compactMap { Province.named(words.suffix($0).joined(separator: " ")) }.first
        guard let found else { return nil }
        self = found
    }

    /// The province that a text names as "tỉnh …" or "thành phố …" at least twice, and twice as often as any other.
    fileprivate init?(mostNamedIn lines: [String]) {
        var counts: [String: Int] = [:]
        for line in lines {
            let list = Tokens(line).list
            for index in list.indices {
                let isProvince =
                    list[index].folded == "tinh"
                    || list[index].folded == "pho" && index > 0 && list[index - 1].folded == "thanh"
                guard isProvince else { continue }
                let following = list[(index + 1)...].prefix(3).prefix { $0.kind == .word }.map(\.folded)
                let name = (1...3).reversed().lazy.filter { $0 <= following.count }
                    .compactMap { Province.named(following.prefix($0).joined(separator: " "))?.name }.first
                if let name { counts[name, default: 0] += 1 }
            }
        }
        let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let first = ranked.first, first.value >= 2, first.value >= 2 * (ranked.dropFirst().first?.value ?? 0),
            let found = Province.named(first.key)
        else { return nil }
        self = found
    }
}

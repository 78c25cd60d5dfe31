import Storage
import Web
package import WorkCalendar

/// A row of the list of units.
package struct OrganisationLine: Sendable, Equatable {
    /// What the unit is on the day.
    package let version: OrganisationVersion
    /// The name of the unit above.
    package let parent: String?
    /// The name of its province.
    package let province: String?
}

extension Directory {
    /// The units that stand on a day, in the order of their recording, which is the official one.
    /// - Parameters:
    ///   - words: Of a name, with or without accents: those whose names come closest, the closest first; `nil`: all.
    ///   - home: The province from which names are understood.
    ///   - level: Where they stand in the state; `nil`: anywhere.
    package func lines(
        on day: Day, words: String? = nil, within home: OrganisationID, level: OrganisationLevel? = nil
    ) -> [OrganisationLine] {
        let units = words.map { suggestions(for: $0, on: day, within: home, limit: Self.mostFound) } ?? organisations
        return units.compactMap { version(of: $0, on: day) }.filter { version in
            level.map { $0 == version.level } ?? true
        }.map { version in
            OrganisationLine(
                version: version, parent: version.parent.flatMap { name(of: $0, on: day) },
                province: province(of: version.organisation).flatMap { name(of: $0, on: day) })
        }
    }

    /// So many units are found by words.
    static let mostFound = 60

    /// The units as they are taken away.
    package static let list = OfficeList(
        Listing<OrganisationLine>(
            "organisations", title: "organisation.title",
            filters: [
                ListingFilter("q", "organisation.filter.words"), ListingFilter("ngay", "organisation.filter.day", .day),
                ListingFilter("cap", "organisation.column.level", .choice(levels)),
            ],
            columns: [
                .whole("id", "organisation.column.id", inFiles: false) { $0.version.organisation.rawValue },
                .text("code", "organisation.column.code", width: 10) { $0.version.placeCode },
                .text("name", "organisation.column.name") { $0.version.name },
                .texts("shortNames", "organisation.column.short-names", width: 24) { $0.version.shortNames },
                .choice("level", "organisation.column.level", levels, width: 20) { $0.version.level.rawValue },
                .text("parent", "organisation.column.parent", width: 32) { $0.parent },
                .text("province", "organisation.column.province", width: 24) { $0.province },
                .day("from", "organisation.column.from") { $0.version.from },
            ]),
        path: "/co-quan", access: .signedIn
    ) { call, portion, _ in
        let (address, directory) = (call.address, call.directory)
        let lines = directory.lines(
            on: call.dayAsked, words: address["q"], within: call.home,
            level: address["cap"].flatMap { OrganisationLevel(rawValue: $0) })
        return Array(lines.dropFirst(portion.offset).prefix(portion.limit))
    }

    private static let levels = ListingChoices(OrganisationLevel.self, words: "organisation.level.")
}

import Storage
import Vietnamese
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
    ///   - words: Part of a name, with or without accents; empty: any.
    ///   - level: Where they stand in the state; `nil`: anywhere.
    package func lines(on day: Day, words: String = "", level: OrganisationLevel? = nil) -> [OrganisationLine] {
        let folded = words.folded
        return organisations.compactMap { version(of: $0, on: day) }.filter { version in
            (level.map { $0 == version.level } ?? true)
                && (folded.isEmpty || ([version.name] + version.shortNames).contains { $0.folded.contains(folded) })
        }.map { version in
            OrganisationLine(
                version: version, parent: version.parent.flatMap { name(of: $0, on: day) },
                province: province(of: version.organisation).flatMap { name(of: $0, on: day) })
        }
    }

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
            on: address["ngay"].flatMap { Day(iso: $0) } ?? call.day, words: address["q"] ?? "",
            level: address["cap"].flatMap { OrganisationLevel(rawValue: $0) })
        return Array(lines.dropFirst(portion.offset).prefix(portion.limit))
    }

    private static let levels = ListingChoices(OrganisationLevel.self, words: "organisation.level.")
}

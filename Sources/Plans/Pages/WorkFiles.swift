import Office
import Storage
import Web
import Wording
import WorkCalendar

/// A row of the list of work as it is taken away: with the name of its unit.
struct WorkRow: Sendable {
    let line: WorkLine
    let unit: String

    /// What files and programs have of it.
    static let listing = Listing<WorkRow>(
        "work", title: "work.title",
        filters: [
            ListingFilter("q", "work.words"), ListingFilter("don-vi", "work.unit", .whole),
            ListingFilter(
                "vai-tro", "work.role", .choice(ListingChoices(AssignmentBody.Role.self, words: "work.role."))),
            ListingFilter("ke-hoach", "work.plan", .whole), ListingFilter("nhom", "plans.group"),
            ListingFilter("trang-thai", "work.state", .choice(states), isRepeated: true),
            ListingFilter("han", "work.due"), ListingFilter("xep", "work.order"),
        ],
        columns: [
            .whole("id", "work.title", inFiles: false) { $0.line.occurrence },
            .text("text", "work.text", width: 60) { $0.line.text },
            .text("unit", "work.unit", width: 30) { $0.unit },
            .whole("planId", "work.plan", inFiles: false) { $0.line.plan },
            .text("plan", "work.plan", width: 16) { $0.line.document },
            .day("due", "work.due") { $0.line.due },
            .day("completed", "work.completed") { $0.line.completed },
            .choice("state", "work.state", states) { $0.line.state.rawValue },
        ])

    private static let states = ListingChoices(OccurrenceState.self, words: "state.")
}

extension WorkPages {
    /// The list of work as files beside its page, and for programs.
    static let workList = OfficeList(
        WorkRow.listing, path: Paths.work, access: .may(.read),
        rows: { call, portion, db in
            try Following.work(
                WorkQuestion(call.address), offset: portion.offset, limit: portion.limit, within: call.sight,
                call.directory, db
            ).map { WorkRow(line: $0, unit: call.unitName($0.unit, written: $0.written)) }
        })
}

import Office
import Storage
import Web

extension WorkPages {
    /// The list of plans as files beside its page, and for programs.
    static let planList = OfficeList(
        Listing<PlanLine>(
            "plans", title: "plans.title",
            filters: [
                ListingFilter("q", "plans.words"),
                ListingFilter("xep", "work.order", .choice(ListingChoices(PlanOrder.self, words: "plans.order."))),
            ],
            columns: [
                .whole("id", "plans.title", inFiles: false) { $0.plan },
                .text("number", "plans.number", width: 18) { $0.number },
                .text("title", "plans.name", width: 60) { $0.title },
                .day("day", "plans.day") { $0.day },
                .text("issuer", "plans.issuer", width: 30) { $0.issuer },
            ]
                + OccurrenceState.allCases.map { state in
                    .whole(state.rawValue, "state.\(state.rawValue)") { $0.counts[state] }
                }), path: Paths.plans, access: .may(.read)
    ) { call, portion, db in try plans(portion, call, db) }
}

import Office
import Plans
import Storage
import TestSupport
import Testing
import Wording
import WorkCalendar

@Suite(.onEachEngine(Cast.migrations))
struct ChildPlanTests {
    private let nobody = Directory(versions: [])

    private func cite(_ number: String, of day: String, in plan: Int, at position: Int, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO document_citations (document, position, number, number_key, type, day)
            SELECT document, \(position), \(number), \(number), 'kế hoạch', \(day) FROM plans WHERE id = \(plan)
            """)
    }

    @Test func proposesThePlanThatIsCitedFirstWithItsDay() async throws {
        let act = try Cast.act()
        try await TestStore.current.write { db in
            try Cast.units(db)
            let parent = try Cast.plan("243/KH-UBND", issued: "2026-07-02", db)
            let other = try Cast.plan("244/KH-UBND", issued: "2026-07-02", db)
            _ = try Cast.plan("243/KH-SNV", issued: "2026-07-02", db)
            let child = try Cast.plan("15/KH-SCT", issued: "2026-09-01", by: Cast.trade, db)
            // Cited by number, of another day: another document.
            try cite("244/KH-UBND", of: "2025-07-02", in: child, at: 1, db)
            try cite("243 /KH-UBND", of: "2026-07-02", in: child, at: 2, db)
            try cite("244/KH-UBND", of: "2026-07-02", in: child, at: 3, db)
            #expect(try Following.proposedParents(of: child, db) == [parent])

            try db.run("UPDATE documents SET title = 'Thực hiện Kế hoạch số 244/KH-UBND' WHERE number = '15/KH-SCT'")
            #expect(try Following.proposedParents(of: child, db) == [other])

            try Following.link(plan: child, to: other, by: act, db)
            #expect(try Following.proposedParents(of: child, db) == [])
        }
    }

    @Test func linksAreTakenBackAndMakeNoRing() async throws {
        let act = try Cast.act()
        try await TestStore.current.write { db in
            let (top, middle) = (try Cast.plan("1/KH", db), try Cast.plan("22/KH", db))
            let low = try Cast.plan("333/KH", db)
            let link = try Following.link(plan: middle, to: top, by: act, db)
            try Following.link(plan: low, to: middle, by: act, db)
            #expect(throws: Refusal("following.carries-out-itself")) {
                try Following.link(plan: top, to: low, by: act, db)
            }
            #expect(throws: Refusal("following.linked")) { try Following.link(plan: middle, to: top, by: act, db) }
            try Following.unlink(plan: link, by: act, db)
            #expect(try Following.links(ofPlan: top, db) == [])
            try Following.link(plan: top, to: low, by: act, db)
        }
    }

    @Test func knowsWhoOwesAnImplementingPlanAndWhoHasIssuedOne() async throws {
        let (act, nobody) = (try Cast.act(), nobody)
        try await TestStore.current.write { db in
            try Cast.units(db)
            let plan = try Cast.plan("243/KH-UBND", db)
            let units = [Cast.tourism, Cast.trade]
            let order = try Cast.assignment(
                of: plan, "Xây dựng kế hoạch triển khai thực hiện", deliverable: "Kế hoạch", due: "2026-09-30",
                leads: units, db)
            _ = try Cast.assignment(of: plan, "Tổ chức hội chợ", due: "2026-12-31", leads: units, db)
            func standings(on day: String) throws -> [ImplementingPlan.Standing] {
                try Following.implementingPlans(of: plan, within: .everything, on: try Cast.day(day), nobody, db).map(
                    \.standing)
            }
            #expect(try standings(on: "2026-09-30") == [.owed, .owed])

            let child = try Cast.plan("15/KH-SCT", issued: "2026-09-20", by: Cast.trade, db)
            try Following.link(plan: child, to: plan, by: act, db)
            #expect(try standings(on: "2026-10-01") == [.late, .issued])
            #expect(try standings(on: "2026-09-19") == [.owed, .owed])

            // The stored plan is the deliverable that completes the occurrence.
            let today = try Cast.day("2026-11-21")
            let suggested = try Following.implementingPlans(of: plan, within: .everything, on: today, nobody, db)
            let owed = try #require(suggested.first { $0.unit == Cast.trade })
            #expect(owed.child == child)
            let progress = try #require(owed.suggestion)
            try Following.complete(owed.occurrence, on: progress.day, with: progress, by: act, db)
            #expect(
                try Following.implementingPlans(of: plan, within: .everything, on: today, nobody, db).map(\.suggestion)
                    == [nil, nil])

            try Following.mark(assignment: order.assignment, .notOrdered, by: act, db)
            #expect(try standings(on: "2026-10-01") == [])
        }
    }
}

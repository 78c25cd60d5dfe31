import Office
import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

@Suite(.onEachEngine(Cast.migrations))
struct OverviewTests {
    private static let day = Day(number: 20_778)  // 2026-11-21

    @Test func aYearWithWhatIsLateFromBefore() async throws {
        let act = try Cast.act()
        let (all, trade) = try await TestStore.current.write { db in
            try Cast.units(db)
            let plan = try Cast.plan("15/KH-UBND", issued: "2025-01-02", db)
            let units: [OrganisationID?] = [Cast.tourism, Cast.trade]
            let old = try Cast.assignment(of: plan, "Việc năm trước", due: "2025-12-31", leads: units, db)
            let fair = try Cast.assignment(of: plan, "Hội chợ", due: "2026-10-15", leads: units, db)
            let delegations = try Cast.assignment(
                of: plan, "Đón đoàn", target: 1...2, due: "2026-12-31", leads: [Cast.tourism], db)
            _ = try Cast.assignment(of: plan, "Năm sau", due: "2027-03-31", leads: [Cast.tourism], db)
            try Following.complete(old.occurrences[0], on: try Cast.day("2025-12-30"), by: act, db)
            try Following.complete(fair.occurrences[0], on: try Cast.day("2026-10-10"), by: act, db)
            try Following.complete(fair.occurrences[1], on: try Cast.day("2026-11-02"), by: act, db)
            try Following.addProgress(
                Progress(day: act.day, text: "Đã đón một đoàn", number: 1), to: delegations.occurrences[0], by: act, db)
            func overview(_ scope: Scope) throws -> Overview {
                try Following.overview(
                    of: 2026, within: Sight(scope, on: Self.day), Directory(versions: []), WorkMemory(), db)
            }
            return (try overview(.everything), try overview(.units([Cast.trade])))
        }
        // Done in 2025: not of this year. Late from 2025: still of this year.
        #expect(all.counts == StateCounts([.openLate: 1, .doneInTime: 1, .doneLate: 1, .openInTime: 1]))
        #expect(all.units.map(\.key) == [Cast.trade, Cast.tourism])
        #expect(all.plans.map(\.name) == ["15/KH-UBND"] && all.plans[0].counts.total == 4)
        #expect(all.months[9].counts == StateCounts([.doneInTime: 1, .doneLate: 1]))
        #expect(all.months[11].counts == StateCounts([.openInTime: 1]))
        #expect(all.trend.map(\.month.key).first == "2025-12" && all.trend.map(\.month.key).last == "2026-11")
        #expect(all.trend.first == Overview.Month(month: .month(12, year: 2025), due: 2, completed: 1, inTime: 1))
        #expect(all.trend[10] == Overview.Month(month: .month(10, year: 2026), due: 2, completed: 1, inTime: 1))
        #expect(all.trend[11] == Overview.Month(month: .month(11, year: 2026), due: 0, completed: 1, inTime: 0))
        #expect(all.targets.map(\.done) == [1] && all.targets[0].least == 1 && all.targets[0].most == 2)
        #expect(trade.counts == StateCounts([.openLate: 1, .doneLate: 1]) && trade.targets.isEmpty)
    }

    @Test func whoHasNotIssuedThePlanOfItsOwnThatWasAskedOfIt() async throws {
        let act = try Cast.act()
        let (all, trade) = try await TestStore.current.write { db in
            try Cast.units(db)
            let (plan, other) = (try Cast.plan("15/KH-UBND", db), try Cast.plan("207/KH-UBND", db))
            let units: [OrganisationID?] = [Cast.tourism, Cast.trade]
            let order = "Xây dựng kế hoạch triển khai thực hiện"
            _ = try Cast.assignment(of: plan, order, due: "2026-09-30", leads: units, db)
            let done = try Cast.assignment(of: other, order, due: "2026-09-30", leads: [Cast.trade], db)
            let marked = try Cast.assignment(of: other, "Gửi danh sách", due: "2026-12-30", leads: [Cast.tourism], db)
            _ = try Cast.assignment(of: other, "Tổ chức hội chợ", due: "2026-12-30", leads: units, db)
            try Following.complete(done.occurrences[0], on: try Cast.day("2026-09-30"), by: act, db)
            try Following.mark(assignment: marked.assignment, .ordered, by: act, db)
            let child = try Cast.plan("9/KH-SDL", issued: "2026-09-20", by: Cast.tourism, db)
            try Following.link(plan: child, to: plan, by: act, db)
            func missing(_ scope: Scope) throws -> [ImplementingOverview] {
                try Following.overview(
                    of: 2026, within: Sight(scope, on: Self.day), Directory(versions: []), WorkMemory(), db
                ).implementing
            }
            return (try missing(.everything), try missing(.units([Cast.trade])))
        }
        #expect(all.map(\.name) == ["15/KH-UBND", "207/KH-UBND"])
        #expect(all[0].owed.map(\.unit) == [Cast.tourism, Cast.trade])
        #expect(all[0].owed.map(\.standing) == [.issued, .late])
        #expect(all[1].owed.map(\.standing) == [.issued, .owed])
        #expect(trade.map(\.name) == ["15/KH-UBND"] && trade[0].owed.map(\.standing) == [.late])
    }
}

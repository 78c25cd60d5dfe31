import Office
import Plans
import Testing
import WorkCalendar

/// Units are numbers here.
extension OrganisationID: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(rawValue: value) }
}

@Suite struct ExpansionTests {
    /// Two yearly turns; units are numbers, those from 100 on have ended.
    private let turns: [Turn]
    private let heirs: [OrganisationID: [OrganisationID]] = [101: [1], 102: [1], 103: [2, 3]]

    init() {
        turns = ["2026", "2027"].map { Turn(PartialDate(key: $0), due: Day(iso: "\($0)-12-31")) }
    }

    private func lead(_ body: Int, _ units: OrganisationID...) -> ExpansionLead {
        ExpansionLead(body: body, units: units.map { ExpansionLead.Unit($0) })
    }

    /// The occurrences as they stand after the first expansion, numbered from 1.
    private func expanded(_ leads: ExpansionLead...) -> [Occurrence] {
        Expansion.wanted(leads, turns).enumerated().map { index, one in
            Occurrence(
                id: index + 1, assignment: 1, body: one.body, unit: one.unit, period: one.turn.period, due: one.turn.due
            )
        }
    }

    private func reconciled(
        _ present: [Occurrence], _ leads: ExpansionLead..., withdrawals: Set<Int> = [], turns: [Turn]? = nil,
        planned: Day? = nil
    ) -> Reconciliation {
        Reconciliation(
            present: present.map { .init($0, planned: planned ?? $0.due, isWithdrawn: withdrawals.contains($0.id)) },
            wanted: Expansion.wanted(leads, turns ?? self.turns),
            turns: turns ?? self.turns, successors: { heirs[$0] ?? [] })
    }

    @Test func everyLeadOwesEveryTurn() {
        #expect(expanded(lead(1, 1, 2, 3)).count == 6)
        #expect(expanded(lead(1, 1), lead(2)).map(\.unit) == [1, 1, nil, nil])
    }

    @Test func aUnitThatTwoNamesMeanOwesItOnce() {
        let all = expanded(lead(1, 1), lead(2, 1, 2))
        #expect(all.map(\.unit) == [1, 1, 2, 2])
        #expect(all.map(\.body) == [1, 1, 2, 2])
    }

    @Test func withoutALeadItIsNotForgotten() { #expect(expanded().map(\.unit) == [nil, nil]) }

    @Test func aMemberOfAGroupOwesNothingFromBeforeItsTime() throws {
        let young = ExpansionLead(body: 1, units: [.init(1), .init(2, since: Day(iso: "2027-01-01"))])
        #expect(expanded(young).map(\.unit) == [1, 1, 2])
    }

    @Test func expandedAgainNothingChanges() {
        #expect(reconciled(expanded(lead(1, 1, 2), lead(2)), lead(1, 1, 2), lead(2)).isEmpty)
    }

    @Test func openWorkMovesToTheSuccessorAndDoneWorkStays() throws {
        var present = expanded(lead(1, 101))
        present[0].completed = Day(iso: "2026-11-20")
        let change = reconciled(present, lead(1, 1))
        #expect(change.moved.map(\.occurrence.id) == [2] && change.moved.map(\.unit) == [1])
        #expect(change.inserted.isEmpty && change.withdrawn.isEmpty)
    }

    @Test func ofTwoUnitsThatBecameOneTheSecondGoesIntoTheFirst() {
        let change = reconciled(expanded(lead(1, 101, 102)), lead(1, 1))
        #expect(change.moved.map(\.occurrence.id) == [1, 3])
        #expect(change.withdrawn.map(\.occurrence.id) == [2, 4] && change.withdrawn.map(\.into) == [1, 3])
        #expect(change.inserted.isEmpty)
    }

    @Test func workOfAUnitThatWasSplitIsOwedByEachSuccessor() {
        let change = reconciled(expanded(lead(1, 103)), lead(1, 2, 3))
        #expect(change.moved.map(\.unit) == [2, 2])
        #expect(change.inserted.map(\.unit) == [3, 3])
    }

    @Test func whatWasDueBeforeTheSuccessorBeganIsStillOwed() throws {
        let member = ExpansionLead(body: 1, units: [.init(1, since: Day(iso: "2027-07-01"))])
        let change = reconciled(expanded(lead(1, 101, 102)), member)
        #expect(change.moved.map(\.occurrence.id) == [1, 3] && change.withdrawn.map(\.occurrence.id) == [2, 4])
        #expect(change.withdrawn.allSatisfy { $0.into != nil })
    }

    @Test func aPlanThatIsExtendedGetsTheNewTurnsAlone() throws {
        let longer = turns + [Turn(PartialDate(key: "2028"), due: Day(iso: "2028-12-31"))]
        let change = reconciled(expanded(lead(1, 1)), lead(1, 1), turns: longer)
        #expect(change.inserted.map(\.turn) == [longer[2]])
        #expect(change.withdrawn.isEmpty && change.moved.isEmpty && change.changed.isEmpty)
    }

    @Test func aCorrectedDayChangesTheOpenOnesAndWithdrawsWhatHasNoPlace() throws {
        var present = expanded(lead(1, 1))
        present[0].completed = Day(iso: "2026-11-20")
        let earlier = turns.map { Turn($0.period, due: $0.due?.adding(days: -31)) }
        #expect(reconciled(present, lead(1, 1), turns: earlier).changed.map(\.occurrence.id) == [2])
        let once = reconciled(present, lead(1, 1), turns: [Turn(due: Day(iso: "2027-06-30"))])
        #expect(once.withdrawn.map(\.occurrence.id) == [2] && once.inserted.count == 1)
    }

    @Test func anExtensionThatWasGrantedStands() {
        var present = Array(expanded(lead(1, 1)).prefix(1))
        present[0].due = Day(iso: "2027-03-31")
        #expect(reconciled(present, lead(1, 1), turns: [turns[0]], planned: turns[0].due).isEmpty)
    }

    @Test func whatIsWantedAgainComesBackButARecallStays() {
        var present = expanded(lead(1, 1))
        for index in present.indices { present[index].ended = Day(iso: "2026-11-20") }
        let change = reconciled(present, lead(1, 1), withdrawals: [2])
        #expect(change.revived.map(\.occurrence.id) == [2])
        #expect(change.inserted.isEmpty)
    }

    @Test func aBodyThatWasNotKnownKeepsItsOccurrencesWhenAClerkSaysWhoItIs() {
        let change = reconciled(expanded(lead(7)), lead(7, 1))
        #expect(change.moved.map(\.occurrence.id) == [1, 2] && change.moved.map(\.unit) == [1, 1])
        #expect(change.inserted.isEmpty && change.withdrawn.isEmpty)
    }
}

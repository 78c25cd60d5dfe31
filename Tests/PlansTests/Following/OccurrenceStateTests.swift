import Plans
import Storage
import TestSupport
import Testing
import WorkCalendar

/// One line of the table of states: what is due when, completed when, looked at when.
struct StateExample: CustomTestStringConvertible, Sendable {
    let due: Day?
    let completed: Day?
    let day: Day
    let state: OccurrenceState

    init(_ due: String?, _ completed: String?, on day: String, _ state: OccurrenceState) throws {
        self.due = try due.map { try #require(Day(iso: $0)) }
        self.completed = try completed.map { try #require(Day(iso: $0)) }
        self.day = try #require(Day(iso: day))
        self.state = state
    }

    var testDescription: String {
        "due \(due?.description ?? "-"), done \(completed?.description ?? "-"), on \(day): \(state)"
    }

    static var all: [StateExample] {
        get throws {
            [
                try .init("2026-12-31", nil, on: "2026-12-01", .openInTime),
                try .init("2026-12-31", nil, on: "2026-12-31", .openInTime),
                try .init("2026-12-31", nil, on: "2027-01-01", .openLate),
                try .init("2026-12-31", "2026-11-02", on: "2026-12-01", .doneInTime),
                try .init("2026-12-31", "2026-12-31", on: "2027-06-01", .doneInTime),
                try .init("2026-12-31", "2027-01-01", on: "2027-06-01", .doneLate),
                // No day is set: never late.
                try .init(nil, nil, on: "2031-01-01", .openInTime),
                try .init(nil, "2026-11-02", on: "2031-01-01", .doneInTime),
                // Seen from before its completion it was still open.
                try .init("2026-06-30", "2026-07-10", on: "2026-06-30", .openInTime),
                try .init("2026-06-30", "2026-07-10", on: "2026-07-09", .openLate),
                try .init("2026-06-30", "2026-07-10", on: "2026-07-10", .doneLate),
            ]
        }
    }
}

@Suite(
    .onEachEngine([
        Migration("examples", ["CREATE TABLE occurrences (due \(column: .text), completed \(column: .text))"])
    ]))
struct OccurrenceStateTests {
    @Test(arguments: try StateExample.all) func followsFromThreeDays(_ example: StateExample) {
        #expect(OccurrenceState(due: example.due, completed: example.completed, on: example.day) == example.state)
    }

    @Test(arguments: try StateExample.all) func isTheSameInTheDatabase(_ example: StateExample) async throws {
        try await TestStore.current.write { db in
            try db.insert(
                "INSERT INTO occurrences (due, completed)", rows: [[example.due.stored, example.completed.stored]])
            for state in OccurrenceState.allCases {
                let count: Int? = try db.value(
                    "SELECT count(*) FROM occurrences WHERE \(state.condition(on: example.day))")
                #expect(count == (state == example.state ? 1 : 0), "\(state)")
            }
        }
    }
}

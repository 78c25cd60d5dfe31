import Office
package import Storage
package import WorkCalendar

/// A time limit as it runs for one record.
struct ClockRun: Hashable, Sendable {
    /// The day that set it going; of one that is counted back, the day before which it ends.
    let began: Day
    /// Its last day, as far as is known: while it stands still, the last day if it went on at once.
    let due: Day
    /// The day it would have ended on had that been a working day.
    let moved: Day?
    /// From when to when it stood still.
    let pauses: [Pause]
    /// When it was done.
    let met: Day?
    /// Whether the days that it counts over are known for certain: holidays of later years are announced each year.
    let isCertain: Bool

    /// A time in which the clock stands still: its days are not counted, the first is.
    struct Pause: Hashable, Sendable {
        let from: Day
        /// `nil` while it lasts.
        let until: Day?
    }

    /// Since when it stands still.
    var paused: Day? { met == nil ? pauses.last.flatMap { $0.until == nil ? $0.from : nil } : nil }
}

extension Clocks.Clock {
    /// How it runs for a record; `nil` where it is not kept for it, or has not begun.
    func run(of record: Record) -> ClockRun? {
        guard filter.holds(for: record), let began = record.day(of: from, last: days > 0) else { return nil }
        let met = until.flatMap { record.day(of: $0, last: true) }
        guard days > 0 else {
            let due = count == .working ? began.adding(workingDays: days) : began.adding(days: days)
            return ClockRun(
                began: began, due: due, moved: nil, pauses: [], met: met, isCertain: isCertain(due, began))
        }
        let stops = stops.compactMap { stop in
            record.day(of: stop.from, last: false).map {
                ClockRun.Pause(from: max($0, began), until: record.day(of: stop.until, last: true))
            }
        }
        var (due, pauses): (Day, [ClockRun.Pause]) = (end(began, pausing: []), [])
        // A pause that begins when the time is over does not bring it back.
        for pause in stops.sorted(by: { $0.from < $1.from }) where pause.from <= due && pause.until ?? due >= pause.from
        {
            pauses.append(pause)
            due = end(began, pausing: pauses)
        }
        let moved = count == .calendar && due != due.orNextWorkingDay ? due : nil
        if moved != nil { due = due.orNextWorkingDay }
        return ClockRun(
            began: began, due: due, moved: moved, pauses: pauses, met: met, isCertain: isCertain(began, due))
    }

    /// The last day, the day it began on not counted (Bộ luật Dân sự 2015, Điều 147).
    private func end(_ began: Day, pausing pauses: [ClockRun.Pause]) -> Day {
        let windows = pauses.compactMap { pause in
            pause.until.flatMap { $0 > pause.from ? Window(pause.from.adding(days: 1), $0) : nil }
        }
        switch count {
        case .calendar:
            return began.adding(days: days + windows.reduce(0) { $0 + $1.last.number - $1.first.number + 1 })
        case .working: return began.adding(workingDays: days + windows.reduce(0) { $0 + $1.workingDays })
        }
    }

    private func isCertain(_ first: Day, _ last: Day) -> Bool {
        guard count == .working else { return true }
        return first.hasKnownHolidays && last.hasKnownHolidays && Window(first, last).unverifiedHolidays.isEmpty
    }

    /// From so many days ahead it is warned of.
    var farthest: Int { ahead.max() ?? 7 }

    /// The term that is kept beside the record.
    func term(of record: Record) -> Term? {
        run(of: record).map { run in
            Term(
                sort: .clock, key: key, began: days > 0 ? run.began : nil, due: run.due,
                soon: run.due.adding(days: -farthest), paused: run.paused, met: run.met)
        }
    }
}

extension Record {
    /// The day of a field: of a month or a period its first or last one; `nil` where it has none.
    func day(of field: Key, last: Bool) -> Day? { content.day(of: field, last: last) }
}

extension Record.Content {
    /// The day of a field: of a month or a period its first or last one; `nil` where it has none.
    func day(of field: Key, last: Bool) -> Day? {
        switch values[field] {
        case .date(let date): last ? date.lastDay : date.firstDay
        case .period(let period): last ? period.to : period.from
        default: nil
        }
    }
}

extension Clocks: TimedBehaviour, SortingBehaviour {
    func terms(of record: Record, in definition: Definition) -> [Term] { clocks.compactMap { $0.term(of: record) } }

    package static var standings: [String] { Term.Standing.allCases.map(\.rawValue) }

    package func records(at standing: String, in definition: Definition, on day: Day) -> Query {
        Terms.records(having: .clock, at: Term.Standing(rawValue: standing) ?? .running, in: definition, on: day)
    }
}

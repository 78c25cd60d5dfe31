import Vietnamese
package import WorkCalendar

/// One time that an assignment comes due: a period's name and its last day.
package struct Turn: Hashable, Sendable {
    /// Which of several; `nil` where there is one only.
    package var period: PartialDate?
    /// The last day that counts; `nil` where the document sets none.
    package var due: Day?

    /// Both parts.
    package init(_ period: PartialDate? = nil, due: Day? = nil) {
        self.period = period
        self.due = due
    }
}

extension Deadline {
    /// No paper plans for longer; what names more years is cut here.
    private static let longest = 50

    /// When it comes due.
    /// - Parameters:
    ///   - horizon: The year up to which one without an end is worked out.
    ///   - start: The first day that counts where the deadline itself does not know: the day of the document, else of the act.
    package func turns(until horizon: Int, from start: Day) -> [Turn] {
        guard let unit = kind.recurrence else { return single(start) }
        let first = due ?? from.flatMap { Day(year: $0, month: 1, day: 1) } ?? start
        let last = min(max(to ?? horizon, first.year), first.year + Self.longest)
        let days = repetition(unit, first, last)
        // Two days in one half-year cannot both be called by it.
        let periods = days.map { unit.period(containing: $0) }
        let isTold = Set(periods).count == periods.count
        return zip(days, periods).map { Turn(isTold ? $1 : .day($0), due: $0) }
    }

    /// Whether it comes again and again without an end.
    package var rolls: Bool { kind.recurrence != nil && to == nil }

    /// The due days of a recurring one, up to the end of a year.
    private func repetition(_ unit: Recurrence.Unit, _ first: Day, _ last: Int) -> [Day] {
        // The words tell most, such as two days of each year; what a clerk corrected no longer agrees with them.
        if let raw, due == read(raw, after: first)?.due, read(raw, after: first)?.kind == kind {
            var days: [Day] = []
            var next = due
            while let day = next, day.year <= last {
                days.append(day)
                next = read(raw, after: day.adding(days: 1))?.due
            }
            return days
        }
        return Recurrence(unit, on: unit.place(of: due ?? first, isKnown: due != nil)).occurrences(
            in: first.year...last
        )
        .filter { $0 >= first }
    }

    /// What the words set from a day on.
    private func read(_ raw: String, after day: Day) -> Deadline? {
        DeadlineReader.cell(raw, context: DeadlineContext(documentDate: day))
    }

    /// One, or each of the dates that the words name: "vào năm 2028 và … vào năm 2030".
    private func single(_ start: Day) -> [Turn] {
        guard let due, let raw else { return [Turn(due: due)] }
        let tokens = Tokens(raw)
        let named: [Day]
        if kind == .year {
            let years = tokens.list.filter { $0.kind == .number && $0.folded.utf8.count == 4 }.compactMap {
                Int($0.folded)
            }
            named = Set(years).sorted().compactMap { Day(year: $0, month: 12, day: 31) }
        } else {
            let found = DeadlineReader.sentence(tokens, context: DeadlineContext(documentDate: min(start, due)))
            named = Set(found.map(\.deadline).filter { $0.kind == kind }.compactMap(\.due)).sorted()
        }
        guard named.count > 1, named.contains(due) else { return [Turn(due: due)] }
        return named.map { Turn(kind.period(containing: $0), due: $0) }
    }
}

extension Deadline.Kind {
    /// How often it comes again; `nil` for what comes once.
    package var recurrence: Recurrence.Unit? {
        switch self {
        case .yearly: .year
        case .halfYearly: .half
        case .quarterly: .quarter
        case .monthly: .month
        case .none, .ongoing, .date, .month, .quarter, .year, .range: nil
        }
    }

    fileprivate func period(containing day: Day) -> PartialDate {
        switch self {
        case .year: .year(day.year)
        case .quarter: Recurrence.Unit.quarter.period(containing: day)
        case .month: Recurrence.Unit.month.period(containing: day)
        default: .day(day)
        }
    }
}

extension Recurrence.Unit {
    /// Where in its period a due day lies: its last day, or the day and month that it has there.
    fileprivate func place(of day: Day, isKnown: Bool) -> Recurrence.Place {
        let window = period(containing: day).window
        guard isKnown, day != window.last else { return .last }
        return .day(day.day, month: day.month - window.first.month + 1)
    }
}

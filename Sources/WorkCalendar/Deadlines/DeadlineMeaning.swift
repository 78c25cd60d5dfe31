extension DeadlineRule {
    /// What a match of the wording sets in a document.
    /// - Returns: `nil` where it sets nothing: words that only look like a deadline, or a day that does not exist.
    func deadline(_ match: DeadlineMatch, raw: String, context: DeadlineContext) -> Deadline? {
        switch meaning {
        case .notDeadline: nil
        case .unnamed: Deadline(raw: raw, kind: .none)
        case .ongoing: Deadline(raw: raw, kind: .ongoing)
        case .due: Self.point(match.dates(context), raw, context) { $0.lastDay }
        case .before:
            Self.point(match.dates(context), raw, context) { date in
                if case .day(let day) = date { day } else { date.firstDay.adding(days: -1) }
            }
        case .range:
            match.dates(context).map { Deadline(raw: raw, kind: .range, due: $0.last?.resolved?.lastDay) }
        case .firstHalf, .secondHalf:
            (match.parts.last?.year ?? context.year).map {
                Deadline(raw: raw, kind: .range, due: PartialDate.half(meaning == .firstHalf ? 1 : 2, year: $0).lastDay)
            }
        case .every(let unit, let month): recurring(unit, month, match, raw, context)
        case .everySpan: recurring(.year, 0, match, raw, context)
        case .dayOfPeriod: nil
        case .limit(let working):
            Self.limit(match, raw, from: match.dates(context)?.first?.resolved?.lastDay, working: working)
        case .limitFromDocument(let working): Self.limit(match, raw, from: context.documentDate, working: working)
        }
    }

    /// How much the wording says.
    func strength(_ match: DeadlineMatch) -> DeadlineReader.Strength {
        switch place {
        case .adverb: return .adverb
        case .opening: return .opening
        default: break
        }
        if case .limit = meaning { return match.parts.contains { $0.day != nil } ? .day : .relative }
        if case .limitFromDocument = meaning { return .relative }
        if meaning == .unnamed { return .relative }
        return match.parts.contains { $0.day != nil } ? .day : .period
    }

    private static func point(
        _ dates: [DatedPart]?, _ raw: String, _ context: DeadlineContext, due: (PartialDate) -> Day
    ) -> Deadline? {
        guard let dates, let first = dates.first else { return nil }
        // Of "Quý III, IV/2026, 2027" the last quarter counts, of "Năm 2026, 2027" the first year.
        let named = dates.last { $0.kind == first.kind && first.kind != .year } ?? first
        return Deadline(raw: raw, kind: named.kind, due: named.resolved.map(due))
    }

    private func recurring(
        _ unit: Recurrence.Unit, _ month: Int, _ match: DeadlineMatch, _ raw: String, _ context: DeadlineContext
    ) -> Deadline? {
        var context = context
        let years = match.parts.compactMap(\.year)
        if let from = years.first {
            let last = years.dropFirst().first ?? context.period?.upperBound
            context.period = last.map { from...max(from, $0) }
            if last == nil { context.documentYear = from }
        }
        var parts = match.parts.filter { $0.day != nil || $0.month != nil || $0.quarter != nil }
        if meaning == .everySpan, let last = parts.last { parts = [last] }
        guard unit == .year || unit == .half, !parts.isEmpty else {
            let place = parts.first?.day.map { Recurrence.Place.day($0, month: max(month, 1)) } ?? .last
            return Deadline(raw: raw, recurring: Recurrence(unit, on: place), context)
        }
        let days = parts.compactMap(\.dayOfYear)
        guard days.count == parts.count else { return nil }
        // Two days of each year come half-yearly, four quarterly.
        let unit = days.count == 2 ? .half : days.count == 4 ? .quarter : unit
        return Deadline(raw: raw, recurring: Recurrence(unit, on: .days(days)), context)
    }

    private static func limit(_ match: DeadlineMatch, _ raw: String, from base: Day?, working: Bool) -> Deadline? {
        guard let number = match.number else { return nil }
        guard let base else { return Deadline(raw: raw, kind: .none) }
        return Deadline(
            raw: raw, kind: .date, due: working ? base.adding(workingDays: number) : base.adding(days: number))
    }
}

/// A date of a wording, with its year where the text or the document tells.
struct DatedPart: Sendable {
    var kind: Deadline.Kind
    var resolved: PartialDate?
}

extension DeadlineMatch {
    /// The dates named, years shared and filled in from the document.
    /// - Returns: `nil` where a day named does not exist, such as 31/6.
    func dates(_ context: DeadlineContext) -> [DatedPart]? {
        var dates: [DatedPart] = []
        for (index, part) in parts.enumerated() where !part.isEmpty {
            let year = part.year ?? parts[index...].lazy.compactMap(\.year).first
            var dated = part.dated(in: year ?? context.year)
            // A date without a year is the next one after the document's own.
            if year == nil, let day = context.documentDate, let due = dated?.resolved?.lastDay, due < day {
                dated = part.dated(in: day.year + 1)
            }
            guard let dated else { return nil }
            dates.append(dated)
        }
        return dates
    }
}

extension DeadlineMatch.Part {
    fileprivate func dated(in year: Int?) -> DatedPart? {
        if let day, let month {
            guard let year else { return DatedPart(kind: .date) }
            return Day(year: year, month: month, day: day).map { DatedPart(kind: .date, resolved: .day($0)) }
        }
        if let month { return DatedPart(kind: .month, resolved: year.map { .month(month, year: $0) }) }
        if let quarter { return DatedPart(kind: .quarter, resolved: year.map { .quarter(quarter, year: $0) }) }
        return year.map { DatedPart(kind: .year, resolved: .year($0)) }
    }
}

extension DeadlineMatch.Part {
    /// Which day of each year; a month or quarter stands for its last.
    var dayOfYear: Recurrence.DayOfYear? {
        guard let month = month ?? quarter.map({ $0 * 3 }) else { return nil }
        // 2024 is a leap year, so that 29/02 passes.
        let last = Day.length(month, 2024)
        return (day ?? 1) <= last ? Recurrence.DayOfYear(day: day ?? last, month: month) : nil
    }
}

extension Recurrence.Unit {
    fileprivate var kind: Deadline.Kind {
        switch self {
        case .year: .yearly
        case .half: .halfYearly
        case .quarter: .quarterly
        case .month: .monthly
        case .week: .ongoing
        }
    }
}

extension Deadline {
    /// A recurring deadline within the years the document is for.
    init(raw: String, recurring: Recurrence, _ context: DeadlineContext) {
        self.init(
            raw: raw, kind: recurring.unit.kind, due: context.start.flatMap(recurring.first(onOrAfter:)),
            from: context.firstYear, to: context.period?.upperBound)
    }

    /// Whether a day in running text was over when the document was written: then it tells of the past.
    func isPast(_ context: DeadlineContext) -> Bool {
        guard from == nil, let due else { return false }
        if let day = context.documentDate { return due < day }
        return context.documentYear.map { due.year < $0 } ?? false
    }
}

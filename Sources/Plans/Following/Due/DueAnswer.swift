package import Office
package import Storage
package import Wording
package import WorkCalendar

/// What `nhipcau due` is asked.
package struct DueQuestion: Sendable, Equatable {
    /// The day it is looked at.
    package var day: Day
    /// How many days ahead.
    package var within: Int
    /// A unit by any of its names; `nil`: everyone.
    package var unit: String?

    /// All of its parts.
    package init(day: Day, within: Int = 30, unit: String? = nil) {
        self.day = day
        self.within = within
        self.unit = unit
    }

    /// The last due day that is listed.
    var last: Day { day.adding(days: within) }
    /// The last due day that is counted: of the year.
    var lastCounted: Day { PartialDate.year(day.year).lastDay }
}

/// What is due and late, and how all of the year stands.
package struct DueAnswer: Sendable, Equatable {
    /// A due occurrence with the name of its unit.
    package struct Line: Sendable, Equatable {
        /// What is due.
        package var item: DueItem
        /// The name of the unit on the day; the words of the document where no unit is known; `nil` where it names
        /// nobody.
        package var unit: String?
    }

    /// What was asked.
    package var question: DueQuestion
    /// The names of the units that are meant, where one was asked for.
    package var units: [String]
    /// Why these, where the name asked for is one of before.
    package var reason: Message?
    /// How everything stands that is due by the end of the year.
    package var counts: StateCounts
    /// What is open and due or late, the soonest first.
    package var lines: [Line]

    /// Looks it up, as far as the scope goes.
    /// - Throws: ``Refusal`` where no unit, or more than one, has the name.
    package init(_ question: DueQuestion, within scope: Scope, _ directory: Directory, _ db: Transaction) throws {
        self.question = question
        let named = try question.unit.map { try NamedUnit($0, on: question.day, directory) }
        let scope = named.map { scope.narrowed(to: $0.units) } ?? scope
        counts = try Following.counts(within: scope, on: question.day, until: question.lastCounted, db)
        var items = try Following.due(within: scope, on: question.day, until: question.last, db)
        for unit in named?.units ?? [] where scope.contains(unit) {
            items += try Following.coordinated(by: unit, on: question.day, until: question.last, directory, db)
        }
        lines = items.sorted().map { item in
            Line(item: item, unit: item.unit.flatMap { directory.name(of: $0, on: question.day) } ?? item.written)
        }
        units = named?.units.compactMap { directory.name(of: $0, on: question.day) } ?? []
        reason = named?.reason
    }
}

extension Scope {
    /// What it has of these units.
    fileprivate func narrowed(to units: [OrganisationID]) -> Scope { .units(Set(units.filter(contains))) }
}

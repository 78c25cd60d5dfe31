package import Office

/// Time limits: from one day of a record until another is filled in, so many days, with pauses; who is warned, and when.
package struct Clocks: Behaviour {
    package static let name = "clocks"

    /// The time limits of the register.
    package let clocks: [Clock]

    /// One time limit.
    package struct Clock: Hashable, Sendable {
        /// Its key.
        package let key: Key
        /// What it is called.
        package let names: Names
        /// The field with the day on which it begins to run.
        package let from: Key
        /// The field whose day ends it.
        package let until: Key?
        /// How long; a negative one is counted back from the day, as "30 days before the conference".
        package let days: Int
        /// How days are counted.
        package let count: Count
        /// Of which records it is kept.
        package let filter: Filter
        /// When it stands still.
        package let stops: [Stop]
        /// Roles that are warned.
        package let warned: [Role]
        /// How many days ahead.
        package let ahead: [Int]
        /// The rule that sets it.
        package let source: String?
        /// Whether nobody has checked that rule.
        package let isUnverified: Bool
    }

    /// How days are counted.
    package enum Count: String, CaseIterable, Sendable { case calendar, working }

    /// From a day until another a clock stands still.
    package struct Stop: Hashable, Sendable {
        /// The field with the first day.
        package let from: Key
        /// The field with the day on which it goes on.
        package let until: Key
    }

    package init(_ settings: BehaviourSettings) {
        let sections = settings.section.sections(
            Self.name,
            known: [
                "key", "names", "from", "until", "days", "count", "where", "stops", "warn", "ahead", "source",
                "unverified",
            ])
        clocks = sections.compactMap { Clock($0, settings.words) }
        for (section, clock) in zip(sections, clocks).repeated(by: \.1.key) {
            section.fault("key", "twice", ["key": clock.key.text])
        }
    }
}

extension Clocks.Clock {
    fileprivate init?(_ section: Section, _ words: Vocabulary) {
        let fields = words.fields
        key = section.declaredKey()
        names = section.requiredNames()
        until = section.field("until", of: Kind.dated, in: fields, isShown: true)
        days = section.whole("days") ?? 0
        if days == 0 { section.fault(section.has("days") ? "days" : nil, "missing", ["key": "days"]) }
        count = section.value("count") ?? .calendar
        filter = Filter("where", of: section, words)
        stops = section.sections("stops", known: ["from", "until"]).compactMap { stop in
            for key in ["from", "until"] where !stop.has(key) { stop.fault(nil, "missing", ["key": key]) }
            guard let from = stop.field("from", of: [.day], in: fields, isShown: true),
                let until = stop.field("until", of: [.day], in: fields, isShown: true)
            else { return nil }
            return Clocks.Stop(from: from, until: until)
        }
        warned = section.values("warn", Role.self)
        ahead = section.wholes("ahead")
        source = section.text("source")
        isUnverified = section.flag("unverified")
        if !section.has("from") { section.fault(nil, "missing", ["key": "from"]) }
        guard let from = section.field("from", of: Kind.dated, in: fields, isShown: true) else { return nil }
        self.from = from
    }
}

package import WorkCalendar

/// What became of a unit, or what it was made of, at another time.
package struct Lineage: Sendable, Equatable {
    /// The units of that time; none where nothing is known.
    package var units: [OrganisationID] = []
    /// What happened in between, the earliest first.
    package var steps: [Succession] = []
    /// Whether the units of that time are it and nothing else. Where a unit was split, nobody can say which part of a number is
    /// whose: such numbers cannot be compared.
    package var isWhole = true
}

extension Directory {
    /// What a unit became until a day, through merging and splitting; itself where it still stands.
    package func successors(of id: OrganisationID, to day: Day) -> Lineage {
        walk(from: id, on: day) { unit in
            (departures[unit] ?? []).map { successions[$0] }.first {
                $0.movesUnits && $0.effective <= day && !$0.successors.contains(unit)
            }.map { [$0] } ?? []
        } onward: {
            $0.successors
        }
    }

    /// A unit within the boundaries of a day, so that sums of different times can be compared: one that has ended before is what
    /// it became, one that was made or grew later is what it was made of.
    package func image(of id: OrganisationID, on day: Day) -> Lineage {
        let hasEnded = history(of: id).allSatisfy { $0.until.map { $0 <= day } ?? false }
        if hasEnded { return successors(of: id, to: day) }
        return walk(from: id, on: day) { unit in
            (arrivals[unit] ?? []).map { successions[$0] }.filter { $0.movesUnits && $0.effective > day }
        } onward: {
            $0.predecessors
        }
    }

    /// A unit with those below it as they were on a day, and all that had gone whole into them by then: whose records are its own, seen from
    /// that day.
    /// - Returns: `nil` where the unit did not stand on that day.
    package func holdings(of id: OrganisationID, on day: Day) -> Set<OrganisationID>? {
        guard version(of: id, on: day) != nil else { return nil }
        var found = Set([id] + descendants(of: id, on: day).map(\.organisation))
        var next = Array(found)
        while let unit = next.popLast() {
            let steps = (arrivals[unit] ?? []).map { successions[$0] }.filter { $0.movesUnits && $0.effective <= day }
            for step in steps { next += step.predecessors.filter { found.insert($0).inserted } }
        }
        return found
    }

    /// Goes from unit to unit by the steps that lead on from each; the units that stand on the day are the answer.
    private func walk(
        from id: OrganisationID, on day: Day, by steps: (OrganisationID) -> [Succession],
        onward: (Succession) -> [OrganisationID]
    ) -> Lineage {
        var lineage = Lineage()
        var seen: Set = [id]
        var next = [id]
        while let unit = next.popLast() {
            if version(of: unit, on: day) != nil { lineage.units.append(unit) }
            for step in steps(unit) {
                if step.successors.count > 1 { lineage.isWhole = false }
                if !lineage.steps.contains(step) { lineage.steps.append(step) }
                next += onward(step).filter { seen.insert($0).inserted }
            }
        }
        lineage.units.sort()
        lineage.steps.sort { $0.effective < $1.effective }
        return lineage
    }

    /// What of its work moved to others until a day while the unit itself did not.
    package func transfers(from id: OrganisationID, to day: Day) -> [Succession] {
        (departures[id] ?? []).map { successions[$0] }.filter { $0.kind == .transfer && $0.effective <= day }
    }
}

extension Succession {
    /// Whether units went whole into others, so that what is theirs goes with them.
    package var movesUnits: Bool { kind == .merge || kind == .split }
}

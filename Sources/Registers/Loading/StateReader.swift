import Office

extension Section {
    /// Reads the states; one is given where none is declared.
    func readStates() -> [State] {
        let sections = sections("states", known: ["key", "names", "closed"])
        let states = sections.map {
            State(key: $0.declaredKey(), names: $0.requiredNames(), isClosed: $0.flag("closed"))
        }
        for (section, state) in zip(sections, states).repeated(by: \.1.key) {
            section.fault("key", "twice", ["key": state.key.text])
        }
        return states.isEmpty ? [.recorded] : states
    }

    /// Reads the moves, and notes the states that none leads to.
    func readMoves(_ words: Vocabulary) -> [Move] {
        let sections = sections("moves", known: ["key", "names", "from", "to", "by", "requires"])
        let moves = sections.compactMap { section -> Move? in
            for key in ["from", "to"] where !section.has(key) { section.fault(nil, "missing", ["key": key]) }
            let from = section.states("from", in: words.states)
            let to = section.states("to", in: words.states)
            let key = section.declaredKey(), names = section.requiredNames()
            let roles = section.values("by", Role.self)
            let known = words.fields.map(\.key) + words.lines.map(\.key)
            let requires = section.texts("requires").compactMap { name -> Key? in
                if let key = known.first(where: { $0.text == name }) { return key }
                section.fault(
                    "requires", "unknown-field",
                    ["key": "requires", "field": name, "known": nearest(to: name, known.map(\.text))])
                return nil
            }
            return to.first.map {
                Move(key: key, names: names, from: from, to: $0, roles: Set(roles), requires: requires)
            }
        }
        for (section, move) in zip(sections, moves).repeated(by: \.1.key) {
            section.fault("key", "twice", ["key": move.key.text])
        }
        noteUnreachable(words.states, moves)
        return moves
    }

    private func noteUnreachable(_ states: [State], _ moves: [Move]) {
        guard let first = states.first else { return }
        var reached: Set<Key> = [first.key]
        var next = [first.key]
        while let state = next.popLast() {
            next += moves.filter { $0.from.contains(state) && reached.insert($0.to).inserted }.map(\.to)
        }
        let sections = sections("states", known: nil)
        for (section, state) in zip(sections, states) where !reached.contains(state.key) {
            section.fault(nil, "unreachable", ["state": state.key.text])
        }
    }
}

import Office
import Yams

extension DefinitionDocument {
    /// Takes an element away, and what cannot do without it: it leaves columns, facets, charts and steps; figures and behaviours that
    /// asked for it go too. What was recorded stays.
    /// - Parameter check: What is wrong with a text of this file.
    /// - Throws: ``Refusal``, or ``FaultyDefinitions`` with what asks for it, where the register cannot be without it.
    mutating func hide(_ index: Int, in list: EditedList, check: (String) -> [DefinitionFault]) throws {
        var items = self[list]
        guard items.indices.contains(index), let key = items[index]["key"]?.text else { return }
        let name = items[index]["names"]?.names.vi ?? key
        switch list {
        case .fields:
            for role in ["title", "day", "unit"] where self[role]?.text == key {
                throw Refusal("editor.needed-\(role)", ["name": name])
            }
            if items.count == 1 { throw Refusal("editor.last-field") }
            forget(field: key)
        case .lineFields(let lines):
            if items.count == 1 { throw Refusal("editor.last-field") }
            try forget(field: key, of: lines, name)
        case .lines: forget(in: "requires", key)
        case .states:
            if items.count == 1 { throw Refusal("editor.last-state") }
            self[.moves] = self[.moves].compactMap { $0.without(state: key) }
        case .moves: break
        }
        items = self[list]
        items.remove(at: index)
        self[list] = items
        if list != .moves, list != .states { dropWhatFails(check) }
        let faults = check(text)
        guard faults.isEmpty else { throw FaultyDefinitions(faults: faults) }
    }

    private mutating func forget(field key: String) {
        for list in ["columns", "facets", "calendar"] {
            if let there = self[list] { self[list] = DefinitionTree(there.texts.filter { $0 != key }) }
        }
        if let chart = self["chart"] {
            let kept = ["by", "then"].compactMap { chart[$0]?.text }.filter { $0 != key }
            self["chart"] =
                kept.isEmpty
                ? nil : .mapping(zip(["by", "then"], kept).map { .init(key: $0, value: .text($1)) })
        }
        if let unique = self["unique"] {
            // What was there once together with it is not asked to be there once without it.
            let isOne = unique.items.allSatisfy { $0.text != nil }
            let groups =
                isOne
                ? (unique.texts.contains(key) ? [] : unique.items) : unique.items.filter { !$0.texts.contains(key) }
            self["unique"] = groups.isEmpty ? nil : .list(groups)
        }
        if var face = self["public"] {
            face["fields"] = DefinitionTree((face["fields"]?.texts ?? []).filter { $0 != key })
            self["public"] = face
        }
        if self["retention"]?["from"]?.text == key { self["retention"]?["from"] = nil }
        forget(in: "requires", key)
    }

    private mutating func forget(field key: String, of lines: Key, _ name: String) throws {
        var all = self[.lines]
        guard let place = all.firstIndex(where: { $0["key"]?.text == lines.text }) else { return }
        if all[place]["day"]?.text == key { throw Refusal("editor.needed-day", ["name": name]) }
        if all[place]["title"]?.text == key { all[place]["title"] = nil }
        self[.lines] = all
    }

    private mutating func forget(in list: String, _ key: String) {
        self[.moves] = self[.moves].map { move in
            guard let there = move[list] else { return move }
            var changed = move
            let kept = there.texts.filter { $0 != key }
            changed[list] = kept.isEmpty ? nil : DefinitionTree(kept)
            return changed
        }
    }

    /// Figures and behaviours of which the check says that they cannot be any more are taken away, until nothing more is said of them:
    /// the check alone knows what a figure needs.
    private mutating func dropWhatFails(_ check: (String) -> [DefinitionFault]) {
        while true {
            let places = Places(text)
            let failing = Set(check(text).compactMap { places.element(at: $0.line) })
            guard !failing.isEmpty else { return }
            let figures = self["figures"]?.items ?? []
            let kept = figures.indices.filter { !failing.contains(.figure($0)) }.map { figures[$0] }
            if kept.count < figures.count { self["figures"] = kept.isEmpty ? nil : .list(kept) }
            if var behaviours = self["behaviours"] {
                for case .behaviour(let name, let index) in failing.sorted(by: { $0.index > $1.index }) {
                    guard let index, var items = behaviours[name]?.items, items.count > 1 else {
                        behaviours[name] = nil
                        continue
                    }
                    items.remove(at: index)
                    behaviours[name] = .list(items)
                }
                self["behaviours"] = behaviours == .mapping([]) ? nil : behaviours
            }
        }
    }
}

extension DefinitionTree {
    /// A step that no longer leads from this state; `nil` where it has nowhere to lead, or from.
    fileprivate func without(state: String) -> DefinitionTree? {
        if self["to"]?.text == state { return nil }
        let from = (self["from"]?.texts ?? []).filter { $0 != state }
        if from.isEmpty { return nil }
        var step = self
        step["from"] = DefinitionTree(from)
        return step
    }
}

/// Which figure, or behaviour, of a definition stands at a line.
private struct Places {
    enum Element: Hashable {
        case figure(Int)
        /// One of several of its kind, as clocks are.
        case behaviour(String, Int?)

        var index: Int {
            switch self {
            case .figure(let index): index
            case .behaviour(_, let index): index ?? 0
            }
        }
    }

    private var starts: [(line: Int, element: Element?)] = []

    init(_ text: String) {
        guard let root = try? Parser(yaml: text, resolver: .basic).singleRoot()?.mapping else { return }
        for (key, value) in root {
            starts.append((key.mark?.line ?? 1, nil))
            switch key.scalar?.string {
            case "figures":
                for (index, figure) in (value.sequence.map(Array.init) ?? []).enumerated() {
                    starts.append((figure.mark?.line ?? 1, .figure(index)))
                }
            case "behaviours":
                for (name, settings) in value.mapping.map(Array.init) ?? [] {
                    let name = name.scalar?.string ?? ""
                    starts.append((settings.mark?.line ?? 1, .behaviour(name, nil)))
                    for (index, one) in (settings.sequence.map(Array.init) ?? []).enumerated() where one.mapping != nil
                    {
                        starts.append((one.mark?.line ?? 1, .behaviour(name, index)))
                    }
                }
            default: break
            }
        }
    }

    func element(at line: Int) -> Element? { starts.last { $0.line <= line }?.element }
}

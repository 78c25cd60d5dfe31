import Office
import Terminal
import Vietnamese
package import Wording
import WorkCalendar

extension DueAnswer {
    /// As a person reads it on a terminal: what is late, then what comes next, unit by unit.
    /// - Parameters:
    ///   - words: Gives messages of every room their words.
    ///   - width: Columns of the terminal.
    package func page(words: (Message) -> String, width: Int, isColourful: Bool) -> String {
        var page = TerminalPage(width: width, isColourful: isColourful)
        let day = question.day.vietnamese
        page.heading(
            units.isEmpty
                ? words(Message("due.title", ["day": day]))
                : words(Message("due.title-unit", ["day": day, "unit": units.joined(separator: "; ")])))
        if let reason { page.paragraph(words(reason), emphasis: .faint) }
        page.paragraph(words(countsLine))
        let late = lines.filter { $0.item.state == .openLate }
        let coming = lines.filter { $0.item.state != .openLate }
        add(late, under: Message("due.late", ["count": Numeral.figures(Double(late.count))]), to: &page, words)
        let next = Message(
            "due.coming", ["count": Numeral.figures(Double(coming.count)), "last": question.last.vietnamese])
        add(coming, under: next, to: &page, words)
        if lines.isEmpty {
            page.blank()
            page.paragraph(words(Message("due.nothing", ["last": question.last.vietnamese])))
        }
        return page.text
    }

    private var countsLine: Message {
        var values = ["last": question.lastCounted.vietnamese]
        for state in OccurrenceState.allCases { values[state.rawValue] = Numeral.figures(Double(counts[state])) }
        return Message("due.counts", values)
    }

    private func add(
        _ lines: [Line], under heading: Message, to page: inout TerminalPage,
        _ words: (Message) -> String
    ) {
        guard !lines.isEmpty else { return }
        page.heading(words(heading))
        func word(_ key: String) -> String { words(Message(key)) }
        var table = TextTable([
            .init(word("due.column.due"), least: 10), .init(word("due.column.text"), least: 24),
            .init(word("due.column.role"), least: 8), .init(word("due.column.document"), least: 14),
        ])
        for group in DueGroup.of(lines) {
            if units.count != 1 { table.lines.append(.heading(group.name(words))) }
            for line in group.lines {
                table.lines.append(
                    .row([
                        line.item.due?.vietnamese ?? "", line.item.text,
                        line.item.role == .coordinate ? word("due.role.coordinate") : "", line.item.document ?? "",
                    ]))
            }
        }
        page.table(table)
    }
}

/// Lines that stand under one heading: those of one unit, or one work that many units owe alike.
private struct DueGroup {
    /// More units than this share one heading.
    private static let many = 5

    var units: [String?]
    var lines: [DueAnswer.Line]

    /// In the order of their soonest line.
    static func of(_ lines: [DueAnswer.Line]) -> [DueGroup] {
        struct Work: Hashable {
            let assignment: Int
            let due: Day?
        }
        enum Key: Hashable {
            case unit(String?)
            case work(Work)
        }
        func work(_ line: DueAnswer.Line) -> Work { Work(assignment: line.item.assignment, due: line.item.due) }
        let shared = Dictionary(grouping: lines, by: work).filter { $0.value.count > many }
        var order: [Key] = []
        var groups: [Key: DueGroup] = [:]
        for line in lines {
            let key: Key = shared[work(line)] != nil ? .work(work(line)) : .unit(line.unit)
            if groups[key] == nil {
                order.append(key)
                groups[key] = DueGroup(units: [], lines: [])
            }
            groups[key]?.units.append(line.unit)
            if case .unit = key { groups[key]?.lines.append(line) } else { groups[key]?.lines = [line] }
        }
        return order.compactMap { groups[$0] }
    }

    func name(_ words: (Message) -> String) -> String {
        let nobody = words(Message("due.nobody"))
        var names: [String] = []
        for unit in units where !names.contains(unit ?? nobody) { names.append(unit ?? nobody) }
        guard names.count > Self.many else { return names.joined(separator: "; ") }
        let values = [
            "names": names.prefix(2).joined(separator: ", "), "count": Numeral.figures(Double(names.count - 2)),
        ]
        return words(Message("due.many-units", values))
    }
}

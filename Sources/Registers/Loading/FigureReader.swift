extension FigureDefinition {
    private static let known = [
        "name", "names", "unit", "measure", "lines", "where", "window", "standing", "currency", "public",
    ]

    /// Reads the figures of a register.
    static func read(of section: Section, _ register: Key, day: Key?, _ words: Vocabulary) -> [FigureDefinition] {
        let sections = section.sections("figures", known: known)
        return sections.map { FigureDefinition($0, register, day: day, words) }
    }

    private init(_ section: Section, _ register: Key, day: Key?, _ words: Vocabulary) {
        name = section.requiredText("name")
        names = section.requiredNames()
        unit = section.names("unit")
        let children = section.lines("lines", in: words.lines)
        lines = children?.key
        let measured = section.measure(in: (children?.fields ?? []) + (children == nil ? words.fields : []))
        measure = measured.measure
        filter = Filter("where", of: section, words, lines: children)
        window = section.timing(day: day, children, words)
        currency = section.text("currency")
        isPublic = section.flag("public")

        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        // "aid" is enough for the register "aid-projects".
        let isOurs = parts[0] == register.text || register.text.hasPrefix("\(parts[0])-")
        if !name.isEmpty, parts.count < 2 || !isOurs || parts.contains(where: { Key($0) == nil }) {
            section.fault("name", "figure-name", ["name": name, "register": register.text])
        }
        section.faults.figures.append((name, section.file, section.line(of: "name")))
        let isMoney = measured.field?.kind == .money
        if isMoney, currency == nil { section.fault(nil, "missing", ["key": "currency"]) }
        if let currency, !isMoney || currency.wholeMatch(of: /[A-Z]{3}/) == nil {
            section.fault("currency", "currency", ["currency": currency])
        }
        if case .share = measure, children != nil || !filter.criteria.isEmpty {
            section.fault("measure", "share-alone")
        }
    }
}

extension Section {
    fileprivate func measure(in fields: [FieldDefinition]) -> (
        measure: FigureDefinition.Measure, field: FieldDefinition?
    ) {
        guard isMapping("measure") else {
            let text = requiredText("measure")
            if !text.isEmpty, text != "count" { fault("measure", "measure", ["text": text]) }
            return (.count, nil)
        }
        guard let section = section("measure", known: ["sum", "distinct", "share"]), section.keys.count == 1 else {
            fault("measure", "measure", ["text": "…"])
            return (.count, nil)
        }
        if section.has("share") {
            let names = section.texts("share")
            guard names.count == 2 else {
                section.fault("share", "share")
                return (.count, nil)
            }
            for name in names {
                faults.references.append(.init(target: .figure(name), file: file, line: section.line(of: "share")))
            }
            return (.share(names[0], of: names[1]), nil)
        }
        let isSum = section.has("sum")
        let kinds = isSum ? Kind.numbers : Kind.grouping.union(Kind.texts).union([.partialDate])
        guard let key = section.field(isSum ? "sum" : "distinct", of: kinds, in: fields, isShown: true) else {
            return (.count, nil)
        }
        return (isSum ? .sum(key) : .distinct(key), fields.first { $0.key == key })
    }

    fileprivate func timing(day: Key?, _ lines: Lines?, _ words: Vocabulary) -> FigureDefinition.Timing {
        let text = text("window") ?? "day"
        if text == "standing" {
            guard let section = section("standing", known: ["from", "until"]) else {
                fault("window", "missing", ["key": "standing"])
                return .always
            }
            let until = section.field("until", of: Kind.dated, in: words.fields, isShown: true)
            guard let from = section.field("from", of: Kind.dated, in: words.fields, isShown: true) else {
                if !section.has("from") { section.fault(nil, "missing", ["key": "from"]) }
                return .always
            }
            return .standing(from: from, until: until)
        }
        if has("standing") { fault("standing", "standing") }
        if text == "day" { return (lines?.day ?? day).map { .dated($0) } ?? .always }
        return field("window", of: Kind.dated, in: (lines?.fields ?? []) + words.fields, isShown: true)
            .map { .dated($0) } ?? .always
    }
}

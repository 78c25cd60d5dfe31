import WorkCalendar

extension FieldDefinition {
    /// The keys of a field's section, without the options of its kind.
    private static let common = ["key", "kind", "names", "required", "private", "help", "was"]
    private static let known = common + Kind.Option.allCases.map(\.rawValue)

    /// Reads the fields of a register or of its lines.
    static func read(_ key: String, of section: Section, _ shared: SharedFiles) -> [FieldDefinition] {
        let sections = section.sections(key, known: known)
        if sections.isEmpty { section.fault(nil, "missing", ["key": key]) }
        let fields = sections.map { FieldDefinition($0, shared) }
        for (section, field) in zip(sections, fields).repeated(by: \.1.key) {
            section.fault("key", "twice", ["key": field.key.text])
        }
        return fields
    }

    private init(_ section: Section, _ shared: SharedFiles) {
        let kind = section.value("kind", Kind.self)
        if !section.has("kind") { section.fault(nil, "missing", ["key": "kind"]) }
        let declared = section.choices("choices", shared)
        key = section.declaredKey()
        // Where the kind could not be read, nothing more is said about its options.
        self.kind = kind ?? .text
        names = section.requiredNames()
        help = section.names("help")
        isRequired = section.flag("required")
        isUnique = section.flag("unique")
        isPrivate = section.flag("private")
        unit = section.names("unit")
        longest = section.whole("longest") ?? (kind == .longText ? 20_000 : 500)
        places = kind == .decimal ? section.whole("places") ?? 2 : kind == .money ? 2 : 0
        bounds = Bounds(
            least: section.units("min", places: places), most: section.units("max", places: places))
        currency = section.text("currency") ?? "VND"
        list = declared.list
        choices = declared.choices
        register = section.text("register").flatMap { Key($0) }
        pattern = section.text("pattern")
        was = section.text("was").flatMap { Key($0) }
        standard = nil
        check(section, kind)
        standard = section.standard(of: self)
    }

    private func check(_ section: Section, _ known: Kind?) {
        guard let kind = known else { return }
        for option in Kind.Option.allCases where section.has(option.rawValue) && !kind.options.contains(option) {
            section.fault(option.rawValue, "option", ["option": option.rawValue, "kind": kind.rawValue])
        }
        if kind.options.contains(.choices), choices.isEmpty, !section.has("choices") {
            section.fault(nil, "missing", ["key": "choices"])
        }
        if kind == .record {
            if let register {
                section.faults.references.append(
                    .init(target: .register(register), file: section.file, line: section.line(of: "register")))
            } else {
                section.fault(nil, "missing", ["key": "register"])
            }
        }
        if let least = bounds.least, let most = bounds.most, least > most { section.fault("max", "bounds") }
        if !(0...6).contains(places) { section.fault("places", "places") }
        if currency.wholeMatch(of: /[A-Z]{3}/) == nil {
            section.fault("currency", "currency", ["currency": currency])
        }
        if longest < 1 { section.fault("longest", "bounds") }
        if let pattern, (try? Regex(pattern)) == nil { section.fault("pattern", "pattern", ["pattern": pattern]) }
        if isPrivate, kind == .file { section.fault("private", "private-file") }
        if isPrivate, isUnique, !hasBlindIndex { section.fault("unique", "private-unique") }
    }
}

extension Section {
    /// A number in units of its last place.
    fileprivate func units(_ key: String, places: Int) -> Int? {
        guard let text = text(key) else { return nil }
        let units = Decimals.units(of: text, places: max(0, min(places, 6)))
        if units == nil { fault(key, "no-number", ["key": key, "text": text]) }
        return units
    }

    fileprivate func standard(of field: FieldDefinition) -> FieldDefinition.Standard? {
        guard let text = text("default") else { return nil }
        if text == "today", [.day, .partialDate].contains(field.kind) { return .today }
        if let value = FieldValue(plain: text, of: field) { return .value(value) }
        fault("default", "default", ["text": text, "kind": field.kind.rawValue])
        return nil
    }
}

import Office
import Storage
import Web
import WorkCalendar

/// What the address of a form asks: a form of the register, a year or other days, a unit, and whatever narrows its list.
struct FormQuestion {
    /// Names of what is asked in the address, besides those of the list.
    enum Item {
        static let year = "nam"
        static let layout = "bieu"
    }

    let layout: Layout
    private(set) var list: RecordList
    /// Whose paper it is; `nil` for the unit of who asks.
    private let unit: OrganisationID?

    /// - Parameter layout: `nil` for the book of the columns that the address shows.
    init(_ layout: Layout?, _ request: RegisterRequest) {
        let (asked, call, definition) = (request.question, request.call, request.definition)
        self.layout = layout ?? Layout(bookOf: definition, asked.columns)
        list = asked.list
        (list.offset, list.limit) = (0, OfficeForm.most)
        if call.address[RegisterQuestion.Item.order] == nil {
            list.isDescending = false
            if let order = self.layout.order { list.order = .field(order) }
        }
        list.query.filter = self.layout.filter
        list.query.timing = self.layout.window.map { .dated($0) }
        if let year = call.address[Item.year].flatMap({ Int($0) }), (1900...9999).contains(year) {
            list.query.window = Window(PartialDate.year(year).firstDay, PartialDate.year(year).lastDay)
        } else if list.query.window == nil, self.layout.title.contains(Self.year) {
            list.query.window = Window(
                PartialDate.year(call.day.year).firstDay, PartialDate.year(call.day.year).lastDay)
        }
        if let unit = call.address[RegisterQuestion.Item.unit].flatMap({ Int($0) }) {
            list.query.facets[.unit] = [.unit(OrganisationID(rawValue: unit))]
        }
        let facets = list.query.facets
        let named = facets[.unit] ?? definition.display.unit.flatMap { facets[.field($0)] }
        if case .unit(let one)? = named?.first, named?.count == 1 { unit = one } else { unit = nil }
    }

    private static let year = "{year}"

    /// Whose paper it is.
    func head(_ call: Call) -> PaperHead {
        let own = OrganisationID(rawValue: call.seat.unit.id)
        return PaperHead(of: unit ?? own, on: call.day, call.directory)
    }

    /// What it is called, with the year or the days that were asked.
    func title(_ words: Words) -> String {
        let title = layout.title
        guard let window = list.query.window else { return title.replacing(Self.year, with: "") }
        if let year = window.year { return title.replacing(Self.year, with: String(year)) }
        return title.replacing("năm \(Self.year)", with: days(window, words).lowercased())
            .replacing(Self.year, with: days(window, words).lowercased())
    }

    /// What was asked besides what the title says.
    func lines(_ definition: Definition, _ writing: ValueWriting) -> [String] {
        let words = writing.words
        var lines: [String] = []
        if let window = list.query.window, !layout.title.contains(Self.year) { lines.append(days(window, words)) }
        for (facet, values) in list.query.facets.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            let name =
                switch facet {
                case .state: words("register.state")
                case .unit: words("register.unit")
                case .field(let key): definition[key]?.names.vi ?? key.text
                case .behaviour(let name): words("behaviour.\(name)")
                }
            let texts = values.map { writing.text($0, of: facet, in: definition) }
            lines.append("\(name): \(texts.joined(separator: ", "))")
        }
        if !list.query.text.isEmpty { lines.append("\(words("register.words")): “\(list.query.text)”") }
        return lines
    }

    private func days(_ window: Window, _ words: Words) -> String {
        if let year = window.year { return words("form.year", ["year": String(year)]) }
        return words("form.days", ["from": words.day(window.first), "to": words.day(window.last)])
    }
}

extension Window {
    /// The year that it is; `nil` where it is no whole one.
    fileprivate var year: Int? {
        let year = PartialDate.year(first.year)
        return year.firstDay == first && year.lastDay == last ? first.year : nil
    }
}

import HTTPTypes
import Office
import Storage
import Web
import WorkCalendar

/// What a program asks of the records of a register: which, how many, and after which. They come in the order of their numbers, so that
/// whoever goes on after the last of them misses none.
struct RecordsAsked {
    static let after = "sau"

    private(set) var list = RecordList()

    private typealias Item = RegisterQuestion.Item

    /// - Throws: ``WebFailure`` where something is asked that the register does not have: a program would take all records for those it
    ///   asked for.
    init(_ address: PageAddress, _ definition: Definition) throws {
        var known: [String: (String) -> Bool] = [
            Item.words: { _ in true }, Item.from: { Day(iso: $0) != nil }, Item.to: { Day(iso: $0) != nil },
            Self.after: { Int($0).map { $0 > 0 } ?? false },
            APIDescription.limit: { Int($0).map { (1...APIDescription.mostRows).contains($0) } ?? false },
        ]
        for facet in definition.programFacets {
            known[Item.facet(facet)] = { definition.value($0, of: facet) != nil }
        }
        try address.check(known)
        (list.order, list.isDescending) = (.number, false)
        list.limit = address[APIDescription.limit].flatMap { Int($0) } ?? APIDescription.usualRows
        list.after = address[Self.after].flatMap { Int($0) }
            .map { RecordList.Cursor(value: .integer($0), id: RecordID(rawValue: $0)) }
        list.query.text = address[Item.words] ?? ""
        for facet in definition.programFacets {
            let values = address.all(Item.facet(facet)).compactMap { definition.value($0, of: facet) }
            if !values.isEmpty { list.query.facets[facet] = values }
        }
        let (from, to) = (address[Item.from].flatMap { Day(iso: $0) }, address[Item.to].flatMap { Day(iso: $0) })
        guard from != nil || to != nil else { return }
        let first = from ?? Day(number: -719_162), last = to ?? Day.last(ofMonth: 12, 9999)
        // From a day to one before it there is nothing; no window can say so.
        if first <= last { list.query.window = Window(first, last) } else { list.limit = 0 }
    }
}

extension PageAddress {
    /// - Parameter known: What can be asked, and whether a text can be asked of it.
    /// - Throws: ``WebFailure`` of status 400 where anything else is asked.
    func check(_ known: [String: (String) -> Bool]) throws {
        for item in items {
            guard let takes = known[item.name], item.value.isEmpty || takes(item.value) else {
                throw WebFailure(.badRequest, "api.no-filter", ["name": item.name])
            }
        }
    }
}

extension Definition {
    /// By what programs narrow the records.
    var programFacets: [RecordQuery.Facet] { listFacets }
}

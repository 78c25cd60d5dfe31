import Office
import Storage
import WorkCalendar

/// Who looked and when, as the tables of looks keep it: names as they were then, beside their keys.
enum LookColumns {
    static let names: Query = "at, account, account_name, position, position_title, unit, unit_name, reason"

    static func values(_ act: Act) -> [Value] {
        var who: [Value] = Array(repeating: .null, count: 7)
        switch act.actor {
        case .holder(let account, let position, let unit):
            for (index, named) in [account, position, unit].enumerated() {
                who[2 * index] = .integer(named.id)
                who[2 * index + 1] = .text(named.name)
            }
        case .system(let reason): who[6] = .text(reason)
        }
        return [act.at.stored] + who
    }

    /// Reads the columns of ``names``.
    static func read(_ fields: inout Fields) throws -> (Instant, Actor) {
        let at: Instant = try fields.next()
        let named = try (0..<3).map { _ in (try fields.next(Int?.self), try fields.next(String?.self)) }
        let reason: String? = try fields.next()
        let who = named.compactMap { id, name in id.map { Named(id: $0, name: name ?? "") } }
        return (
            at, who.count == 3 ? .holder(account: who[0], position: who[1], unit: who[2]) : .system(reason ?? "")
        )
    }
}

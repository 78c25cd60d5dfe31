import Storage
package import WorkCalendar

/// Names a position for ever.
package struct PositionID: RawRepresentable, Hashable, Sendable {
    /// The key of its row.
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }
}

/// A place in a unit to which work belongs, whoever holds it: "Chuyên viên phòng Lễ tân - Kiều bào".
package struct Position: Hashable, Sendable {
    /// Its key.
    package let id: PositionID
    /// The unit.
    package let organisation: OrganisationID
    /// What it is called.
    package let title: String
    /// What it may do.
    package let role: Role
}

/// That an account held a position for a time.
package struct Holding: Hashable, Sendable {
    /// Who.
    package let account: Account
    /// Which position.
    package let position: Position
    /// The first day.
    package let from: Day
    /// The first day on which it no longer holds; `nil` while it does.
    package let until: Day?
}

/// An account that acts for one of its positions: who asks, and who does.
package struct Seat: Hashable, Sendable {
    /// Who.
    package let account: Account
    /// For which position.
    package let position: Position
    /// The position's unit, with its name of today.
    package let unit: Named

    /// As people read it: "Chuyên viên, Sở Công Thương".
    package var place: String { "\(position.title), \(unit.name)" }

    /// As the journal keeps it.
    package var actor: Actor {
        .holder(
            account: Named(id: account.id.rawValue, name: account.name),
            position: Named(id: position.id.rawValue, name: position.title), unit: unit)
    }
}

extension Seat {
    /// - Parameter day: Of the unit's name; where the unit has gone into another by then, it is that one.
    init(_ account: Account, _ position: Position, _ directory: Directory, on day: Day) {
        let unit = directory.unit(of: position, on: day)
        self.init(
            account: account, position: position,
            unit: Named(id: unit.rawValue, name: directory.name(of: unit, on: day) ?? ""))
    }
}

extension PositionID: Storable {}

extension Position {
    static let columns: Query = "positions.id, positions.organisation, positions.title, positions.role"

    init(_ fields: inout Fields) throws {
        id = try fields.next()
        organisation = try fields.next()
        title = try fields.next()
        role = try fields.next()
    }
}

extension Journal.Subject {
    /// A position.
    package static func position(_ id: PositionID) -> Self { Self("position", id.rawValue) }
}

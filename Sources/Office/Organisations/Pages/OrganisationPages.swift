import Markup
import Storage
import Web
import WorkCalendar

/// The units in time, and one unit: what everyone who is signed in may know.
package struct OrganisationPages: Sendable {
    /// The address that gives names of units for what was typed so far, for fields of every room.
    package static let suggestions = "/co-quan/goi-y"

    let desk: Desk

    /// - Parameter desk: What all pages share.
    package init(_ desk: Desk) { self.desk = desk }

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        routes.get("/co-quan", .signedIn) { [self] call in desk.page(OrganisationTreeView(call).page, call) }
        routes.get(Self.suggestions, .signedIn) { call in
            let near = call.directory.suggestions(
                for: call.address["q"] ?? "", on: call.dayAsked, within: call.home, limit: 10)
            var json = JSONWriter(indentation: 0)
            json.elements { json in
                for unit in near { json.element(call.directory.name(of: unit, on: call.dayAsked) ?? "") }
            }
            return .json(json)
        }
        routes.get("/co-quan/{id}", .signedIn) { [self] call in
            let (unit, day) = (OrganisationID(rawValue: try call.number()), call.dayAsked)
            guard !call.directory.history(of: unit).isEmpty else { throw WebFailure.notFound }
            let positions = try await desk.store.read { db in
                try Positions.all(in: unit, db).map { position in
                    (position, try Positions.holder(of: position, on: day, db))
                }
            }
            return desk.page(OrganisationView(call, unit, positions).page, call)
        }
    }
}

extension Call {
    /// The province that the position belongs to, from whose papers names are understood.
    package var home: OrganisationID {
        directory.province(of: OrganisationID(rawValue: seat.unit.id)) ?? OrganisationID(rawValue: seat.unit.id)
    }

    /// The day that a page of units in time is asked for, in its address; today where it names none.
    var dayAsked: Day { address["ngay"].flatMap { Day(iso: $0) ?? Day(vietnamese: $0) } ?? day }
}

import Office
import Plans
import Registers
import Storage
import WorkCalendar

/// Follow-ups of records become work that is given to units: registers and plans do not know each other.
enum FollowUps {
    static let door = FollowUpDoor(
        give: { order, directory, act, db in
            let work = GivenWork(
                text: order.text, deliverable: order.product, due: order.due, unit: order.unit,
                source: GivenWork.Source(
                    register: order.register.text, record: order.record.rawValue, line: order.line,
                    title: order.title, address: order.address))
            try work.give(keeper: .ofSettings, in: directory, by: act, db)
        },
        given: { register, record, day, db in
            try GivenWork.given(by: register.text, record.rawValue, on: day, db).filter(\.isStanding).map { given in
                FollowUpState(
                    line: given.line, assignment: given.assignment,
                    address: given.occurrence.map { "/ky-thuc-hien/\($0)" },
                    words: words(of: given.state))
            }
        },
        takeBack: { assignment, directory, act, db in
            try GivenWork.takeBack(
                assignment, reason: Words.text("follow-up.reason"), in: directory, by: act, db)
        })

    /// How a badge shows where work stands; without a state it was ended.
    private static func words(of state: OccurrenceState?) -> (key: String, look: String) {
        guard let state else { return ("follow-up.ended", "wait") }
        return ("state.\(state.rawValue)", state == .openLate ? "late" : state.isOpen ? "accent" : "done")
    }
}

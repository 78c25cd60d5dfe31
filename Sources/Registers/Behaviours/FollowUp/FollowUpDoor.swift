package import Office
package import Storage
package import WorkCalendar

/// What a line of a record asks of a unit.
package struct FollowUpOrder: Sendable {
    /// The register.
    package let register: Key
    /// The record.
    package let record: RecordID
    /// The line.
    package let line: Int
    /// What the record is called.
    package let title: String
    /// Where its page is.
    package let address: String
    /// What is to be done.
    package let text: String
    /// What is to come of it.
    package let product: String?
    /// Who does it.
    package let unit: OrganisationID
    /// By when.
    package let due: Day
}

/// Where what was asked stands.
package struct FollowUpState: Sendable {
    /// The line.
    package let line: Int?
    /// The assignment that was made of it.
    package let assignment: Int
    /// Where its page is; `nil` where it was withdrawn.
    package let address: String?
    /// The key of the words that say where it stands, and the look of their badge.
    package let words: (key: String, look: String)

    /// All of its parts.
    package init(line: Int?, assignment: Int, address: String?, words: (key: String, look: String)) {
        self.line = line
        self.assignment = assignment
        self.address = address
        self.words = words
    }
}

/// How follow-ups become assignments: by the room that has assignments, which this one does not know. The door of the program wires it.
package struct FollowUpDoor: Sendable {
    /// Makes an assignment.
    let give: @Sendable (FollowUpOrder, Directory, Act, Transaction) throws -> Void
    /// What became of a record's follow-ups that stand.
    let given: @Sendable (Key, RecordID, Day, Transaction) throws -> [FollowUpState]
    /// Takes an assignment back.
    let takeBack: @Sendable (Int, Directory, Act, Transaction) throws -> Void

    /// All of its parts.
    package init(
        give: @escaping @Sendable (FollowUpOrder, Directory, Act, Transaction) throws -> Void,
        given: @escaping @Sendable (Key, RecordID, Day, Transaction) throws -> [FollowUpState],
        takeBack: @escaping @Sendable (Int, Directory, Act, Transaction) throws -> Void
    ) {
        self.give = give
        self.given = given
        self.takeBack = takeBack
    }
}

extension FollowUp {
    /// What a line asks; `nil` where it does not say what, who and when.
    func order(of line: Record.Line, _ record: Record, _ request: RegisterRequest) -> FollowUpOrder? {
        let definition = request.definition
        guard let lines = lines.flatMap(definition.lines), let due = lines.day,
            let unit = lines.fields.first(where: { $0.kind == .unit })?.key,
            let title = lines.title ?? lines.fields.first(where: { $0.kind == .text })?.key,
            case .text(let text)? = line.content.values[title], case .unit(let lead)? = line.content.values[unit],
            let day = line.content.day(of: due, last: true)
        else { return nil }
        let product = lines.fields.first { $0.kind == .text && $0.key != title && !$0.isPrivate }?.key
        let deliverable: String? =
            if let product, case .text(let text)? = line.content.values[product] { text } else { nil }
        return FollowUpOrder(
            register: definition.key, record: record.id, line: line.id,
            title: definition.title(record, request.writing),
            address: RegisterPaths.record(definition.key, record.id), text: text, product: deliverable, unit: lead,
            due: day)
    }
}

package import Documents
package import Office
package import WorkCalendar

/// What a clerk typed of an assignment, on its way to the fields that can be stored: a deadline in the words of papers, bodies by
/// their names.
package struct TypedFields: Sendable, Equatable {
    /// What is to be done.
    package var text = ""
    /// What is to come of it; empty for nothing.
    package var deliverable = ""
    /// When; empty for no deadline.
    package var deadline = ""
    /// How many of what; empty for no number.
    package var target = ""
    /// Who leads, by name.
    package var leads: [String] = []
    /// Who takes part, by name.
    package var coordinators: [String] = []
    /// Whom the clerk chose for a name that could not be told, by that name.
    package var choices: [String: OrganisationID] = [:]
    /// Names that the clerk leaves as they are, although nobody bears them.
    package var left: Set<String> = []
    /// Which units the clerk says that words mean which name a group, or nobody can tell.
    package var meanings: [String: GroupMeaning] = [:]

    /// Which units words mean together.
    package enum GroupMeaning: Sendable, Equatable {
        /// Those of a group, by its key.
        case group(String)
        /// Nobody can say.
        case open
    }

    /// Nothing typed yet.
    package init() {}

    /// An assignment as it stands.
    package init(_ reviewed: ReviewedAssignment) {
        let assignment = reviewed.assignment
        text = assignment.text
        deliverable = assignment.deliverable ?? ""
        deadline = assignment.deadline.typed
        target = assignment.target?.typed ?? ""
        leads = reviewed.leads.map(\.written)
        coordinators = reviewed.coordinators.map(\.written)
    }

    /// A name that could not be told, and whom it may mean, the likeliest first.
    package struct Question: Sendable, Equatable {
        /// The name.
        package var written: String
        /// Whom it may mean.
        package var candidates: [OrganisationID]
    }

    /// What came of it.
    package enum Understood: Sendable, Equatable {
        /// They can be stored.
        case fields(AssignmentFields)
        /// The deadline's words name no time.
        case noDeadline
        /// The target's words name no number of things.
        case noTarget
        /// Names that could not be told.
        case questions([Question])
    }

    /// What they mean. What was not changed keeps its meaning.
    /// - Parameters:
    ///   - standing: The assignment as it stands.
    ///   - document: Whose day and title a deadline is counted from.
    package func understood(
        _ standing: ReviewedAssignment, of document: RegisteredDocument, _ matching: BodyMatching
    ) -> Understood {
        var fields = AssignmentFields(standing)
        fields.text = text
        fields.deliverable = deliverable.isEmpty ? nil : deliverable
        if deadline != standing.assignment.deadline.typed {
            guard let read = Deadline(typed: deadline, of: document) else { return .noDeadline }
            fields.deadline = read
        }
        if target != standing.assignment.target?.typed ?? "" {
            guard let read = Target.typed(target) else { return .noTarget }
            fields.target = read
        }
        let leads = bodies(leads, standing.leads, matching)
        let coordinators = bodies(coordinators, standing.coordinators, matching)
        let questions = leads.questions + coordinators.questions
        if !questions.isEmpty { return .questions(questions) }
        fields.leads = leads.bodies
        fields.coordinators = coordinators.bodies
        return .fields(fields)
    }

    private func bodies(
        _ typed: [String], _ standing: [AssignmentBody], _ matching: BodyMatching
    ) -> (bodies: [AssignmentFields.Body], questions: [Question]) {
        var questions: [Question] = []
        let bodies = typed.map { written -> AssignmentFields.Body in
            if let chosen = choices[written] { return AssignmentFields.Body(written, .units([chosen])) }
            switch meanings[written] {
            case .group(let key): return AssignmentFields.Body(written, .groups([key]))
            case .open: return AssignmentFields.Body(written, .open)
            case nil: break
            }
            if let body = standing.first(where: { $0.written == written }) { return AssignmentFields.Body(body) }
            let match = matching.match(written)
            if match.outcome == .unknown, !left.contains(written) {
                questions.append(Question(written: written, candidates: matching.candidates(for: match)))
            }
            return AssignmentFields.Body(written)
        }
        return (bodies, questions)
    }
}

extension BodyMatching {
    /// Whom a person may mean by a name that could not be told.
    fileprivate func candidates(for match: BodyMatch) -> [OrganisationID] {
        if !match.candidates.isEmpty { return match.candidates }
        guard let unit = scope.unit else { return [] }
        return directory.suggestions(for: match.written, on: today, within: unit)
    }
}

extension TypedFields.GroupMeaning {
    private static let openKey = "-"

    /// As a form sends it.
    init(_ value: String) { self = value == Self.openKey ? .open : .group(value) }

    /// As a form has it.
    var value: String {
        switch self {
        case .group(let key): key
        case .open: Self.openKey
        }
    }
}

extension Target {
    /// As a clerk finds it in the field, and may type it again: "1-2 đoàn/năm", "ít nhất 2 đoàn", "tối đa 3 đoàn/quý".
    var typed: String {
        let number =
            switch (least, most) {
            case (let least?, let most?): least == most ? "\(least)" : "\(least)-\(most)"
            case (let least?, nil): "ít nhất \(least)"
            case (nil, let most?): "tối đa \(most)"
            case (nil, nil): ""
            }
        let period =
            switch per {
            case .year: "/năm"
            case .half: "/6 tháng"
            case .quarter: "/quý"
            case .month: "/tháng"
            case nil: ""
            }
        return "\(number) \(unit)\(period)"
    }

    /// What typed words ask for: `nil` where they are not understood; none at all is no target.
    static func typed(_ words: String) -> Target?? {
        guard words.contains(where: { !$0.isWhitespace }) else { return .some(nil) }
        return read(deliverable: words, text: "").map { .some($0) }
    }
}

extension Deadline {
    /// As a clerk finds it in the field, and may type it again: the words of the document, else the day.
    var typed: String {
        if let raw, !raw.isEmpty { return raw }
        return due?.vietnamese ?? ""
    }

    /// What typed words set for a document; `nil` where they name no time. None at all is no deadline.
    package init?(typed: String, of document: RegisteredDocument) {
        guard typed.contains(where: { !$0.isWhitespace }) else {
            self = .none
            return
        }
        let context = DeadlineContext(
            documentDate: document.day, period: document.title.flatMap { DeadlineReader.period(of: $0) })
        let read = DeadlineReader.cell(typed, context: context)
        guard read.kind != .none else { return nil }
        self = read
    }
}

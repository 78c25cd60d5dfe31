import Paper
import Vietnamese
import WorkCalendar

/// Duties that the running text sets: under agencies' headings, in lists of tasks, in sentences that give an order.
struct ProseAssignments {
    let header: DocumentHeader
    let deadlines: DeadlineContext
    /// Who is meant where a duty names nobody.
    private let fallback: [String]
    private var found: [Assignment] = []
    /// Where the duties begin that a labelled line below them applies to.
    private var unlabelled = 0
    /// Number of duties that have had their labelled lines: a new duty begins a new set, further lines belong to the last.
    private var labelled = 0

    /// What stands around the duty being read.
    private struct Scope {
        var group: String?
        var lead: [String]?
        var assigns: Bool
    }

    /// The duties in the text, in order.
    /// - Parameter bases: The paragraphs in front of the text (Căn cứ …), in which the issuer may name itself.
    static func read(
        _ outline: Outline, bases: [Paragraph] = [], header: DocumentHeader, deadlines: DeadlineContext
    ) -> [Assignment] {
        guard assigning.contains(header.type) else { return [] }
        var reader = ProseAssignments(outline, bases: bases, header: header, deadlines: deadlines)
        reader.visit(outline.nodes, Scope(assigns: !reader.hasSections(outline)))
        return reader.found
    }

    /// Types of documents that give orders; reports, minutes and invitations do not.
    private static let assigning: Set<DocumentType> = [
        .plan, .directive, .decision, .resolution, .officialLetter, .notice, .programme, .other,
    ]

    private init(_ outline: Outline, bases: [Paragraph], header: DocumentHeader, deadlines: DeadlineContext) {
        self.header = header
        self.deadlines = deadlines
        let opening = outline.nodes.prefix { $0.mark == nil || $0.mark?.kind == .dash }.filter { $0.mark == nil }
        fallback =
            Self.namesAgencies(outline.nodes)
            ? [] : OrderingClause.leads(Outline(bases).nodes + opening, header: header)
    }

    private func hasSections(_ outline: Outline) -> Bool {
        outline.nodes.contains { $0.mark?.kind == .roman || $0.mark?.kind == .part }
    }

    private static func namesAgencies(_ nodes: [Outline.Node]) -> Bool {
        nodes.contains { node in
            (node.mark != nil && (!node.children.isEmpty || node.endsWithColon) && AgencyHeading(node.tokens) != nil)
                || namesAgencies(node.children)
        }
    }

    // MARK: Walking the text

    private mutating func visit(_ nodes: [Outline.Node], _ scope: Scope) {
        for node in nodes { visit(node, scope) }
    }

    private mutating func visit(_ node: Outline.Node, _ scope: Scope) {
        if let labels = DutyLabels(node.text) {
            apply(labels)
            return visit(node.children, scope)
        }
        guard !Self.isAside(node) else { return }
        switch node.mark?.kind {
        case .part, .roman: section(node)
        case .article where node.children.isEmpty, nil where !scope.assigns || scope.lead == nil: order(node, scope)
        case nil where DutySubject(node.tokens)?.isOrdered == true:
            // An order in running text below the last agency's duties is no duty of that agency.
            order(node, Scope(assigns: true))
        default: scope.assigns ? item(node, scope) : visit(node.children, scope)
        }
    }

    private mutating func section(_ node: Outline.Node) {
        guard SectionKind(title: node.tokens) == .duties else { return }
        if let agency = AgencyHeading(node.tokens) {
            return under(agency, node)
        }
        unlabelled = found.count
        visit(node.children, Scope(group: node.heading, assigns: true))
    }

    private mutating func item(_ node: Outline.Node, _ scope: Scope) {
        if Self.isHeadingOfNoDuty(node) { return }
        if scope.lead == nil, let agency = AgencyHeading(node.tokens),
            agency.workOffset != nil || !node.children.isEmpty
        {
            return under(agency, node)
        }
        let continuation = node.mark.map { $0.kind != .dash && $0.kind != .plus } ?? false
        let children = node.children.filter { DutyLabels($0.text) == nil }
        let isTitle = node.isSingleClause && children.contains { $0.mark != nil || !node.isTerminated }
        if isTitle {
            var inner = scope
            if node.mark?.kind != .dash, node.mark?.kind != .plus, scope.lead == nil { inner.group = node.heading }
            unlabelled = found.count
            return visit(node.children, inner)
        }
        // Running text below a numbered sentence goes on with it.
        let more = continuation ? node.children.prefix(while: Self.goesOn) : []
        emit(node, followedBy: Array(more), scope)
        visit(Array(node.children.dropFirst(more.count)), scope)
    }

    private static func goesOn(_ node: Outline.Node) -> Bool {
        node.mark == nil && DutyLabels(node.text) == nil && !isAside(node)
            && DutySubject(node.tokens)?.isOrdered != true
    }

    private mutating func under(_ agency: AgencyHeading, _ node: Outline.Node) {
        unlabelled = found.count
        let scope = Scope(group: node.heading, lead: agency.bodies, assigns: true)
        if let offset = agency.workOffset {
            let work = Tokens(String(node.text[utf8: offset..<node.text.utf8.count]))
            let head = String(node.text[utf8: 0..<offset]).trimmedOfMarks
            let label = node.mark.map { $0.label + " " } ?? ""
            emit(
                work, at: node.paragraph.place(at: node.textOffset + offset),
                Scope(group: label + head, lead: agency.bodies, assigns: true))
        }
        visit(node.children, scope)
    }

    /// Running text outside lists: a duty only where it gives an order to a body it names, or stands under a title.
    private mutating func order(_ node: Outline.Node, _ scope: Scope) {
        if scope.assigns, scope.group != nil {
            if !Self.isHeadingOfNoDuty(node) { emit(node, followedBy: [], scope) }
        } else if let subject = DutySubject(node.tokens), subject.isOrdered, !Self.isGeneral(node) {
            emit(node, followedBy: [], Scope(group: scope.group, assigns: true))
        } else if header.type == .officialLetter, !Self.isGeneral(node),
            let leads = OrderingClause.leads(inSentence: node.tokens, header: header),
            DeadlineReader.strongest(in: node.tokens, context: deadlines) != nil
        {
            // What a letter asks in its only sentence; without a day it is a wish.
            emit(node, followedBy: [], Scope(group: scope.group, lead: leads, assigns: true))
        }
        visit(node.children, scope)
    }

    // MARK: One duty

    private mutating func emit(_ node: Outline.Node, followedBy more: [Outline.Node], _ scope: Scope) {
        guard node.tokens.list.count >= 4, !Self.isGeneral(node) || (scope.lead != nil && node.mark != nil) else {
            return
        }
        let tokens = more.isEmpty ? node.tokens : Tokens(([node] + more).map(\.text).joined(separator: " "))
        let clauses = scope.lead == nil ? DutySubject.clauses(tokens) : [0]
        for (start, end) in zip(clauses, clauses.dropFirst() + [tokens.text.utf8.count]) {
            let clause = clauses.count == 1 ? tokens : Tokens(String(tokens.text[utf8: start..<end]).trimmed)
            emit(clause, at: node.paragraph.place(at: node.textOffset + start), scope)
        }
    }

    private mutating func emit(_ tokens: Tokens, at place: Place, _ scope: Scope) {
        var assignment = Assignment(part: .body, group: scope.group, text: tokens.text, place: place)
        assignment.lead = scope.lead ?? DutySubject(tokens)?.bodies ?? fallback
        let leads = Set(assignment.lead.map(\.folded))
        assignment.coordinate = Coordination.bodies(in: tokens).filter { !leads.contains($0.folded) }
        assignment.deadline = DeadlineReader.strongest(in: tokens, context: deadlines)?.deadline ?? .none
        if labelled > unlabelled { unlabelled = labelled }
        found.append(assignment)
    }

    private mutating func apply(_ labels: DutyLabels) {
        for index in unlabelled..<found.count {
            for (field, value) in labels.fields {
                switch field {
                case .lead: found[index].lead = BodyParser.cell(value)
                case .coordinate: found[index].coordinate = BodyParser.cell(value)
                case .deliverable: found[index].deliverable = value
                case .deadline: found[index].deadline = DeadlineReader.cell(value, context: deadlines)
                case .person: break
                }
            }
        }
        labelled = found.count
    }
}

extension Outline.Node {
    /// Says one thing: a title, not a sentence of several clauses.
    var isSingleClause: Bool {
        text.utf8.count <= 320 && !text.dropLast().contains(";") && !text.dropLast(2).contains(". ")
    }

    /// Where the text after the mark begins in the paragraph.
    var textOffset: Int { mark?.textOffset ?? 0 }
}

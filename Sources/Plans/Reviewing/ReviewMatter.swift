package import Documents
package import Office
import Paper
package import Storage
package import WorkCalendar

/// All that a clerk looks at to review a plan: the document, what was read of it, and where that stands.
package struct ReviewMatter: Sendable {
    /// The plan.
    package var plan: Plan
    /// Its document.
    package var document: RegisteredDocument
    /// What stands on the paper.
    package var content: DocumentContent
    /// The pages that have a picture.
    package var pictures: Set<Int>
    /// Every assignment, dropped and replaced ones too, in the order of the plan.
    package var assignments: [ReviewedAssignment]
    /// Where they stand; joined ones stand where their first part does.
    package var passages: [Int: Passage]
    /// What a careful clerk would query, in the order of the document.
    package var findings: [Finding]
    /// Which units each name means, and what the groups are called.
    package var names: [OrganisationID: String] = [:]
    /// The units that groups of keys mean today.
    package var members: [[String]: [OrganisationID]] = [:]
    /// Those of which a correction stands that can be taken back.
    package var corrected: Set<Int> = []
    /// The assignments that one came of by joining or splitting.
    package var origins: [Int: [Int]] = [:]
    /// Why it was dropped, as far as it is.
    package var reasons: [Int: String] = [:]
    /// How many occurrences that have not ended stand for each assignment, and for how many units.
    package var occurrences: [Int: (count: Int, units: Int)] = [:]

    /// - Parameter day: Today.
    /// - Returns: `nil` where there is no such plan.
    /// - Throws: ``MalformedReading`` where what is kept of the document is damaged.
    package static func of(
        _ id: Int, _ directory: Directory, on day: Day, _ db: Transaction
    ) throws -> ReviewMatter? {
        guard let plan = try Plan.one(id, db), let document = try DocumentRegister.document(plan.document, db) else {
            return nil
        }
        let content = try DocumentContent.of(document.id, db)
        let assignments = try ReviewedAssignment.all(of: id, db)
        let passages = Passages(content)
        var matter = ReviewMatter(
            plan: plan, document: document, content: content,
            pictures: try DocumentPictures.pages(of: document.id, db), assignments: assignments,
            passages: Dictionary(
                uniqueKeysWithValues: assignments.map(\.assignment).compactMap { assignment in
                    passages.passage(of: assignment.quote.text, at: assignment.quote.place.line).map {
                        (assignment.id, $0)
                    }
                }),
            findings: try DocumentRegister.reading(of: document.id, db)?.findings ?? [])
        matter.name(directory, on: day)
        try matter.count(db)
        try matter.recall(db)
        return matter
    }

    private mutating func name(_ directory: Directory, on day: Day) {
        for body in assignments.flatMap(\.bodies) {
            for unit in body.units { names[unit] = directory.name(of: unit, on: day) }
            if !body.groups.isEmpty, members[body.groups] == nil, let province = plan.province {
                members[body.groups] = directory.members(ofGroups: body.groups, within: province, on: day)
            }
        }
    }

    private mutating func count(_ db: Transaction) throws {
        try db.each(
            """
            SELECT assignment, count(*), count(DISTINCT unit) FROM occurrences
            WHERE ended IS NULL AND assignment IN (SELECT id FROM assignments WHERE plan = \(plan.id)) GROUP BY assignment
            """
        ) { occurrences[try $0.next()] = (try $0.next(), try $0.next()) }
    }

    private mutating func recall(_ db: Transaction) throws {
        let these: Query = "assignment IN (SELECT id FROM assignments WHERE plan = \(plan.id))"
        corrected = Set(
            try db.all("SELECT DISTINCT assignment FROM assignment_corrections WHERE undone IS NULL AND \(these)") {
                try $0.next(Int.self)
            })
        try db.each("SELECT assignment, origin FROM assignment_origins WHERE \(these) ORDER BY origin") {
            origins[try $0.next(), default: []].append(try $0.next())
        }
        try db.each(
            "SELECT assignment, reason FROM assignment_decisions WHERE reason IS NOT NULL AND \(these) ORDER BY id"
        ) { reasons[try $0.next()] = try $0.next() }
    }

    /// Those that are still to be decided.
    package var drafts: [ReviewedAssignment] { assignments.filter { $0.state == .draft } }

    /// Those that count: what was dropped or replaced is left out.
    package var shown: [ReviewedAssignment] { assignments.filter { $0.state == .draft || $0.state == .accepted } }

    /// The numbers of findings from 1, in the order of the document, by what they point at first.
    package var flags: [Passage.Spot: [Int]] {
        let passages = Passages(content)
        var flags: [Passage.Spot: [Int]] = [:]
        for (index, finding) in findings.enumerated() {
            guard let place = finding.at.first, let spot = passages.spot(ofLine: place.line) else { continue }
            flags[spot, default: []].append(index + 1)
        }
        return flags
    }

    /// On which page each line of the extracted text stands.
    package var pageOfLine: [Int: Int] {
        var pages: [Int: Int] = [:]
        for start in content.blocks.flatMap(\.paragraphs).flatMap(\.starts) {
            if let page = start.place.page { pages[start.place.line] = page }
        }
        return pages
    }

    /// The findings that lie in an assignment's passage.
    package func findings(of id: Int) -> [Finding] {
        guard let lines = passages[id].map({ Set($0.lines) }) else { return [] }
        return findings.filter { $0.at.contains { lines.contains($0.line) } }
    }

    /// The bodies that nobody recorded bears the name of, each once, with the assignments that name them.
    package var unresolved: [(written: String, assignments: [Int])] {
        var found: [(written: String, assignments: [Int])] = []
        for reviewed in assignments where reviewed.state == .draft || reviewed.state == .accepted {
            for body in reviewed.bodies where body.outcome == .unknown {
                if let index = found.firstIndex(where: { $0.written == body.written }) {
                    found[index].assignments.append(reviewed.assignment.id)
                } else {
                    found.append((body.written, [reviewed.assignment.id]))
                }
            }
        }
        return found
    }
}

extension Block {
    /// All of its paragraphs, in reading order.
    fileprivate var paragraphs: [Paragraph] {
        switch self {
        case .paragraph(let paragraph): [paragraph]
        case .footnote(let note): note.paragraphs
        case .table(let table): table.rows.flatMap(\.cells).flatMap(\.paragraphs)
        }
    }
}

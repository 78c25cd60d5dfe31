package import Office
package import Storage
import WorkCalendar

/// What a search found: a document, an assignment or a unit.
package struct FoundWork: Sendable, Equatable {
    /// What it is, and where it leads.
    package enum Thing: Sendable, Equatable {
        /// A document by its key, with the plan that it is.
        case document(Int, plan: Int?)
        /// An assignment, with the plan it belongs to and the occurrence to be looked at first; without one where none stands.
        case assignment(Int, plan: Int, occurrence: Int?)
        case unit(OrganisationID)
    }

    /// What it is.
    package let thing: Thing
    /// Its name or its text, with what was sought marked.
    package let title: [Excerpt.Run]
    /// The passage in which the words stand; empty where the title says all.
    package let excerpt: [Excerpt.Run]
}

/// What was searched, by kind.
package struct FoundAnswer: Sendable, Equatable {
    /// Units of the province, the closest first.
    package var units: [FoundWork] = []
    /// Assignments, the best first.
    package var assignments: [FoundWork] = []
    /// Documents, the best first.
    package var documents: [FoundWork] = []

    /// Whether nothing was found.
    package var isEmpty: Bool { units.isEmpty && assignments.isEmpty && documents.isEmpty }
}

extension Following {
    /// How many of each kind are found at most.
    private static let mostFound = 20

    /// Finds documents, assignments and units by words, with or without accents; from memory where nothing was written
    /// since the same was sought last.
    package static func search(
        _ text: String, within sight: Sight, around unit: OrganisationID, _ directory: Directory, _ memory: WorkMemory,
        _ db: Transaction
    ) throws -> FoundAnswer {
        let asked = WorkMemory.Sought(text: text, unit: unit, sight: sight)
        return try memory.found.answer(to: asked, db) {
            FoundAnswer(
                units: units(text, around: unit, sight, directory),
                assignments: try assignments(text, sight, directory, db),
                documents: try documents(text, sight, directory, db))
        }
    }

    private static func units(
        _ text: String, around unit: OrganisationID, _ sight: Sight, _ directory: Directory
    ) -> [FoundWork] {
        let words = SearchWords(text)
        return directory.suggestions(for: text, on: sight.day, within: unit, limit: 5).map { id in
            let name = directory.name(of: id, on: sight.day) ?? ""
            return FoundWork(thing: .unit(id), title: Excerpt.runs(of: name, for: words), excerpt: [])
        }
    }

    private static func assignments(
        _ text: String, _ sight: Sight, _ directory: Directory, _ db: Transaction
    ) throws -> [FoundWork] {
        var condition: Query = "1 = 1"
        if case .units(let units) = sight.scope {
            condition = """
                (EXISTS (SELECT 1 FROM occurrences AS o WHERE o.assignment = e.subject
                    AND o.unit IN (\(list: units.sorted())))
                OR e.subject IN (\(WorkSelection.coordinated(by: units, on: sight.day, directory))))
                """
        }
        return try Search.find(text, kinds: ["assignment"], where: condition, limit: mostFound, db).compactMap { hit in
            let plan: Int? = try db.value("SELECT plan FROM assignments WHERE id = \(hit.subject)")
            guard let plan else { return nil }
            // What is open and due next, of the own units where they have any.
            var order: Query = "CASE WHEN o.completed IS NULL THEN 0 ELSE 1 END, \(WorkSelection.due), o.id"
            if case .units(let units) = sight.scope {
                order = "CASE WHEN o.unit IN (\(list: units.sorted())) THEN 0 ELSE 1 END, \(order)"
            }
            let occurrence: Int? = try db.value(
                """
                SELECT o.id FROM occurrences AS o WHERE o.assignment = \(hit.subject) AND o.ended IS NULL
                ORDER BY \(order) LIMIT 1
                """)
            return FoundWork(
                thing: .assignment(hit.subject, plan: plan, occurrence: occurrence), title: hit.title,
                excerpt: hit.excerpt.contains(where: \.isHit) ? hit.excerpt : [])
        }
    }

    private static func documents(
        _ text: String, _ sight: Sight, _ directory: Directory, _ db: Transaction
    ) throws -> [FoundWork] {
        var condition: Query = "1 = 1"
        if case .units(let units) = sight.scope {
            let listed = units.sorted()
            condition = """
                EXISTS (SELECT 1 FROM documents AS d LEFT JOIN plans AS p ON p.document = d.id WHERE d.id = e.subject
                    AND (d.issuer_unit IN (\(list: listed))
                    OR EXISTS (SELECT 1 FROM occurrences AS o WHERE o.plan = p.id AND o.unit IN (\(list: listed)))
                    OR EXISTS (SELECT 1 FROM assignments AS a JOIN occurrences AS o ON o.assignment = a.id
                        WHERE a.plan = p.id
                            AND a.id IN (\(WorkSelection.coordinated(by: units, on: sight.day, directory))))))
                """
        }
        // A long document is found by several of its pieces.
        var seen: Set<Int> = []
        let hits = try Search.find(text, kinds: ["document"], where: condition, limit: 3 * mostFound, db)
            .filter { seen.insert($0.subject).inserted }
        return try hits.prefix(mostFound).compactMap { hit in
            let found = try db.first(
                """
                SELECT p.id, coalesce(d.number, ''), coalesce(d.title, d.file_name) FROM documents AS d
                LEFT JOIN plans AS p ON p.document = d.id WHERE d.id = \(hit.subject)
                """
            ) { (plan: try $0.next(Int?.self), number: try $0.next(String.self), title: try $0.next(String.self)) }
            guard let found else { return nil }
            let name = [found.number, found.title].filter { !$0.isEmpty }.joined(separator: " · ")
            return FoundWork(
                thing: .document(hit.subject, plan: found.plan),
                title: Excerpt.runs(of: name, for: SearchWords(text), width: .max),
                excerpt: hit.excerpt.contains(where: \.isHit) ? hit.excerpt : [])
        }
    }
}

package import Office
import Storage
import Web
import WorkCalendar

/// The daily pages of all registers: which there are, their lists, one record, its form.
package struct RegisterPages: Sendable {
    let desk: Desk
    let files: FileKeeper
    let keys: KeyRing?
    let tables: TableFileReader
    let definitions: DefinitionKeeper
    let countries: CountryNames
    let followUps: FollowUpDoor?
    let memory = RegisterMemory()
    let people: PeopleMemory
    let nudge: @Sendable () -> Void

    /// - Parameters:
    ///   - desk: What all pages share.
    ///   - files: Where the files of records are kept.
    ///   - keys: Of private fields; without them those are neither written nor shown.
    ///   - tables: Reads files with records.
    ///   - definitions: What registers there are.
    ///   - people: Who is in them, for finding the same person twice.
    ///   - followUps: How follow-ups become assignments; without it they do not.
    ///   - nudge: Tells the worker that there is a job.
    /// - Throws: where the names of countries are malformed, which a test forbids.
    package init(
        _ desk: Desk, files: FileKeeper, keys: KeyRing?, tables: TableFileReader,
        definitions: DefinitionKeeper = DefinitionKeeper(), people: PeopleMemory = PeopleMemory(),
        followUps: FollowUpDoor? = nil, nudge: @escaping @Sendable () -> Void = {}
    ) throws {
        self.desk = desk
        self.files = files
        self.keys = keys
        self.tables = tables
        self.definitions = definitions
        self.people = people
        self.nudge = nudge
        self.followUps = followUps
        countries = CountryNames(try Countries.shipped())
    }

    /// Sổ theo dõi.
    package static let section = Desk.Section(
        "registers", title: "register.section", address: RegisterPaths.index, for: [.readRecords])

    /// Declares their addresses.
    package func add(to routes: inout DeskRoutes) {
        addIndex(to: &routes)
        addList(to: &routes)
        addForm(to: &routes)
        addChart(to: &routes)
        addRecord(to: &routes)
        addTerms(to: &routes)
        addRenewal(to: &routes)
        addRouter(to: &routes)
        addSurvey(to: &routes)
        addSuccession(to: &routes)
        addFollowUps(to: &routes)
        addNothing(to: &routes)
        addForms(to: &routes)
        addCalendar(to: &routes)
        addAPI(to: &routes)
        addConfidential(to: &routes)
        addImports(to: &routes)
        addTemplate(to: &routes)
        addBulk(to: &routes)
        addDuplicates(to: &routes)
        addConsents(to: &routes)
        addErasure(to: &routes)
        addRetention(to: &routes)
    }
}

/// Where the pages of registers are.
package enum RegisterPaths {
    static let index = "/so"
    /// What is due in all registers.
    package static let terms = "\(index)/thoi-han"

    /// The list of a register.
    package static func list(_ register: Key) -> String { "\(index)/\(register)" }
    static func new(_ register: Key) -> String { "\(index)/\(register)/moi" }
    /// A file to be filled in with records.
    static func template(_ register: Key) -> String { "\(index)/\(register)/mau.xlsx" }
    static func survey(_ register: Key) -> String { "\(index)/\(register)/khao-sat" }
    static func nothing(_ register: Key) -> String { "\(index)/\(register)/khong-phat-sinh" }
    /// One record.
    package static func record(_ register: Key, _ id: RecordID) -> String { "\(index)/\(register)/\(id.rawValue)" }
}

/// A request about a register: the register at work, and how its values are written.
struct RegisterRequest: Sendable {
    let call: Call
    let definitions: Definitions
    let book: RecordBook
    let followUps: FollowUpDoor?
    var writing: ValueWriting

    var definition: Definition { book.definition }
    var words: Words { call.words }

    /// A name in the language of the page.
    func name(_ names: Names) -> String { names[call.words.language] }

    /// The pages above one of a register.
    var trail: [Page.Link] {
        [
            Page.Link(words("register.section"), RegisterPaths.index),
            Page.Link(name(definition.names), RegisterPaths.list(definition.key)),
        ]
    }

    /// What stands at the top of a page of the register.
    var path: String { RegisterPaths.list(definition.key) }

    /// The units whose records of this register may be read.
    var readable: Scope { call.scope(definition.reading) }

    /// What the address asks for. Who may read what is private of the records also finds them by their names.
    var question: RegisterQuestion {
        var question = RegisterQuestion(call.address, definition, on: call.day)
        if call.scope(.readPrivate) == readable {
            question.list.query = book.findingNames(question.list.query)
        }
        return question
    }

    /// The record that the address names, where it may be read; a confidential one once it was opened for a purpose.
    /// - Throws: ``WebFailure/notFound``; ``ClosedRecord`` or a ``Refusal`` where it is still closed.
    func record(_ db: Transaction) throws -> Record {
        let id = RecordID(rawValue: try call.number())
        guard let record = try book.record(id, within: readable, db) else { throw WebFailure.notFound }
        try checkOpen(record, db)
        return record
    }
}

extension RegisterPages {
    /// - Parameter words: Those of the page where none are given.
    func writing(_ call: Call, _ words: Words? = nil) -> ValueWriting {
        ValueWriting(
            words: words ?? call.words, directory: call.directory, day: call.day, countries: countries)
    }

    /// What a request is about.
    /// - Throws: ``WebFailure/notFound`` where there is no such register.
    func request(_ call: Call, _ db: Transaction) throws -> RegisterRequest {
        let definitions = try definitions.definitions(db)
        guard let key = Key(call.text("register")), let definition = definitions[key], call.may(definition.reading)
        else { throw WebFailure.notFound }
        return RegisterRequest(
            call: call, definitions: definitions, book: RecordBook(definition, keys: keys),
            followUps: followUps, writing: writing(call))
    }

    /// Reads what a page shows and who asks for it on one picture of the data. A confidential record that is still closed is answered with
    /// the question what for.
    /// - Parameter what: What of a confidential register is seen; it is written down before the page goes out.
    func get(
        _ routes: inout DeskRoutes, _ path: String, _ action: Action, as what: ListLook.What? = nil,
        _ read: @escaping @Sendable (RegisterRequest, Transaction) throws -> Page
    ) {
        routes.get(
            path, .may(action),
            reading: { [self] call, db in
                let request = try request(call, db)
                do {
                    return (request.definition, desk.page(try read(request, db), call))
                } catch let closed as ClosedRecord {
                    return (request.definition, desk.page(PurposePage(request: request, closed: closed).page, call))
                }
            },
            page: { [self] shown, call in
                if let what { try await note(what, of: shown.0, call) }
                return shown.1
            })
    }
}

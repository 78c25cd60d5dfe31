import ArgumentParser
import Office
import Plans
import Storage
import Wording
import WorkCalendar

/// `nhipcau due`: what is due and late, for everyone or for one unit.
struct DueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: Words.text("help.due"), discussion: Words.text("help.due.more"))

    @Option(name: .customLong("as-of"), help: ArgumentHelp(Words.text("help.due.as-of"), valueName: "day"))
    var day: String?

    @Option(help: ArgumentHelp(Words.text("help.due.unit"), valueName: "name"))
    var unit: String?

    @Option(help: ArgumentHelp(Words.text("help.due.within"), valueName: "days"))
    var within: String?

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let question = try question()
        try await options.withStore { store in
            try await Self.workOut(until: question.day, store)
            let answer = try await store.read { db in
                try DueAnswer(question, within: .everything, try Organisations.directory(db), db)
            }
            if options.json {
                Output.write(answer.json + [UInt8(ascii: "\n")], to: 1)
            } else {
                let page = answer.page(
                    words: { Words.text($0) }, width: Output.width, isColourful: Output.isColourful)
                Output.write(page, to: 1)
            }
        }
    }

    /// - Throws: The exit status, after one line about what cannot be understood.
    private func question() throws -> DueQuestion {
        var question = DueQuestion(day: .today, unit: unit)
        if let text = day {
            guard let day = Day(iso: text) ?? Day(vietnamese: text) else {
                throw refuse("--as-of", Message("due.no-day", ["day": text]))
            }
            question.day = day
        }
        if let text = within {
            guard let days = Int(text), (0...3_660).contains(days) else {
                throw refuse("--within", Message("due.no-days", ["days": text]))
            }
            question.within = days
        }
        return question
    }

    private func refuse(_ option: String, _ message: Message) -> ExitCode {
        Output.complain(option, Words.text(message))
        return ExitCode(Status.failed)
    }

    /// Works out what recurs without an end, so that nothing due is missing because nobody looked that far before.
    /// Where the database may only be read, what stands in it is the answer.
    private static func workOut(until day: Day, _ store: Store) async throws {
        // Further ahead nobody plans; every year of it is rows.
        let last = min(day, Day.today.adding(years: 10))
        let act = Act(.system("nhipcau due"), at: .now, day: max(last, .today))
        do {
            try await store.write { db in
                try Renewal.extendHorizon(try Organisations.directory(db), by: act, db)
                try Following.endNewOccurrences(db)
            }
        } catch let error as StorageError where error.kind == .readOnly {
            return
        }
    }
}

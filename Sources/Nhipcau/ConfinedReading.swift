import Confinement
import Documents
import Paper
import Wording
import WorkCalendar

/// The reading itself, in a process under restraints. What it prints is taken by the process that supervises it.
struct ConfinedReading: Sendable {
    /// The process that supervises.
    let supervisor: Int32
    let form: ReadingForm
    let language: Catalogue.Language
    /// Columns of the terminal.
    let width: Int
    let isColourful: Bool
    let file: String
    /// The pages of which pictures are wanted.
    var pages = 1...1

    /// - Returns: The exit status.
    func run() async -> Int32 {
        let signs = LifeSigns()
        let heart = Task.detached { await signs.beatWhileOthersWork() }
        defer { heart.cancel() }
        do {
            let texts = try DocumentTexts.catalogue(language)
            do {
                switch form {
                case .pictures: return try await draw(signs)
                case .tables: return try await readTables()
                default: return try await read(texts, signs)
                }
            } catch let error as PaperError {
                complain(error.message, texts)
            } catch is SecrecyMark {
                complain(Message("unreadable.secret"), texts)
                return Status.secret
            }
        } catch {
            Output.complain(file, "\(error)")
        }
        return Status.failed
    }

    private func complain(_ reason: Message, _ texts: Catalogue) {
        if form.isHandedOver { return Output.write(reason.handedOver, to: 2) }
        Output.complain(file, texts.text(reason))
    }

    private func draw(_ signs: LifeSigns) async throws -> Int32 {
        let pictures = try await Transcriber.pictures(path: file, pages: pages) { signs.progress($0, of: pages.count) }
        Output.write(HandedPictures.bytes(pictures), to: 1)
        return Status.done
    }

    private func readTables() async throws -> Int32 {
        let read = try await GridReader.read(path: file)
        // A document that bears a secrecy mark is not taken in this way either.
        if let transcript = read.transcript { _ = try DocumentReader.read(transcript, today: .today) }
        Output.write(try Grid.json(read.grids), to: 1)
        return Status.done
    }

    private func read(_ texts: Catalogue, _ signs: LifeSigns) async throws -> Int32 {
        let transcript = try await Transcriber.transcribe(path: file) { signs.progress($0.done, of: $0.total) }
        // Even the bare text is shown only of a document that may be shown.
        let document = try DocumentReader.read(transcript, today: .today)
        switch form {
        case .text: Output.write(transcript.lines.joined(separator: "\n") + "\n", to: 1)
        case .json: Output.write(document.json(texts) + [UInt8(ascii: "\n")], to: 1)
        case .findingsJSON: Output.write(document.findingsJSON(texts) + [UInt8(ascii: "\n")], to: 1)
        case .handover: Output.write(Handover(document, transcript).json(texts), to: 1)
        case .page:
            let page = DocumentPage.whole(
                document, repairs: transcript.repairs, texts: texts, width: width, isColourful: isColourful)
            Output.write(page, to: 1)
        case .findings:
            let page = DocumentPage.findings(document, texts: texts, width: width, isColourful: isColourful)
            Output.write(page, to: 1)
        case .pictures, .tables: break
        }
        return form.isCheck && document.findings.contains { $0.severity == .error } ? Status.no : Status.done
    }
}

extension ConfinedReading {
    private static let word = "confined"

    /// How one process tells the other; no user writes this.
    var arguments: [String] {
        [
            Self.word, String(supervisor), form.rawValue, language.rawValue, String(width), String(isColourful),
            String(pages.lowerBound), String(pages.upperBound), file,
        ]
    }

    /// - Returns: `nil` where the arguments are those of a user.
    init?(arguments: some Collection<String>) {
        let parts = Array(arguments)
        guard parts.count == 9, parts[0] == Self.word, let supervisor = Int32(parts[1]),
            let form = ReadingForm(rawValue: parts[2]), let language = Catalogue.Language(rawValue: parts[3]),
            let width = Int(parts[4]), let isColourful = Bool(parts[5]), let first = Int(parts[6]),
            let last = Int(parts[7]), (1...max(1, last)).contains(first)
        else { return nil }
        self.init(
            supervisor: supervisor, form: form, language: language, width: width, isColourful: isColourful,
            file: parts[8], pages: first...last)
    }
}

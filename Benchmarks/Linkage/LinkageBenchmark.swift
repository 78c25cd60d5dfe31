import Foundation
import InventedPeople
import Linkage

/// The same person twice in registers of invented people: time, memory, precision and recall, beside Splink on the same
/// people in the same run.
@main
struct LinkageBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 4, arguments[1] == "scan", let count = Int(arguments[2]) {
            return try Scan(count, of: arguments[3]).print()
        }
        guard arguments.count >= 2 else {
            print("usage: LinkageBenchmark FOLDER [PYTHON WITH SPLINK]")
            exit(64)
        }
        let folder = URL(filePath: arguments[1])
        for count in [5_000, 200_000] {
            for care in ["ordinary", "nasty"] {
                // A process each, so that the memory of one is not that of another.
                let ours = try Figures(Self.output(arguments[0], "scan", String(count), care))
                print("\(count) people, \(care): nhipcau \(ours.line)")
                fflush(nil)
                guard arguments.count > 2, let register = InventedRegister(count, named: care) else { continue }
                let theirs = try SplinkReference.figures(register, python: arguments[2], folder: folder)
                print("\(count) people, \(care): splink  \(theirs.line)")
                let ratios = [ours.seconds / theirs.seconds, ours.megabytes / theirs.megabytes]
                    .map { String(format: "%.3f", $0) }
                print("\(count) people, \(care): ratio   time \(ratios[0]), memory \(ratios[1])\n")
                fflush(nil)
            }
        }
    }

    /// What a program prints.
    static func output(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(line: ([program] + arguments).joined(separator: " ")) }
        return String(decoding: data, as: UTF8.self)
    }

    struct Failed: Error { var line: String }
}

/// What is measured of a run.
struct Figures {
    var seconds: Double
    var megabytes: Double
    var precision: Double
    var recall: Double
    var recallOfDecidable: Double
    var note = ""

    var line: String {
        String(
            format: "%.2f s, %.0f MB, precision %.3f, recall %.3f, of the decidable %.3f", seconds, megabytes,
            precision,
            recall, recallOfDecidable) + note
    }

    init(seconds: Double, megabytes: Double, _ score: InventedRegister.Score) {
        self.seconds = seconds
        self.megabytes = megabytes
        precision = score.precision
        recall = score.recall
        recallOfDecidable = score.recallOfDecidable
    }

    /// Reads ``text``.
    init(_ text: String) throws {
        let parts = text.split(separator: "\t")
        let numbers = parts.prefix(5).compactMap { Double($0) }
        guard numbers.count == 5, parts.count == 6 else { throw LinkageBenchmark.Failed(line: text) }
        (seconds, megabytes, precision) = (numbers[0], numbers[1], numbers[2])
        (recall, recallOfDecidable) = (numbers[3], numbers[4])
        note = parts[5].trimmingCharacters(in: .newlines)
    }

    var text: String {
        [seconds, megabytes, precision, recall, recallOfDecidable].map { "\($0)" }.joined(separator: "\t") + "\t" + note
    }
}

/// Our own run.
struct Scan {
    private let register: InventedRegister

    init(_ count: Int, of care: String) throws {
        guard let register = InventedRegister(count, named: care) else { throw LinkageBenchmark.Failed(line: care) }
        self.register = register
    }

    func print() throws {
        let clock = ContinuousClock()
        var found: Duplicates?
        var linker: Linker?
        let time = clock.measure {
            var index = PersonIndex()
            for entry in register.entries { index.add(PersonTokens(entry.traits), record: entry.record) }
            let learnt = Linker(index)
            found = learnt.duplicates()
            linker = learnt
        }
        guard let found, let linker else { return }
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.filter(\.isNumber) ?? ""
        // Two hundred people as they are typed, each with the tokens to be made.
        let step = max(1, register.entries.count / 200)
        let typed = stride(from: 0, to: register.entries.count, by: step).map { at in
            clock.measure { _ = linker.likely(PersonTokens(register.entries[at].traits)) } / .milliseconds(1)
        }.sorted()
        var figures = Figures(
            seconds: time / .seconds(1), megabytes: (Double(peak) ?? 0) / 1024, register.score(groups: found.groups))
        figures.note = String(
            format: "; one more person: median %.2f ms, 95 in 100 within %.2f ms", typed[typed.count / 2],
            typed[typed.count * 95 / 100]
        )
        Swift.print(figures.text)
    }
}

extension InventedRegister {
    /// `nil` where the name is not known.
    init?(_ count: Int, named care: String) {
        guard let carelessness = ["ordinary": Carelessness.ordinary, "nasty": .nasty][care] else { return nil }
        self.init(count, carelessness, seed: 20_261_121)
    }
}

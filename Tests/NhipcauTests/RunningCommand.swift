import Foundation
import TestSupport
import Testing

/// The built command, run as its user runs it.
enum Command {
    struct Outcome {
        /// Exit status, or the signal that ended it.
        var status: Int32
        var output: String
        var complaint: String
    }

    /// Beside the tests in the build folder.
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "nhipcau").path()

    /// - Parameter environment: Added to ours.
    static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await Running(arguments, environment: environment).end()
    }
}

/// A command that is still running.
struct Running: Sendable {
    let process = Process()
    private let output = Pipe()
    private let complaint = Pipe()

    /// - Parameters:
    ///   - input: What it finds on its standard input; ours where none is given.
    ///   - through: A program and its arguments that start the command.
    init(
        _ arguments: [String], environment: [String: String] = [:], input: String? = nil, through: [String] = []
    ) throws {
        let words = through + [Command.path] + arguments
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = complaint
        if let input {
            let pipe = Pipe()
            process.standardInput = pipe
            try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try pipe.fileHandleForWriting.close()
        }
        try process.run()
    }

    /// Starts a command without the powers of root, where the tests have them.
    static var asNobody: [String] {
        getuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : []
    }

    /// The process that reads, as soon as there is one.
    func reader() throws -> pid_t {
        for _ in 0..<1000 {
            for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
                guard let candidate = pid_t(name) else { continue }
                let stat = try? String(contentsOf: URL(filePath: "/proc/\(name)/stat"), encoding: .utf8)
                let fields = stat?.split(separator: ")").last?.split(separator: " ") ?? []
                if fields.count > 1, fields[1] == "\(process.processIdentifier)", isAtWork(name) { return candidate }
            }
            usleep(2000)
        }
        throw NoReader()
    }

    /// Whether the last of its restraints is there: stopped before it is a program of its own, it would hold its parent for ever.
    private func isAtWork(_ process: String) -> Bool {
        let limits = try? String(contentsOf: URL(filePath: "/proc/\(process)/limits"), encoding: .utf8)
        return limits?.contains(#/Max open files +256 /#) ?? false
    }

    struct NoReader: Error {}

    /// Waits for the end.
    func end() async throws -> Command.Outcome { try await waiting { wait() } }

    private func wait() -> Command.Outcome {
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = complaint.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Command.Outcome(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            complaint: String(decoding: complained, as: UTF8.self))
    }
}

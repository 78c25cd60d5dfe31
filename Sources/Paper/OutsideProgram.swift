import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// A program of another package that does part of the reading, run under limits: an untrusted file may drive it mad, and
/// then it is stopped, with whatever it started.
package struct OutsideProgram: Sendable {
    /// Name of the executable, looked for on `PATH`.
    package let name: String
    /// Debian package that brings it, for the message when it is missing.
    package let package: String
    /// Wall-clock time after which it and all its children are killed.
    package var timeLimit: Duration = .seconds(60)
    /// Processor time, in seconds; the kernel stops each process that uses more.
    package var processorSeconds = 120
    /// Address space of each process, in bytes.
    package var memoryBytes = 4 << 30
    /// Most bytes taken from its standard output.
    package var outputBytes = 64 << 20
    /// Environment beyond `PATH`, `HOME`, `TMPDIR` and `LANG=C.UTF-8`; nothing else is handed on, secrets least of all.
    package var environment: [String: String] = [:]

    /// What came back.
    package struct Outcome: Sendable {
        /// Exit code, or the negated signal that ended it.
        package var code: Int
        /// Its standard output.
        package var output: [UInt8]
        /// The first 4 kB of its standard error.
        package var complaint: String
    }

    /// A program by its name and the package that brings it.
    package init(_ name: String, package: String) {
        self.name = name
        self.package = package
    }

    /// Runs it and gives back its standard output.
    /// - Parameters:
    ///   - arguments: Handed over as they are; no shell reads them.
    ///   - input: What it reads on standard input.
    ///   - directory: Where it runs; the current directory if `nil`.
    /// - Returns: What it wrote to standard output.
    /// - Throws: ``PaperError/missingProgram(_:package:)``; ``PaperError/programFailed(_:detail:)`` if it exits with
    ///   another code than 0, takes too long or writes too much.
    package func run(_ arguments: [String], input: [UInt8] = [], directory: String? = nil) async throws -> [UInt8] {
        let outcome = try await attempt(arguments, input: input, directory: directory)
        guard outcome.code == 0 else {
            let line = outcome.complaint.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
            throw PaperError.programFailed(name, detail: "exit \(outcome.code)\(line)")
        }
        return outcome.output
    }

    /// As ``run(_:input:directory:)``, but leaves it to the caller what an exit code means.
    package func attempt(
        _ arguments: [String], input: [UInt8] = [], directory: String? = nil
    ) async throws -> Outcome {
        let environment = self.environment(ProcessInfo.processInfo.environment)
        let program = try await path(of: name, package: package, in: environment)
        let limiter = try await path(of: "prlimit", package: "util-linux", in: environment)
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        let limits = ["--as=\(memoryBytes)", "--cpu=\(processorSeconds)", "--core=0", "--", program.string]
        let configuration = Configuration(
            executable: .path(limiter), arguments: Arguments(limits + arguments), environment: environment,
            workingDirectory: directory.map { FilePath($0) }, platformOptions: options)
        return try await withThrowingTaskGroup(of: Outcome.self) { group in
            group.addTask { try await collect(configuration, input: input) }
            group.addTask {
                try await Task.sleep(for: timeLimit)
                throw PaperError.programFailed(name, detail: "time limit of \(timeLimit) passed")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private func collect(_ configuration: Configuration, input: [UInt8]) async throws -> Outcome {
        do {
            let result = try await Subprocess.run(
                configuration, input: .array(input), output: .bytes(limit: outputBytes), error: .sequence
            ) { execution in
                var complaint: [UInt8] = []
                for try await buffer in execution.standardError where complaint.count < 4096 {
                    buffer.withUnsafeBytes { complaint.append(contentsOf: $0.prefix(4096 - complaint.count)) }
                }
                return complaint
            }
            let code =
                switch result.terminationStatus {
                case .exited(let code): Int(code)
                case .signaled(let signal): -Int(signal)
                }
            return Outcome(
                code: code, output: result.standardOutput,
                complaint: String(decoding: result.closureResult, as: UTF8.self))
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            let detail = error.code == .outputLimitExceeded ? "more than \(outputBytes) bytes of output" : "\(error)"
            throw PaperError.programFailed(name, detail: detail)
        }
    }

    private func environment(_ ours: [String: String]) -> Environment {
        var handed = ["LANG": "C.UTF-8", "PATH": ours["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"]
        for key in ["HOME", "TMPDIR"] { handed[key] = ours[key] }
        handed.merge(environment) { $1 }
        return .custom(
            Dictionary(
                uniqueKeysWithValues: handed.compactMap { key, value in
                    Environment.Key(rawValue: key).map { ($0, value) }
                }))
    }

    private func path(of name: String, package: String, in environment: Environment) async throws -> FilePath {
        do {
            return try await Executable.name(name).resolveExecutablePath(in: environment)
        } catch {
            throw PaperError.missingProgram(name, package: package)
        }
    }
}

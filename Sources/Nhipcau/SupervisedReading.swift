import ArgumentParser
import Confinement
import Documents
import Glibc
import Wording

/// Reads files one after the other, each in a process of its own under restraints: whatever a file does to its reader, this
/// process lives to say so in one line.
struct SupervisedReading {
    let form: ReadingForm
    var pages = 1...1
    /// Whether this process serves the reader alone, as a command does and a server does not.
    var ownsProcess = true

    /// Prints what each file says.
    /// - Throws: The gravest exit status, where that is not 0.
    func read(_ files: [String]) throws {
        var worst = Status.done
        for (index, file) in files.enumerated() {
            if index > 0 && !form.isForPrograms { Output.write("\n", to: 1) }
            worst = max(worst, read(file))
        }
        if worst != Status.done { throw ExitCode(worst) }
    }

    private func read(_ file: String) -> Int32 {
        switch takeShowingProgress(file) {
        case .said(let said):
            Output.write(said.output, to: 1)
            Output.write(said.complaint, to: 2)
            return said.status
        case .broken(let reason), .notStarted(let reason):
            Output.complain(file, Words.text(reason))
            return Status.failed
        }
    }

    /// What came of a reader.
    enum Ending {
        case said(Said)
        /// It did not come to its end; why.
        case broken(Message)
        /// It never began.
        case notStarted(Message)
    }

    /// What a reader that came to its end said of a file.
    struct Said {
        var status: Int32
        /// Only where it could read it.
        var output: [UInt8]
        /// What it complained about.
        var complaint: [UInt8]
    }

    /// Reads one file and gives what its reader says; a person sees how far it is.
    func takeShowingProgress(_ file: String) -> Ending {
        var bar = ProgressBar()
        defer { bar.clear() }
        return take(file) { bar.show($0, of: $1) }
    }

    /// Reads one file and gives what its reader says. Blocks the calling thread.
    func take(
        _ file: String, progress: (Int, Int) -> Void = { _, _ in }, isWanted: () -> Bool = { true }
    ) -> Ending {
        var supervisor = Supervisor()
        supervisor.ownsProcess = ownsProcess
        if let patience = Self.patience { supervisor.silence = patience }
        var reading = ConfinedReading(
            supervisor: getpid(), form: form, language: Words.language, width: Output.width,
            isColourful: Output.isColourful, file: file)
        reading.pages = pages
        do {
            let outcome = try supervisor.run(
                "/proc/self/exe", reading.arguments, environment: Self.environment, progress: progress,
                isWanted: isWanted)
            return Self.ending(outcome)
        } catch SupervisorError.cannotStart(_, let code) {
            return .notStarted(Message("child.not-started", ["code": String(code)]))
        } catch {
            return .notStarted(Message("\(error)"))
        }
    }

    private static func ending(_ outcome: Supervisor.Outcome) -> Ending {
        switch outcome.ending {
        case .exited(let status) where (Status.done...Status.secret).contains(status):
            .said(
                Said(
                    status: status, output: status <= Status.no ? outcome.output : [], complaint: outcome.complaint))
        case .exited(let status): .broken(Message("child.exited", ["status": String(status)]))
        case .signalled(SIGXCPU): .broken(Message("child.processor"))
        case .signalled(let signal): .broken(Message("child.signalled", ["signal": String(signal)]))
        case .silent: .broken(Message("child.silent"))
        case .tooLong: .broken(Message("child.too-long"))
        case .tooMuchOutput: .broken(Message("child.too-much-output"))
        case .unwanted: .notStarted(Message("child.unwanted"))
        case .interrupted(let signal): Supervisor.die(of: signal)
        }
    }

    /// How long a reader may be silent, where a slow machine needs more: `NHIPCAU_PATIENCE`, in seconds.
    private static var patience: Duration? {
        Setting.patience.value.flatMap(Double.init).map { .seconds($0) }
    }

    /// What a reader of untrusted files may know of our surroundings; secrets are none of it.
    private static var environment: [String] {
        let names = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"]
        let handed = names.compactMap { name -> String? in
            guard let value = getenv(name) else { return nil }
            return "\(name)=\(String(cString: value))"
        }
        // Each thread's arena reserves 64 MB of address space, which is bounded.
        return handed + ["LANG=C.UTF-8", "MALLOC_ARENA_MAX=2"]
    }
}

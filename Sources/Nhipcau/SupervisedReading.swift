import ArgumentParser
import Confinement
import Glibc

/// Reads files one after the other, each in a process of its own under restraints: whatever a file does to its reader, this
/// process lives to say so in one line.
struct SupervisedReading {
    let form: ReadingForm

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
        let said = take(file)
        Output.write(said.output, to: 1)
        Output.write(said.complaint, to: 2)
        return said.status
    }

    /// What a reader said of a file.
    struct Said {
        var status = Status.failed
        /// Only of a reading that came to its end.
        var output: [UInt8] = []
        /// What it complained about; where it did not come to its end, that was told already.
        var complaint: [UInt8] = []
    }

    /// Reads one file and gives what its reader says.
    func take(_ file: String) -> Said {
        var supervisor = Supervisor()
        supervisor.ownsProcess = true
        if let patience = Self.patience { supervisor.silence = patience }
        let reading = ConfinedReading(
            supervisor: getpid(), form: form, language: Words.language, width: Output.width,
            isColourful: Output.isColourful, file: file)
        var bar = ProgressBar()
        do {
            let outcome = try supervisor.run("/proc/self/exe", reading.arguments, environment: Self.environment) {
                bar.show($0, of: $1)
            }
            bar.clear()
            return said(outcome, file)
        } catch SupervisorError.cannotStart(_, let code) {
            Output.complain(file, Words.text("child.not-started", ["code": String(code)]))
        } catch {
            Output.complain(file, "\(error)")
        }
        return Said()
    }

    private func said(_ outcome: Supervisor.Outcome, _ file: String) -> Said {
        switch outcome.ending {
        case .exited(let status) where (Status.done...Status.secret).contains(status):
            return Said(
                status: status, output: status <= Status.no ? outcome.output : [], complaint: outcome.complaint)
        case .exited(let status): Output.complain(file, Words.text("child.exited", ["status": String(status)]))
        case .signalled(SIGXCPU): Output.complain(file, Words.text("child.processor"))
        case .signalled(let signal):
            Output.complain(file, Words.text("child.signalled", ["signal": String(signal)]))
        case .silent: Output.complain(file, Words.text("child.silent"))
        case .tooLong: Output.complain(file, Words.text("child.too-long"))
        case .tooMuchOutput: Output.complain(file, Words.text("child.too-much-output"))
        case .interrupted(let signal): Supervisor.die(of: signal)
        }
        return Said()
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

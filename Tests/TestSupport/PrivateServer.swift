import Foundation
import Glibc

/// A PostgreSQL of one test, which may be killed; with the settings of a real one, `fsync` included.
package struct PrivateServer: Sendable {
    private let desk: TestFolder
    /// PostgreSQL does not run as root; its Debian package brings a user for it.
    private let prefix = getuid() == 0 ? "runuser -u postgres --" : ""

    /// The folder of its socket.
    package var folder: String { desk.folder.path() }
    /// As the engine takes it.
    package var address: String { "postgres://nhipcau@/postgres?host=\(folder)" }

    /// Makes a server, starts it, and takes it away after the body.
    /// - Throws: where PostgreSQL is not installed or does not start.
    package static func running(_ body: (PrivateServer) async throws -> Void) async throws {
        let server = try PrivateServer()
        let result: Result<Void, any Error>
        do {
            try await server.make()
            try await server.start()
            result = .success(try await body(server))
        } catch { result = .failure(error) }
        try await server.clear()
        try result.get()
    }

    private init() throws {
        // In memory where that can be: a crash of processes leaves what they wrote there too, and nobody waits for a disk.
        desk = try TestFolder(FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : nil)
    }

    private func make() async throws {
        if getuid() == 0 { try await run("chown postgres \(desk.folder.path())") }
        try await run(
            """
            \(prefix) $programs/initdb -D data -U nhipcau -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions
            printf '%s\\n' "listen_addresses = ''" "unix_socket_directories = '$PWD'" | \(prefix) tee -a data/postgresql.conf
            """)
    }

    /// Starts it, also after a crash.
    package func start() async throws {
        try await run("\(prefix) $programs/pg_ctl start -s -w -t 30 -D data -l log || { cat log; exit 1; }")
    }

    /// Kills all of its processes at once (SIGKILL), as a failing machine would.
    package func crash() async throws {
        try await run(
            """
            server=$(head -n 1 data/postmaster.pid)
            processes="$server $(grep -ls "^PPid:[[:space:]]*$server$" /proc/[0-9]*/status | cut -d / -f 3)"
            kill -9 $processes || :
            for process in $processes; do
                while grep -qs '^State:[[:space:]]*[^Z[:space:]]' /proc/$process/status; do sleep 0.01; done
            done
            rm -f data/postmaster.pid .s.PGSQL.5432.lock
            """)
    }

    private func clear() async throws {
        try await run("\(prefix) $programs/pg_ctl stop -s -m immediate -D data || :")
        desk.clear()
    }

    private func run(_ script: String) async throws { try await waiting { try desk.run(script) } }
}

extension TestFolder {
    /// Runs a script of the shell in the folder; `$programs` is where PostgreSQL's are. Not by `Process`, which waits until a
    /// server that was started has ended too.
    fileprivate func run(_ script: String) throws {
        let head = "set -eu; cd '\(folder.path())'; programs=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)\n"
        let output = path("output-\(UUID().uuidString)")
        guard system("(\(head)\(script)\n) >\(output) 2>&1 </dev/null") == 0 else {
            throw ScriptFailure(description: (try? String(contentsOfFile: output, encoding: .utf8)) ?? script)
        }
    }

    private struct ScriptFailure: Error, CustomStringConvertible { let description: String }
}

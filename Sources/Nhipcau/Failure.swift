import ArgumentParser
import Office
import Storage
import Wording

/// What could not be done, told in one line.
enum Failure {
    /// Runs the body. What it could not do is told in one line about a database, or about the new one that it makes.
    /// - Throws: The exit status; where a new database is made, ``TableCopy/SourceFailure``, which is about another.
    static func told(
        of place: DatabasePlace, isNew: Bool = false, _ body: () async throws -> Void
    ) async throws {
        do { return try await body() } catch let status as ExitCode {
            throw status
        } catch let failure as TableCopy.SourceFailure {
            if isNew { throw failure }
            tell(failure.error, place, isNew)
        } catch {
            tell(error, place, isNew)
        }
        throw ExitCode(Status.failed)
    }

    private static func tell(_ error: any Error, _ place: DatabasePlace, _ isNew: Bool) {
        let sentence =
            switch error {
            case let error as StorageError: Words.text(message(of: error, place, isNew))
            case let refusal as Refusal: Words.text(refusal.message)
            default: "\(error)"
            }
        Output.complain(place.name, sentence)
    }

    /// What went wrong and what to do about it. Some failures are another thing with a new file, a file and a server.
    private static func message(of error: StorageError, _ place: DatabasePlace, _ isNew: Bool) -> Message {
        let kind = "database.\(error.kind.rawValue)"
        let keys =
            switch place {
            case .file: isNew ? ["\(kind).new", "\(kind).file", kind] : ["\(kind).file", kind]
            case .server: ["\(kind).server", kind]
            }
        let key = keys.first { Words.commands?.texts[$0] != nil } ?? kind
        return Message(key, ["detail": error.detail])
    }
}

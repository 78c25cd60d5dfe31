import CPostgres
import Glibc
import Storage
import Synchronization

/// Where the server is, as every connection of one engine knows it.
final class PostgresServer: Sendable {
    let address: String
    /// The schema that holds the tables; `nil` for the one that the server chooses.
    let schema: String?
    /// Seconds that one try to connect may take, over all hosts of the address.
    private let timeout: Int
    /// Whether it has ever answered: then it is worth waiting for, as while it starts anew.
    private let hasAnswered = Atomic<Bool>(false)

    /// - Throws: ``StorageError`` of kind `unreachable` where the address cannot be understood. Its words are not repeated: it may
    ///   hold a password.
    init(address: String, schema: String?) throws {
        var complaint: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(complaint) }
        guard let options = PQconninfoParse(address, &complaint) else {
            throw StorageError(.unreachable, "not an address such as postgres://user@host/database")
        }
        defer { PQconninfoFree(options) }
        var given: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { given[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let hosts = given["host"]?.split(separator: ",", omittingEmptySubsequences: false).count ?? 1
        timeout = hosts * (given["connect_timeout"].flatMap(Int.init).map { max($0, 2) } ?? 10)
        self.address = address
        self.schema = schema
    }

    /// A new connection. Where the server has answered before, it is given some seconds to come back.
    func connect() throws -> PostgresSession {
        let patience = ContinuousClock.now + .seconds(20)
        var pause: UInt32 = 20_000
        while true {
            do {
                let session = try PostgresSession(handle: open(), schema: schema)
                hasAnswered.store(true, ordering: .relaxed)
                return session
            } catch let error as StorageError where error.kind == .unreachable || error.kind == .busy {
                guard hasAnswered.load(ordering: .relaxed), ContinuousClock.now < patience, error.code != "3D000" else {
                    throw error
                }
                usleep(pause)
                pause = min(2 * pause, 500_000)
            }
        }
    }

    private func open() throws -> OpaquePointer {
        // What the address says itself stands after these and wins.
        let settings = [
            ("fallback_application_name", "nhipcau"),
            // A server that went away without a word is noticed in seconds, not hours.
            ("tcp_user_timeout", "10000"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("dbname", address),
            ("client_encoding", "UTF8"),
        ]
        let keywords = settings.map { UnsafePointer(strdup($0.0)) } + [nil]
        let values = settings.map { UnsafePointer(strdup($0.1)) } + [nil]
        defer { for text in keywords + values { free(UnsafeMutablePointer(mutating: text)) } }
        guard let handle = PQconnectStartParams(keywords, values, 1) else {
            throw StorageError(.unreachable, "no memory for a connection")
        }
        // Only so are the codes of errors told while connecting; the words may be in any language.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        do { try finish(handle) } catch {
            PQfinish(handle)
            throw error
        }
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        return handle
    }

    /// Waits until the connection stands; libpq's own waiting leaves no time to ask for codes.
    private func finish(_ handle: OpaquePointer) throws {
        let deadline = ContinuousClock.now + .seconds(timeout)
        var state = PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            guard state != PGRES_POLLING_FAILED else { throw PostgresFailure.connecting(handle) }
            let events = Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT)
            var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
            let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            guard left > 0, poll(&descriptor, 1, Int32(left)) != 0 else {
                throw StorageError(.unreachable, "no answer within \(timeout) s")
            }
            state = PQconnectPoll(handle)
        }
    }
}

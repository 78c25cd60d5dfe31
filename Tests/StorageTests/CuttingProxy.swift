import Foundation
import Glibc
import Synchronization
import TestSupport

/// Stands between the engine and a server's socket and cuts a connection at the moment that matters: when a transaction is
/// being made final.
final class CuttingProxy: Sendable {
    enum Cut: Sendable {
        /// The server never hears of it.
        case before
        /// The server has done it and answered; the answer is lost, after something else has happened.
        case after(@Sendable () throws -> Void)
    }

    private let desk: TestFolder
    private let server: String
    private let listener: Int32
    private let next = Mutex<Cut?>(nil)
    private let count = Mutex(0)

    /// As the engine takes it.
    var address: String { "postgres://nhipcau@/postgres?host=\(desk.folder.path())" }
    /// How many connections were cut.
    var cuts: Int { count.withLock { $0 } }

    /// - Parameter folder: Where the server's socket is.
    init(to folder: String) throws {
        desk = try TestFolder()
        server = folder
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = Self.withSocket(in: desk.folder.path()) { bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 16) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        Thread.detachNewThread { [listener, server] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
                guard Self.withSocket(in: server, { connect(upstream, $0, $1) }) == 0 else {
                    close(upstream)
                    close(client)
                    continue
                }
                Thread.detachNewThread {
                    self.pass(client, upstream)
                    for end in [upstream, client] {
                        // Closing alone is not enough: a server that a test starts meanwhile has inherited it.
                        shutdown(end, Int32(SHUT_RDWR))
                        close(end)
                    }
                }
            }
        }
    }

    /// Cuts the next connection that makes a transaction final.
    func cut(_ cut: Cut) { next.withLock { $0 = cut } }

    func clear() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        desk.clear()
    }

    private func pass(_ client: Int32, _ server: Int32) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var both = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&both, 2, -1) > 0 else { return }
            let (from, to) = both[0].revents != 0 ? (client, server) : (server, client)
            let length = read(from, &buffer, buffer.count)
            guard length > 0 else { return }
            let isFinal = from == client && buffer[..<length].elementsEqual(Array("Q\0\0\0\u{B}COMMIT\0".utf8))
            let cut = isFinal ? next.withLock { $0.take() } : nil
            if cut != nil { count.withLock { $0 += 1 } }
            if case .before = cut { return }
            guard write(to, buffer, length) == length else { return }
            if case .after(let meanwhile) = cut {
                guard read(server, &buffer, buffer.count) > 0 else { return }
                try? meanwhile()
                return
            }
        }
    }

    private static func withSocket(in folder: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(folder)/.s.PGSQL.5432".utf8) }
        return withUnsafeBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { place in
                place.baseAddress.map { body($0, socklen_t(bytes.count)) } ?? -1
            }
        }
    }
}

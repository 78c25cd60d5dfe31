import Storage
package import Web
import Wording

extension OfficeList {
    /// The whole list as a file, on one unchanging picture of the data. That it was taken stands in the journal.
    package func file(_ format: ListingFormat, _ call: Call, _ desk: Desk) async throws -> Answer {
        // Others who can sign in to the machine cannot read it while it is written.
        let folder = try ReceivingFolder()
        defer { folder.remove() }
        let path = folder.place(1)
        let extent = try await ExportGate.shared.passing {
            // The body may run again after a lost connection: it begins the file anew.
            try await desk.store.read { db in
                try listing.write(
                    format, to: path, titles: titles(try asked(call, db), call), words: call.words, rows: all(call, db))
            }
        }
        try await desk.store.write { db in
            try Journal.record(
                "list.export", of: .account(call.seat.account.id),
                after: [
                    "list": listing.outline.key, "format": format.rawValue,
                    "asked": call.address.hiding(unnoted).description, "rows": extent.rows, "cut": extent.isCut,
                ], by: call.act, db)
        }
        let name = "\(call.words(listing.outline.title)) \(call.day).\(format.rawValue)"
        return .download(try FileOnce(taking: path).body, name: name, type: format.type)
    }

    private func titles(_ asked: [Message], _ call: Call) -> [String] {
        let words = call.words
        return [words(listing.outline.title)] + asked.map { words($0) } + [
            words("list.taken", ["moment": words.moment(call.visit.at), "name": call.seat.account.name])
        ]
    }
}

/// Lets two lists be written at once: each keeps a connection and a thread busy for seconds. The others wait in line.
actor ExportGate {
    static let shared = ExportGate(places: 2)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { free = places }

    nonisolated func passing<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
        await enter()
        let result: Result<T, any Error>
        do { result = .success(try await body()) } catch { result = .failure(error) }
        await leave()
        return try result.get()
    }

    private func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

package import Storage
import Web
package import Wording

extension Journal {
    /// What came of verifying the chain.
    package struct Verification: Hashable, Sendable {
        /// How many entries hold, from the first to the end or to the break.
        package let entries: Int
        /// The last of them. Kept elsewhere (on paper, with a backup), it shows later even a chain that was wholly made anew.
        package let mark: Mark
        /// The first that does not hold.
        package let broken: Break?
    }

    /// Where a chain does not hold.
    package struct Break: Hashable, Sendable {
        /// What is wrong with it.
        package enum Kind: String, Sendable, CaseIterable {
            /// It is not there.
            case missing
            /// Its content, or its hash, is not what was written.
            case changed
            /// It holds by itself, but does not follow the entry before: that one was replaced, or this one put in.
            case unlinked
            /// It was never recorded: it stands before the first or after the last.
            case unknown
            /// The row that says where the chain ends is not there.
            case headless
            /// It holds, and is not the entry whose hash was kept elsewhere: the chain was made anew.
            case remade
        }

        /// What is wrong.
        package let kind: Kind
        /// Which entry.
        package let entry: Int

        /// In words: keys of the room's catalogue.
        package var message: Message { Message("journal.\(kind.rawValue)", ["entry": String(entry)]) }
    }

    /// An entry with its hash, as ``Verification`` told it once and somebody kept it: "1204:9f86d0…".
    package struct Mark: Hashable, Sendable, LosslessStringConvertible {
        let entry: Int
        let hash: String

        package init?(_ description: String) {
            guard let match = description.wholeMatch(of: /([0-9]{1,15}):([0-9a-f]{64})/), let entry = Int(match.1)
            else {
                return nil
            }
            self.entry = entry
            hash = String(match.2)
        }

        init(entry: Int, hash: String) {
            self.entry = entry
            self.hash = hash
        }

        package var description: String { "\(entry):\(hash)" }
    }

    /// Goes through the whole chain, in one unchanging picture of it and with little memory.
    /// - Parameter mark: An entry that was kept elsewhere, to be found again.
    package static func verify(_ db: Transaction, finding mark: Mark? = nil) throws -> Verification {
        var chain = Chain(head: try Head.read(db), mark: mark)
        while chain.broken == nil, try chain.readPage(db) {}
        return chain.finished
    }
}

/// A chain as far as it was followed.
private struct Chain {
    let head: Journal.Head?
    let mark: Journal.Mark?
    var entries = 0
    var hash = Seal.none
    var broken: Journal.Break?
    private var last = Int.min
    private var seal = Seal()

    init(head: Journal.Head?, mark: Journal.Mark?) {
        self.head = head
        self.mark = mark
    }

    /// - Returns: `false` where there was no entry left.
    mutating func readPage(_ db: Transaction) throws -> Bool {
        let start = last
        try db.each(
            """
            SELECT \(Journal.columns), previous, hash FROM journal WHERE id > \(start) ORDER BY id LIMIT 5000
            """
        ) { fields in
            var columns: [Value] = []
            columns.reserveCapacity(16)
            for _ in 0..<14 { columns.append(try fields.next()) }
            try follow(columns, previous: fields.next(), own: fields.next())
        }
        return last > start
    }

    /// - Parameter columns: As they stand, whatever was done to them.
    private mutating func follow(_ columns: [Value], previous: Value, own: Value) throws {
        let id = try Int(stored: columns[0])
        last = id
        guard broken == nil else { return }
        let expected = entries + 1
        let now = seal.hash(columns, after: hash)
        if id < 1 || id > head?.entries ?? .max {
            fail(.unknown, id)
        } else if id != expected {
            fail(.missing, expected)
        } else if previous != .bytes(hash) {
            fail(holdsByItself(columns, previous, own) ? .unlinked : .changed, id)
        } else if own != .bytes(now) {
            fail(.changed, id)
        } else {
            entries = id
            hash = now
            if let mark, mark.entry == id, mark.hash != Hexadecimal.text(hash) { fail(.remade, id) }
        }
    }

    private mutating func holdsByItself(_ columns: [Value], _ previous: Value, _ own: Value) -> Bool {
        guard case .bytes(let previous) = previous else { return false }
        return own == .bytes(seal.hash(columns, after: previous))
    }

    private mutating func fail(_ kind: Journal.Break.Kind, _ entry: Int) {
        broken = Journal.Break(kind: kind, entry: entry)
    }

    /// The result, after the end of the rows was compared with what the head says.
    var finished: Journal.Verification {
        var chain = self
        if chain.broken == nil {
            if let head {
                if head.entries > entries { chain.fail(.missing, entries + 1) }
                if head.entries == entries, head.hash != hash { chain.fail(.changed, entries) }
                if chain.broken == nil, let mark, mark.entry > entries { chain.fail(.missing, mark.entry) }
            } else {
                chain.fail(.headless, entries)
            }
        }
        return Journal.Verification(
            entries: entries, mark: Journal.Mark(entry: entries, hash: Hexadecimal.text(hash)), broken: chain.broken)
    }
}

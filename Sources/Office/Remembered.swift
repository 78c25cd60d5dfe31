import Dispatch
package import Storage
import Synchronization

/// Answers that are kept in memory while nothing was written since: what costs much to find and is asked again and again. It is
/// exact, never stale: every change writes its line in the journal, an answer counts only with the end of the journal that stood when
/// it was found, and that end is read in the same transaction as everything else of the page.
///
/// Who asks what is being found already waits for that: a morning's first hundred readers of a dashboard count once.
///
/// It is for reading: a transaction that is about to write asks the database itself.
package final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct Kept {
        /// The first and the last end of the journal with which the answers are right.
        var since: Journal.Head?
        var until: Journal.Head?
        var answers: [Question: Answer] = [:]
        /// The questions, the one asked first first.
        var order: [Question] = []

        func isRight(at head: Journal.Head?) -> Bool {
            guard let head, let since, let until else { return false }
            return head == until || (since.entries..<until.entries).contains(head.entries)
        }

        mutating func keep(_ answer: Answer, to question: Question, _ head: Journal.Head?, _ limit: Int) {
            guard let head, limit > 0 else { return }
            if !isRight(at: head) {
                // Whoever still reads an older picture keeps nothing.
                guard head.entries >= until?.entries ?? 0 else { return }
                answers.removeAll(keepingCapacity: true)
                order.removeAll(keepingCapacity: true)
                (since, until) = (head, head)
            }
            if answers.updateValue(answer, forKey: question) != nil { return }
            order.append(question)
            if order.count > limit { answers[order.removeFirst()] = nil }
        }
    }

    private struct Asked: Hashable {
        let question: Question
        let head: Journal.Head?
    }

    private let kept = Mutex(Kept())
    private let underWay = Mutex([Asked: DispatchGroup]())
    private let limit: Int
    private let ignored: [String]

    /// - Parameters:
    ///   - limit: How many answers are kept at most; then the oldest goes.
    ///   - kinds: Subjects of the journal whose changes touch no answer.
    package init(limit: Int, ignoring kinds: [String] = []) {
        self.limit = limit
        ignored = kinds
    }

    /// The answer that is kept, or else what is found now.
    package func answer(to question: Question, _ db: Transaction, _ find: () throws -> Answer) throws -> Answer {
        let head = try Journal.Head.read(db)
        try goOn(to: head, db)
        let asked = Asked(question: question, head: head)
        while true {
            let known = kept.withLock { $0.isRight(at: head) ? $0.answers[question] : nil }
            if let known { return known }
            let (turn, isMine) = turn(of: asked)
            guard isMine else {
                turn.wait()
                // What was found may be of a newer picture than ours.
                if kept.withLock({ !$0.isRight(at: head) }) { return try find() }
                continue
            }
            defer {
                underWay.withLock { $0[asked] = nil }
                turn.leave()
            }
            let answer = try find()
            kept.withLock { $0.keep(answer, to: question, head, limit) }
            return answer
        }
    }

    /// What is kept is right with a later end of the journal too where nothing was written since that could change an answer.
    private func goOn(to head: Journal.Head?, _ db: Transaction) throws {
        guard !ignored.isEmpty, let head, let until = kept.withLock({ $0.until }), until.entries < head.entries else {
            return
        }
        let isRight: Bool? = try db.value(
            """
            SELECT EXISTS (SELECT 1 FROM journal WHERE id = \(until.entries) AND hash = \(until.hash))
                AND NOT EXISTS (
                    SELECT 1 FROM journal WHERE id > \(until.entries) AND subject_kind NOT IN (\(list: ignored)))
            """)
        guard isRight ?? false else { return }
        kept.withLock { if $0.until == until { $0.until = head } }
    }

    /// Who finds the answer, and what all others wait for.
    private func turn(of asked: Asked) -> (DispatchGroup, isMine: Bool) {
        underWay.withLock { underWay in
            if let turn = underWay[asked] { return (turn, false) }
            let turn = DispatchGroup()
            turn.enter()
            underWay[asked] = turn
            return (turn, true)
        }
    }
}

package import Logging
package import Mail
import Storage
package import Web
package import Wording
import WorkCalendar

/// Sends the letters of notices: one for each person, one after another.
package struct NoticeMailing: Sendable {
    private let server: MailServer
    private let sender: MailAddress
    private let page: String?
    private let words: @Sendable (Catalogue.Language) -> Words
    private let log: Logger

    /// After so many letters in a row that did not go, the mail server is taken to be away.
    private static let misses = 3

    /// - Parameters:
    ///   - sender: Whose name stands on the letters.
    ///   - page: The address of the page of notices, for the last line of a letter.
    ///   - words: Of each language.
    package init(
        _ server: MailServer, from sender: MailAddress, page: String? = nil,
        words: @escaping @Sendable (Catalogue.Language) -> Words,
        log: Logger = Logger(label: "nhipcau.mail")
    ) {
        self.server = server
        self.sender = sender
        self.page = page
        self.words = words
        self.log = log
    }

    /// For the ``Worker``.
    package var handler: JobHandler {
        JobHandler(NoticeMail.job, pauses: [60, 300, 900, 3_600]) { run in try await send(run) }
    }

    private struct Waiting: Error, CustomStringConvertible {
        let description: String
    }

    private func send(_ run: JobRun) async throws {
        var skipped: [AccountID] = []
        var (misses, lastReason) = (0, "")
        while true {
            try Task.checkCancellation()
            let begun = try await run.store.write { [skipped, domain = String(sender.domain)] db in
                // Whoever lost the lease begins no more letters.
                try Jobs.renew(run.job, for: run.lease, now: .now, db)
                let letter = try NoticeMail.begin(but: skipped, domain: domain, now: .now, db)
                // In the same transaction: what is told from now on finds no open job, and makes one.
                if letter == nil, skipped.isEmpty { try Jobs.finish(run.job, now: .now, db) }
                return letter
            }
            guard let letter = begun else { break }
            let (outcome, reason) = await transfer(letter)
            // Also where the server is told to stop meanwhile: what was sent is written down, by a task of its own.
            let noting = Task {
                try await run.store.write { try NoticeMail.end(letter, outcome, reason: reason, now: .now, $0) }
            }
            try await noting.value
            misses = outcome == .notSent ? misses + 1 : 0
            if outcome == .notSent {
                skipped.append(letter.account)
                lastReason = reason ?? ""
                if misses == Self.misses { break }
            }
        }
        guard skipped.isEmpty else { throw Waiting(description: lastReason) }
    }

    private func transfer(_ letter: NoticeMail.Letter) async -> (NoticeMail.Outcome, String?) {
        let message = MailMessage(
            from: sender, to: letter.address, subject: subject(of: letter), text: text(of: letter), date: .now,
            id: letter.id)
        do {
            try await server.send(message)
            return (.sent, nil)
        } catch MailServer.Failure.refused(let reason) {
            return told(.refused, letter, reason)
        } catch MailServer.Failure.notSent(let reason) {
            return told(.notSent, letter, reason)
        } catch {
            return told(.unknown, letter, "\(error)")
        }
    }

    private func told(
        _ outcome: NoticeMail.Outcome, _ letter: NoticeMail.Letter, _ reason: String
    ) -> (NoticeMail.Outcome, String?) {
        log.warning(
            "a letter did not go, or may not have gone",
            metadata: ["mail": "\(letter.mail)", "outcome": "\(outcome.rawValue)", "reason": "\(reason)"])
        return (outcome, reason)
    }
}

extension NoticeMailing {
    /// The most lines of a letter; the page has all.
    private static let lines = 60

    private func subject(of letter: NoticeMail.Letter) -> String {
        let words = words(letter.language)
        if letter.notices.count == 1, let only = letter.notices.first {
            return words("mail.subject-one", ["notice": words(only.kind.name)])
        }
        let late = letter.notices.count { $0.kind == .late }
        return words(
            late == 0 ? "mail.subject" : "mail.subject-late",
            ["count": String(letter.notices.count), "late": String(late)])
    }

    /// What is late stands first, then the other kinds in the order of their list; each line a sentence.
    private func text(of letter: NoticeMail.Letter) -> String {
        let words = words(letter.language)
        let kinds = [.late] + NoticeKind.allCases.filter { $0 != .late }
        var text = words("mail.greeting") + "\n"
        var room = Self.lines
        for kind in kinds {
            let these = letter.notices.filter { $0.kind == kind }
            guard !these.isEmpty, room > 0 else { continue }
            text += "\n\(words(kind.name)) (\(these.count))\n"
            for notice in these.prefix(room) {
                text += "- \(notice.sentence(words, unitName: notice.unit.flatMap { letter.units[$0] }))\n"
            }
            room -= these.count
        }
        if room < 0 { text += "\n" + words("mail.more", ["count": String(-room)]) + "\n" }
        text += "\n" + words("mail.end") + "\n"
        if let page { text += page + "\n" }
        return text
    }
}

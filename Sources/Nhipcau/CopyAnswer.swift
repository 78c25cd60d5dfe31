import ArgumentParser
import Markup
import Office
import Storage
import Wording

extension DatabaseOptions {
    /// Says what was copied. What is not whole in it stands in lines of its own on standard error.
    /// - Throws: The exit status of a "no" where something is not whole.
    func answer(_ key: String, _ summary: Backup.Summary, from source: DatabasePlace, to target: DatabasePlace) throws {
        let sentence = Message(
            key,
            [
                "source": source.name, "target": target.name, "tables": "\(summary.tables.tables)",
                "rows": "\(summary.tables.rows)", "entries": "\(summary.journal?.entries ?? 0)",
                "mark": summary.journal?.mark.description ?? "",
            ])
        answer(sentence) { json in
            json.member("source", source.name)
            json.member("target", target.name)
            json.member("tables", summary.tables.tables)
            json.member("rows", summary.tables.rows)
            json.object("journal") { json in
                json.member("entries", summary.journal?.entries ?? 0)
                json.member("mark", summary.journal?.mark.description)
                json.member("intact", summary.journal?.broken == nil)
            }
            json.member("lostFiles", summary.lostFiles.map(\.sha256))
        }
        let complaints = [summary.journal?.broken?.message].compactMap { $0 } + summary.lostFiles.map(\.message)
        for complaint in complaints { Output.complain(source.name, Words.text(complaint)) }
        if !complaints.isEmpty { throw ExitCode(Status.no) }
    }
}

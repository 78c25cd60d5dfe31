import Foundation
import Office
import Registers
import Storage
import Web
import Wording
import WorkCalendar

/// The register as its page gives it: asked for, put into words, written.
struct OurExport {
    let store: Store
    let words: Words
    let listing: Listing<RegisterRow>
    let rows: RegisterRows

    init(database: String) async throws {
        store = try await ExportMaterial.open(database)
        let words = Words(
            .vi,
            Catalogue(joining: [
                try WebTexts.catalogue(.vi), try OfficeTexts.catalogue(.vi), try RegisterTexts.catalogue(.vi),
            ]))
        self.words = words
        (listing, rows) = try await store.read { db in
            let definitions = try Definitions.current(db)
            let book = try ExportMaterial.book("visits", db)
            let columns = book.definition.display.columns.compactMap { book.definition[$0] }
            let writing = ValueWriting(
                words: words, directory: try Organisations.directory(db), day: ExportMaterial.today,
                countries: CountryNames(try Countries.shipped()))
            return (
                RegisterRow.listing(columns, of: book.definition, words),
                RegisterRows(of: book, definitions, RecordList(), columns: columns, within: .everything, writing)
            )
        }
    }

    static func run(database: String, to path: String, rows count: Int) async throws {
        let export = try await OurExport(database: database)
        let run = try await Run(writing: path) {
            let extent = try await export.store.read { db in
                try export.listing.write(
                    .xlsx, to: path, titles: ["Đoàn vào"], words: export.words, rows: export.rows.all(db))
            }
            guard extent.rows == count, !extent.isCut else {
                throw ExportBenchmark.Failed(line: "\(extent)")
            }
        }
        print(run.text)
    }
}

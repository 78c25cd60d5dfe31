import WorkCalendar
import Yams

/// The instruments known (Data/instruments.yaml), by number.
package struct Instruments: Sendable {
    /// In the order of the file.
    package let all: [Instrument]
    private let byNumber: [String: Int]

    /// Those that come with the product; none where the embedded file cannot be read, which a test forbids.
    package static let known = (try? Instruments(yaml: PackageResources.instruments_yaml)) ?? Instruments([])

    /// A register of these instruments.
    package init(_ all: [Instrument]) {
        self.all = all
        byNumber = Dictionary(
            all.enumerated().map { ($1.number.foldedWords, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: where the file is no list of instruments.
    package init(yaml: [UInt8]) throws {
        self.init(try YAMLDecoder().decode([Instrument].self, from: String(decoding: yaml, as: UTF8.self)))
    }

    /// The instrument of a number as cited, whatever its case and spacing.
    package subscript(number: String) -> Instrument? { byNumber[number.foldedWords].map { all[$0] } }

    /// The instrument that a citation surely means: a number without a year begins anew each year, so that its date must
    /// agree.
    package func instrument(of citation: Citation) -> Instrument? {
        guard let instrument = self[citation.number] else { return nil }
        if citation.number.statedYear != nil { return instrument }
        guard let date = instrument.date, let cited = citation.date else { return nil }
        return date.year == cited.year ? instrument : nil
    }
}

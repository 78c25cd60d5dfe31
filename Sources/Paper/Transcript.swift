/// What stands on the paper: a file's content in reading order, with no idea of its meaning.
package struct Transcript: Sendable, Equatable {
    /// What kind of file it was.
    package var format: FileFormat
    /// Number of pages; `nil` in formats that have none of their own.
    package var pages: Int?
    /// The content in reading order.
    package var blocks: [Block]
    /// The extracted text that every ``Place/line`` counts in; what `nhipcau read --text` prints.
    package var lines: [String]
    /// Where each of ``lines`` stands on its sheet; empty in formats without pages of their own.
    package var boxes: [PageBox] = []
    /// The sheets that ``boxes`` lie on, one a page; empty in formats without.
    package var sheets: [Sheet] = []
    /// What had to be mended to read the file at all, for the clerk to know.
    package var repairs: [Repair]

    /// All of its parts.
    package init(
        format: FileFormat, pages: Int? = nil, blocks: [Block] = [], lines: [String] = [], repairs: [Repair] = []
    ) {
        self.format = format
        self.pages = pages
        self.blocks = blocks
        self.lines = lines
        self.repairs = repairs
    }

    /// Appends a line to the extracted text and says where it stands.
    package mutating func append(line: String, page: Int? = nil) -> Place {
        lines.append(line)
        return Place(page: page, line: lines.count)
    }

    /// Appends a line that was found on a page.
    mutating func append(_ line: PrintedLine) -> Place {
        boxes.append(line.box)
        return append(line: line.text, page: line.page)
    }
}

/// The size of a page, and how far what was read of it lay askew.
package struct Sheet: Sendable, Equatable {
    /// Points.
    package var width: Double
    package var height: Double
    /// How much a line sinks for each point to the right, as on a sheet that was scanned askew: boxes lie on the sheet set upright,
    /// turned about its middle.
    package var slope: Double

    /// All of its parts.
    package init(width: Double, height: Double, slope: Double = 0) {
        self.width = width
        self.height = height
        self.slope = slope
    }
}

/// Something about the reading that lowers trust in it.
package enum Repair: Hashable, Sendable {
    /// A page was read from its picture; the mean confidence of its words, 0 to 1.
    case recognised(page: Int, confidence: Double)
    /// A page had a text layer whose Vietnamese accents were lost; its picture was read instead.
    case accentsLost(page: Int)
    /// The text came without its Vietnamese accents and there is no picture to read again.
    case accentsMissing
    /// Text typed in a font of the time before Unicode was turned into Unicode.
    case legacyFont(LegacyEncoding)
    /// Bytes that are not text in the stated encoding were replaced.
    case undecodable(count: Int)
    /// A table whose cells stand in separate runs of text: no row of it can be rebuilt safely.
    case scrambledTable(Place)
}

/// Encodings of Vietnamese from before Unicode.
package enum LegacyEncoding: String, Sendable { case tcvn3 = "TCVN3", vni = "VNI" }

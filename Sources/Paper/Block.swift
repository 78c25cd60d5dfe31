/// One piece of a transcript, in reading order.
package enum Block: Sendable, Equatable {
    case paragraph(Paragraph)
    case table(Table)
    /// A note at the foot of a page or the end of a document.
    case footnote(Footnote)
}

/// Text that belongs together: page and line breaks in its middle are mended.
package struct Paragraph: Sendable, Equatable {
    /// NFC, single spaces; a break that the author made on purpose is `\n`. An automatic number stands in front as typed
    /// ones do (`1. Sở Ngoại vụ`); bullets are `- `.
    package var text: String
    /// How it looks.
    package var style: Style
    /// Where each line of it begins: offsets into `text.utf8`, ascending, the first 0.
    package var starts: [Start]
    /// References to footnotes, whose mark is not part of `text`.
    package var notes: [NoteMark]
    /// 0 to 1: what the recogniser claims for text read from pixels, 1 for text that was there as text.
    package var confidence: Double

    /// Where a line of a paragraph begins.
    package struct Start: Sendable, Equatable {
        /// Into `text.utf8`.
        package var offset: Int
        /// In the document.
        package var place: Place
        /// All of its parts.
        package init(offset: Int, place: Place) {
            self.offset = offset
            self.place = place
        }
    }

    /// All of its parts.
    package init(
        _ text: String, style: Style = Style(), starts: [Start], notes: [NoteMark] = [], confidence: Double = 1
    ) {
        self.text = text
        self.style = style
        self.starts = starts
        self.notes = notes
        self.confidence = confidence
    }

    /// A paragraph that stands on one line.
    package init(_ text: String, style: Style = Style(), at place: Place) {
        self.init(text, style: style, starts: [Start(offset: 0, place: place)])
    }

    /// Where the paragraph begins.
    package var place: Place { starts.first?.place ?? Place(line: 1) }

    /// Where the text at an offset of `text.utf8` stands.
    package func place(at offset: Int) -> Place {
        (starts.last { $0.offset <= offset } ?? starts.first)?.place ?? place
    }
}

/// How a paragraph looks, as far as the format tells; `nil` is unknown.
package struct Style: Sendable, Equatable {
    /// To which edge the lines are set.
    package enum Alignment: Sendable { case left, centre, right, justified }
    /// Of all its lines.
    package var alignment: Alignment?
    /// True only where the whole paragraph is so.
    package var bold: Bool?
    /// True only where the whole paragraph is so.
    package var italic: Bool?
    /// Points.
    package var size: Double?
    /// Word's or HTML's own heading level, 1 the highest.
    package var heading: Int?

    /// All of its parts.
    package init(
        alignment: Alignment? = nil, bold: Bool? = nil, italic: Bool? = nil, size: Double? = nil, heading: Int? = nil
    ) {
        self.alignment = alignment
        self.bold = bold
        self.italic = italic
        self.size = size
        self.heading = heading
    }
}

/// Where a paragraph refers to a footnote.
package struct NoteMark: Sendable, Equatable {
    /// Into `text.utf8` of the paragraph.
    package var offset: Int
    /// The number or sign that refers to it.
    package var label: String
    /// All of its parts.
    package init(offset: Int, label: String) {
        self.offset = offset
        self.label = label
    }
}

/// A footnote with the label that refers to it.
package struct Footnote: Sendable, Equatable {
    /// The number or sign that refers to it.
    package var label: String
    /// Its text.
    package var paragraphs: [Paragraph]
    /// All of its parts.
    package init(label: String, paragraphs: [Paragraph]) {
        self.label = label
        self.paragraphs = paragraphs
    }
}

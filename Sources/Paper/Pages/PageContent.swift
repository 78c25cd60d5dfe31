/// A word with its place on the page.
struct PageWord: Sendable, Equatable {
    var text: String
    var box: PageBox
    /// 0 to 1; 1 where the text was there as text.
    var confidence = 1.0
    /// Whether it stands small and raised against its neighbours, as the mark of a footnote does.
    var isRaised = false
}

/// A straight line drawn on the page.
struct Rule: Sendable, Equatable {
    enum Direction: Sendable { case horizontal, vertical }
    var direction: Direction
    /// The coordinate that all its points share: y of a horizontal rule, x of a vertical one.
    var position: Double
    var from: Double
    var to: Double

    var length: Double { to - from }
}

/// What stands on one page, before anything is known of lines and columns.
struct PageContent: Sendable {
    /// Counted from 1.
    var number: Int
    /// Points.
    var width: Double
    var height: Double
    var words: [PageWord] = []
    var rules: [Rule] = []
    /// Whether the words were read from a picture, so that their heights tell little of the size of the type.
    var isRecognised = false
}

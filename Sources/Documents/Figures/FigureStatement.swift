import Paper

/// A figure with where its words stand, for rules that compare figures.
struct FigureStatement: Sendable {
    var figure: StatedFigure
    let kind: CountingNouns.Kind
    /// The number and the words before it that belong to it (`khoảng`), as word indices.
    let number: Range<Int>
    /// The noun counted; empty where none is known.
    let unit: Range<Int>
    /// The noun and what describes it.
    let description: Range<Int>
    /// It stands in parentheses and counts what belongs to the figure before.
    let isOfPrevious: Bool
}

/// A paragraph with the figures stated in it.
struct FigureParagraph: Sendable {
    let paragraph: Paragraph
    let footnote: String?
    /// The heading it stands under, where there is one.
    let heading: String?
    let words: FigureWords
    let statements: [FigureStatement]
}

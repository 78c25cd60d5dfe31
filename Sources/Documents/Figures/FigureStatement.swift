import Paper

/// A figure with where its words stand, for rules that compare figures.
struct FigureStatement: Sendable {
    /// Its `of` is still open: see ``text(in:previous:)``.
    let figure: StatedFigure
    /// The number and the words before it that belong to it (`khoảng`), as word indices.
    let number: Range<Int>
    let counted: CountedUnit
    let thing: CountedThing

    var kind: CountingNouns.Kind { counted.kind }
    /// The noun counted; empty where none is known.
    var unit: Range<Int> { counted.range }
    /// The noun and what describes it.
    var description: Range<Int> { thing.description }

    /// What is counted, in the words of the text, their accents restored where they are missing and certain.
    func text(in words: FigureWords, previous: String?) -> String? {
        thing.text(words, unit: counted, previous: previous) {
            words.accentsMissing ? CountedThing.restored($0) : $0
        }
    }
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

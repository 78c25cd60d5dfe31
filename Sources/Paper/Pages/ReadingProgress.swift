/// How far a slow reading has come.
package struct ReadingProgress: Sendable, Equatable {
    /// What a reading does in turn.
    package enum Stage: Sendable { case opening, recognising, assembling }
    /// What it does now.
    package var stage: Stage
    /// Pages done and pages to do.
    package var done: Int
    /// Pages in all.
    package var total: Int

    /// All of its parts.
    package init(stage: Stage, done: Int, total: Int) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

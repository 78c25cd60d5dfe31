/// How far a slow reading has come.
package struct ReadingProgress: Sendable, Equatable {
    package enum Stage: Sendable { case opening, recognising, assembling }
    package var stage: Stage
    /// Pages done and pages to do.
    package var done: Int
    package var total: Int

    package init(stage: Stage, done: Int, total: Int) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

import Glibc
import Terminal

/// A line on standard error that shows how far the reading of a scan is, where there is a terminal to show it on.
struct ProgressBar {
    private let isShown = isatty(2) == 1
    private var isDrawn = false

    mutating func show(_ done: Int, of total: Int) {
        guard isShown else { return }
        isDrawn = true
        let line = ProgressLine.text(done, of: total, label: Words.text("progress.recognising"), width: 79)
        Output.write("\r\u{1B}[K\(line)", to: 2)
    }

    mutating func clear() {
        guard isDrawn else { return }
        isDrawn = false
        Output.write("\r\u{1B}[K", to: 2)
    }
}

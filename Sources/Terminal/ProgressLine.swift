/// How far a long work is, in one line that is written over itself.
package enum ProgressLine {
    /// `[#########           ] 9/20`, no wider than the terminal.
    package static func text(_ done: Int, of total: Int, label: String, width: Int) -> String {
        let done = min(max(0, done), max(0, total))
        let count = " \(done)/\(total)"
        let start = label.isEmpty ? "" : label + " "
        let length = min(40, width - start.displayWidth - count.displayWidth - 3)
        guard length >= 5, total > 0 else { return Wrapping.cut(start + count.dropFirst(), width: width) }
        let filled = length * done / total
        return start + "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: length - filled)
            + "]"
            + count
    }
}

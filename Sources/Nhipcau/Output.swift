import Glibc

/// Where a command's words go.
enum Output {
    /// Writes all of it, however slowly it is taken; a reader that has gone away ends it.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    /// One line on standard error about a file.
    static func complain(_ file: String, _ reason: String) {
        write("nhipcau: \(harmless(file)): \(harmless(reason))\n", to: 2)
    }

    /// Without the control characters by which a file's name could play with the terminal.
    static func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
    }

    /// Columns of the terminal; 100 where the page goes to a file or a pipe.
    static var width: Int {
        var size = winsize()
        if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return 100
    }

    /// Colours go to a terminal only, and not where `NO_COLOR` is set (no-color.org).
    static var isColourful: Bool {
        guard isatty(1) == 1, getenv("TERM").map({ String(cString: $0) }) != "dumb" else { return false }
        return Setting.noColour.value == nil
    }
}

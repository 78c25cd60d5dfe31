import Markup

/// A QR code (ISO/IEC 18004) of one size, version 6 with correction level L: 41 modules a side, which hold a text of 134 bytes. The
/// secret of a second step is not longer (``SecondStep/address(of:for:)``), and drawn here it leaves for nowhere.
struct QRCode {
    /// Modules a side.
    static let size = 41
    /// Data and correction bytes of each of the two blocks.
    private static let (dataBytes, correctionBytes) = (68, 18)

    /// By row and column.
    private(set) var isDark = [[Bool]](repeating: [Bool](repeating: false, count: size), count: size)
    /// Modules that carry no data.
    private var isFixed = [[Bool]](repeating: [Bool](repeating: false, count: size), count: size)

    /// - Returns: `nil` where the text is too long.
    init?(_ text: String) {
        guard let words = Self.codewords(Array(text.utf8)) else { return nil }
        drawPatterns()
        drawFormat(mask: 0)
        place(words)
        let bare = self
        let masked = (0..<8).map { mask in
            var code = bare
            code.apply(mask: mask)
            code.drawFormat(mask: mask)
            return code
        }
        self = masked.min { $0.penalty < $1.penalty } ?? bare
    }

    // MARK: Data

    private static func codewords(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= 2 * dataBytes - 2 else { return nil }
        // Mode 0100, the length in eight bits, the bytes, 0000: everything is shifted by half a byte.
        var nibbles: [UInt8] = [4, UInt8(bytes.count >> 4), UInt8(bytes.count & 15)]
        for byte in bytes { nibbles += [byte >> 4, byte & 15] }
        nibbles.append(0)
        var data = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        var isFirst = true
        while data.count < 2 * dataBytes {
            data.append(isFirst ? 0xec : 0x11)
            isFirst.toggle()
        }
        let blocks = [Array(data.prefix(dataBytes)), Array(data.suffix(dataBytes))]
        let corrections = blocks.map(correction)
        return (0..<dataBytes).flatMap { index in blocks.map { $0[index] } }
            + (0..<correctionBytes).flatMap { index in corrections.map { $0[index] } }
    }

    /// Reed–Solomon over GF(256) with the polynomial 0x11d.
    private static func correction(_ data: [UInt8]) -> [UInt8] {
        var generator: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<correctionBytes {
            var next = generator + [0]
            for (index, value) in generator.enumerated() { next[index + 1] ^= product(value, root) }
            generator = next
            root = product(root, 2)
        }
        var rest = data + [UInt8](repeating: 0, count: correctionBytes)
        for index in data.indices where rest[index] != 0 {
            let factor = rest[index]
            for (offset, value) in generator.enumerated() { rest[index + offset] ^= product(value, factor) }
        }
        return Array(rest.suffix(correctionBytes))
    }

    private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var (result, a, b) = (0, Int(a), b)
        while b > 0 {
            if b & 1 == 1 { result ^= a }
            a = a << 1 ^ (a & 0x80 == 0 ? 0 : 0x11d)
            b >>= 1
        }
        return UInt8(result)
    }

    // MARK: Drawing

    private mutating func fix(_ row: Int, _ column: Int, _ dark: Bool) {
        guard (0..<Self.size).contains(row), (0..<Self.size).contains(column) else { return }
        isDark[row][column] = dark
        isFixed[row][column] = true
    }

    private mutating func drawPatterns() {
        for index in 0..<Self.size {
            fix(6, index, index % 2 == 0)
            fix(index, 6, index % 2 == 0)
        }
        // Three corners with their white borders, and the small square near the fourth.
        for (row, column, radius) in [(3, 3, 4), (3, Self.size - 4, 4), (Self.size - 4, 3, 4), (34, 34, 2)] {
            for down in -radius...radius {
                for across in -radius...radius {
                    let distance = max(abs(down), abs(across))
                    fix(row + down, column + across, radius == 4 ? distance != 2 && distance != 4 : distance != 1)
                }
            }
        }
        fix(Self.size - 8, 8, true)
    }

    /// Level and mask with their correction, twice.
    private mutating func drawFormat(mask: Int) {
        let data = 0b01 << 3 | mask
        var rest = data
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (data << 10 | rest) ^ 0x5412
        for index in 0..<15 {
            let dark = bits >> index & 1 == 1
            switch index {
            case ..<6: fix(index, 8, dark)
            case 6, 7: fix(index + 1, 8, dark)
            case 8: fix(8, 7, dark)
            default: fix(8, 14 - index, dark)
            }
            if index < 8 { fix(8, Self.size - 1 - index, dark) } else { fix(Self.size - 15 + index, 8, dark) }
        }
    }

    /// Two columns at a time from the right, upward and downward in turn.
    private mutating func place(_ words: [UInt8]) {
        var index = 0
        var isUpward = true
        for right in stride(from: Self.size - 1, through: 1, by: -2) {
            let right = right <= 6 ? right - 1 : right
            for step in 0..<Self.size {
                let row = isUpward ? Self.size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] {
                    if index < words.count * 8 { isDark[row][column] = words[index / 8] >> (7 - index % 8) & 1 == 1 }
                    index += 1
                }
            }
            isUpward.toggle()
        }
    }

    private mutating func apply(mask: Int) {
        for row in 0..<Self.size {
            for column in 0..<Self.size where !isFixed[row][column] && Self.flips(mask, row, column) {
                isDark[row][column].toggle()
            }
        }
    }

    private static func flips(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
        switch mask {
        case 0: (i + j) % 2 == 0
        case 1: i % 2 == 0
        case 2: j % 3 == 0
        case 3: (i + j) % 3 == 0
        case 4: (i / 2 + j / 3) % 2 == 0
        case 5: i * j % 2 + i * j % 3 == 0
        case 6: (i * j % 2 + i * j % 3) % 2 == 0
        default: ((i + j) % 2 + i * j % 3) % 2 == 0
        }
    }

    /// How hard the code would be to read: long runs, squares, what looks like a corner, too much of one shade.
    private var penalty: Int {
        let columns = (0..<Self.size).map { column in isDark.map { $0[column] } }
        let corner = [true, false, true, true, true, false, true]
        let border = [Bool](repeating: false, count: 4)
        var sum = 0
        for line in isDark + columns {
            var run = 0
            for (index, dark) in line.enumerated() {
                run = index > 0 && dark == line[index - 1] ? run + 1 : 1
                sum += run == 5 ? 3 : run > 5 ? 1 : 0
            }
            for start in 0...(Self.size - 11) {
                let part = Array(line[start..<start + 11])
                if part == corner + border || part == border + corner { sum += 40 }
            }
        }
        for row in 1..<Self.size {
            for column in 1..<Self.size {
                let shade = isDark[row][column]
                let isSquare =
                    isDark[row - 1][column] == shade && isDark[row][column - 1] == shade
                    && isDark[row - 1][column - 1] == shade
                if isSquare { sum += 3 }
            }
        }
        let dark = isDark.joined().count { $0 }
        return sum + abs(dark * 20 - Self.size * Self.size * 10) / (Self.size * Self.size) * 10
    }
}

extension MarkupWriter {
    /// Draws it, with the white border of four modules that it needs.
    mutating func qrCode(_ code: QRCode, label: String) {
        let side = QRCode.size + 8
        var path = ""
        for (row, line) in code.isDark.enumerated() {
            for (column, dark) in line.enumerated() where dark { path += "M\(column + 4) \(row + 4)h1v1h-1z" }
        }
        element(
            "svg", .class("qr"), Attribute("viewBox", "0 0 \(side) \(side)"), Attribute("role", "img"),
            Attribute("aria-label", label)
        ) { $0.element("path", Attribute("d", path)) }
    }
}

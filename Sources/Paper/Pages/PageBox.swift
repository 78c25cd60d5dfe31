/// A rectangle on a page, in points (1/72 inch) from its top left corner.
struct PageBox: Sendable, Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middle: Double { (left + right) / 2 }
    var centre: Double { (top + bottom) / 2 }

    func union(_ other: PageBox) -> PageBox {
        PageBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    func contains(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }
}

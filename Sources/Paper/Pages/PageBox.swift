/// A rectangle on a page, in points (1/72 inch) from its top left corner.
package struct PageBox: Sendable, Equatable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    /// All of its parts.
    package init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// Points.
    package var width: Double { right - left }
    /// Points.
    package var height: Double { bottom - top }
    var middle: Double { (left + right) / 2 }
    var centre: Double { (top + bottom) / 2 }

    /// The smallest that holds both.
    package func union(_ other: PageBox) -> PageBox {
        PageBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    func contains(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }
}

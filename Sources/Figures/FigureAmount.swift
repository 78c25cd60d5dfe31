package import Markup

/// The value of a figure, exactly: a whole number, or one divided by another.
package struct FigureAmount: Hashable, Sendable {
    /// Above the line.
    package let numerator: Int
    /// Below the line; greater than nought.
    package let denominator: Int

    /// A whole number.
    package init(_ whole: Int) {
        numerator = whole
        denominator = 1
    }

    /// - Returns: `nil` where something would be divided by nought.
    package init?(_ numerator: Int, over denominator: Int) {
        guard denominator != 0 else { return nil }
        let divisor = Self.greatestDivisor(abs(numerator), abs(denominator)) * (denominator < 0 ? -1 : 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// One figure divided by another; `nil` where that is nought, or the numbers are too large to be exact.
    package func divided(by other: FigureAmount) -> FigureAmount? {
        let (top, isTopLost) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (bottom, isBottomLost) = denominator.multipliedReportingOverflow(by: other.numerator)
        return isTopLost || isBottomLost ? nil : FigureAmount(top, over: bottom)
    }

    /// The whole number that it is; `nil` where it is none.
    package var whole: Int? { denominator == 1 ? numerator : nil }

    /// With as many decimal places as it needs, two at most, a half rounded away from nought; a point between.
    package var decimal: String {
        guard denominator != 1 else { return String(numerator) }
        let hundredths = (Int128(numerator).magnitude * 200 + UInt128(denominator)) / (2 * UInt128(denominator))
        let places = String(hundredths % 100 + 100).dropFirst()
        let text = hundredths % 100 == 0 ? "" : "." + (places.hasSuffix("0") ? places.prefix(1) : places)
        return (numerator < 0 ? "-" : "") + String(hundredths / 100) + text
    }

    /// The nearest whole number, a half away from nought: for what is drawn.
    package var rounded: Int { Int((Double(numerator) / Double(denominator)).rounded()) }

    private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

extension FigureAmount: JSONValue {
    /// A number, with two decimal places at most.
    package func write(to json: inout JSONWriter) {
        if let whole { whole.write(to: &json) } else { (Double(decimal) ?? 0).write(to: &json) }
    }
}

extension FigureAmount: Comparable {
    package static func < (a: Self, b: Self) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }
}

import Storage

/// How many of something an assignment asks for: "1-2 đoàn/năm" is at least 1 and at most 2 "đoàn" in each year.
package struct Target: Sendable, Equatable {
    /// The period in which so many are asked for.
    package enum Period: String, Sendable, CaseIterable { case year, half, quarter, month }

    /// At least so many; `nil` for "tối đa 3 đoàn".
    package var least: Int?
    /// At most so many; `nil` for "ít nhất 3 đoàn".
    package var most: Int?
    /// What is counted: "đoàn".
    package var unit: String
    /// In which period; `nil` where it is asked for once.
    package var per: Period?

    /// All of its parts.
    package init(least: Int?, most: Int?, unit: String, per: Period? = nil) {
        self.least = least
        self.most = most
        self.unit = unit
        self.per = per
    }
}

extension Target.Period: Storable {}

extension Target {
    /// Reads the four columns of a target.
    init?(_ fields: inout Fields) throws {
        let least: Int? = try fields.next()
        let most: Int? = try fields.next()
        let unit: String? = try fields.next()
        let per: Period? = try fields.next()
        guard let unit else { return nil }
        self.init(least: least, most: most, unit: unit, per: per)
    }
}

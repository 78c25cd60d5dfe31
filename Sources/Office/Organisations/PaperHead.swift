import Vietnamese
package import WorkCalendar

/// Whose a paper is, as its head says (Nghị định 30/2020/NĐ-CP, Phụ lục I): the body above, the body itself, and its place.
package struct PaperHead: Hashable, Sendable {
    /// The body above, in capitals; `nil` where none stands there.
    package let superior: String?
    /// The body itself, in capitals, line by line.
    package let lines: [String]
    /// The body itself, as sentences name it.
    package let name: String
    /// Where it sits, before the day: "Lào Cai".
    package let place: String

    /// - Parameters:
    ///   - unit: Whose the paper is.
    ///   - day: Of the paper: names hold on days.
    package init(of unit: OrganisationID, on day: Day, _ directory: Directory) {
        let version = directory.version(of: unit, on: day) ?? directory.history(of: unit).last
        let name = version?.name ?? ""
        let province = directory.province(of: unit).flatMap { directory.name(of: $0, on: day) } ?? name
        switch version?.level {
        case .province, .commune:
            superior = nil
            lines = ["ỦY BAN NHÂN DÂN", name.uppercased()]
            self.name = "Ủy ban nhân dân \(name.prefix(1).lowercased())\(name.dropFirst())"
        case .department:
            superior = "UBND \(province.uppercased())"
            lines = [name.uppercased()]
            self.name = name
        case .central, .body, nil:
            superior = nil
            lines = [name.uppercased()]
            self.name = name
        }
        place = Self.place(version?.level == .commune ? name : province)
    }

    /// A place without the sort of unit it is, but where its name is that of a person (Phụ lục I, mục II.4).
    private static func place(_ name: String) -> String {
        if name == "Thành phố Hồ Chí Minh" { return name }
        for sort in ["Thành phố ", "Tỉnh ", "Xã ", "Phường ", "Đặc khu "] where name.hasPrefix(sort) {
            return String(name.dropFirst(sort.count))
        }
        return name
    }
}

import Storage
package import WorkCalendar

/// Names a unit (cơ quan, đơn vị) for ever, whatever it is called.
package struct OrganisationID: RawRepresentable, Hashable, Sendable, Comparable {
    /// The key of its row.
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The one recorded first is less.
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Where a unit stands in the state.
package enum OrganisationLevel: String, Sendable, CaseIterable {
    /// Ministries and the other bodies of the centre.
    case central
    /// A province, or a city under the centre, with its People's Committee.
    case province
    /// A department (sở) or a body like one, under the People's Committee of a province.
    case department
    /// A xã, phường or đặc khu with its People's Committee, and what there was below the province before.
    case commune
    /// What stands beside the administration of a province: Party, front, unions, press, associations, enterprises.
    case body
}

/// What sort of unit it is; groups ("các phường", "các sở, ban, ngành") are made of kinds.
package enum OrganisationKind: String, Sendable, CaseIterable {
    /// tỉnh; thành phố trực thuộc trung ương
    case province, city
    /// xã; phường; đặc khu
    case commune, ward, zone
    /// thị trấn; huyện, quận, thị xã: to 30 June 2025
    case township, district
    /// bộ, cơ quan ngang bộ
    case ministry
    /// sở; what counts as one (thanh tra, văn phòng, ban quản lý); công an, quân sự
    case department, agency, force
    /// đơn vị sự nghiệp; cơ quan của Hội đồng nhân dân
    case service, assembly
    /// Đảng; Mặt trận; tổ chức chính trị - xã hội
    case party, front, union
    /// báo, đài; hội, hiệp hội; doanh nghiệp
    case press, association, enterprise

    /// The kinds of the lowest level of the state, of all times.
    static let ofCommunes: Set<Self> = [.commune, .ward, .zone, .township]
}

/// What a unit was from one day to another: a change of name, kind or parent ends one version and begins the next, so that the
/// past keeps its names.
package struct OrganisationVersion: Sendable, Equatable {
    /// Whose version it is.
    package var organisation: OrganisationID
    /// Its first day; `nil` where it began before anything is recorded.
    package var from: Day?
    /// The first day on which it no longer holds; `nil` while it does.
    package var until: Day?
    /// As official papers write it: "Sở Ngoại vụ", "Xã Hà Bắc".
    package var name: String
    /// Other names in use, and abbreviations: "Sở NN&MT".
    package var shortNames: [String]
    /// The unit above.
    package var parent: OrganisationID?
    /// Where it stands in the state.
    package var level: OrganisationLevel
    /// What sort of unit it is.
    package var kind: OrganisationKind
    /// Code of the General Statistics Office: "31", "10816".
    package var placeCode: String?

    /// All of its parts.
    package init(
        organisation: OrganisationID, from: Day? = nil, until: Day? = nil, name: String, shortNames: [String] = [],
        parent: OrganisationID? = nil, level: OrganisationLevel, kind: OrganisationKind, placeCode: String? = nil
    ) {
        self.organisation = organisation
        self.from = from
        self.until = until
        self.name = name
        self.shortNames = shortNames
        self.parent = parent
        self.level = level
        self.kind = kind
        self.placeCode = placeCode
    }

    /// Whether it holds on a day.
    package func holds(on day: Day) -> Bool {
        if let from, day < from { return false }
        if let until, day >= until { return false }
        return true
    }
}

extension OrganisationID: Storable {}
extension OrganisationLevel: Storable {}
extension OrganisationKind: Storable {}

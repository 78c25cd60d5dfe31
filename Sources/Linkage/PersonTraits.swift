/// What a register holds of a person that can tell whether two entries are the same human being: as it was typed, any
/// part may be missing.
package struct PersonTraits: Sendable, Equatable {
    /// A day of birth, as far as it is known.
    package struct Birth: Sendable, Equatable {
        package var year: Int
        /// 1 to 12; `nil` where only the year is known.
        package var month: Int?
        package var day: Int?

        package init(year: Int, month: Int? = nil, day: Int? = nil) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// The place in Vietnam that someone comes from.
    package struct Origin: Sendable, Equatable {
        /// With or without its generic word: `xã Tân Dân`, `Tan Dan`.
        package var commune: String?
        /// What the unit was called before or after a merger, as far as the caller knows: the succession of units is a
        /// matter of the office. The first is compared.
        package var communeAlso: String?
        /// Of today or of before 2025: former provinces are taken for the one that they became part of.
        package var province: String?

        package init(commune: String? = nil, communeAlso: String? = nil, province: String? = nil) {
            self.commune = commune
            self.communeAlso = communeAlso
            self.province = province
        }
    }

    /// In any order, with or without accents: `Nguyễn Thị Lan`, `Lan Nguyen-Schmidt`, `TANAKA, Lan (née Nguyen)`.
    package var name: String
    /// Maiden names, names abroad.
    package var otherNames: [String]
    package var born: Birth?
    package var origin: Origin?
    /// Where the person lives: any stable code or name.
    package var country: String?
    package var emails: [String]
    package var telephones: [String]
    /// Numbers of passports and the like.
    package var documents: [String]

    package init(
        name: String, otherNames: [String] = [], born: Birth? = nil, origin: Origin? = nil, country: String? = nil,
        emails: [String] = [], telephones: [String] = [], documents: [String] = []
    ) {
        self.name = name
        self.otherNames = otherNames
        self.born = born
        self.origin = origin
        self.country = country
        self.emails = emails
        self.telephones = telephones
        self.documents = documents
    }
}

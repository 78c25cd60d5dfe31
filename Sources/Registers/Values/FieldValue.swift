package import Office
package import WorkCalendar

/// What a field of a record holds.
package enum FieldValue: Hashable, Sendable {
    /// Of `text`, `long-text`, `person`, `link`, `email`, `telephone`.
    case text(String)
    /// Of `whole`; of `decimal` in units of its last place.
    case number(Int)
    /// Of `money`.
    case money(Money)
    /// Of `day` and `partial-date`.
    case date(PartialDate)
    /// Of `period`.
    case period(Period)
    /// Of `choice` a key; of `country` two letters.
    case key(String)
    /// Of `choices` and `countries`, each once.
    case keys([String])
    /// Of `unit`.
    case unit(OrganisationID)
    /// Of `record`: one of the other register.
    case record(RecordID)
    /// Of `file`: keys of kept files.
    case files([Int])
    /// Of `place`.
    case place(NamedPlace)
    /// Of `answer`.
    case answer(YesNo)
}

/// An amount of a currency.
package struct Money: Hashable, Sendable {
    /// In hundredths of the currency, also where it has none: 1.000 ₫ is 100000.
    package let hundredths: Int
    /// ISO 4217: "VND".
    package let currency: String

    /// Both parts.
    package init(hundredths: Int, currency: String) {
        self.hundredths = hundredths
        self.currency = currency
    }
}

/// From a day to a day, both included.
package struct Period: Hashable, Sendable {
    /// The first day.
    package let from: Day
    /// The last day; `nil` while it is open.
    package let to: Day?

    /// - Returns: `nil` where the end lies before the beginning.
    package init?(from: Day, to: Day?) {
        if let to, to < from { return nil }
        self.from = from
        self.to = to
    }
}

/// A place in words.
package struct NamedPlace: Hashable, Sendable {
    /// As it was written: "thôn Đông, xã An Phú".
    package let text: String
    /// The commune, where it is known.
    package let unit: OrganisationID?

    /// Both parts.
    package init(_ text: String, unit: OrganisationID? = nil) {
        self.text = text
        self.unit = unit
    }
}

/// Yes or no.
package struct YesNo: Hashable, Sendable {
    /// Whether yes.
    package let isYes: Bool
    /// The day of it.
    package let on: Day?

    /// Both parts.
    package init(_ isYes: Bool, on: Day? = nil) {
        self.isYes = isYes
        self.on = on
    }
}

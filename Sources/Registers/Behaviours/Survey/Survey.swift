/// Numbers that are asked anew each year, place by place: how they compare.
package struct Survey: Behaviour {
    package static let name = "survey"

    /// The field with the place.
    package let locality: Key?
    /// The field with the year.
    package let year: Key?
    /// The field with the number.
    package let value: Key?
    /// Other fields by which numbers of one place are told apart: the country.
    package let per: [Key]
    /// The field with the day from which a newer number counts; it is filled by itself.
    package let replaced: Key?

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["locality", "year", "value", "per", "replaced"])
        let fields = settings.words.fields
        let places: Set<Kind> = [.place, .unit, .country, .choice, .record, .text]
        locality = section?.field("locality", of: places, in: fields, isShown: true)
        year = section?.field("year", of: Kind.dated.union([.whole]), in: fields, isShown: true)
        value = section?.field("value", of: [.whole, .decimal], in: fields, isShown: true)
        per = section?.fields("per", of: places, in: fields, isShown: true) ?? []
        replaced = section?.field("replaced", of: [.day], in: fields, isShown: true)
        if let section {
            for key in ["locality", "year", "value"] where !section.has(key) {
                section.fault(nil, "missing", ["key": key])
            }
        }
    }
}

/// Records that may be of the same person or body: found by name, birth, place and contacts; linked, and unlinked again.
package struct Duplicates: Behaviour {
    package static let name = "duplicates"

    /// The field with the name.
    package let named: Key?
    /// Fields with other names: married, foreign; several with commas between.
    package let also: [Key]
    /// The field with the day or year of birth.
    package let born: Key?
    /// The field with the place of origin.
    package let place: Key?
    /// Fields that say how to reach them.
    package let contacts: [Key]

    package init(_ settings: BehaviourSettings) {
        let section = settings.section.section(Self.name, known: ["name", "also", "born", "place", "contacts"])
        let fields = settings.words.fields
        named = section?.field("name", of: [.person, .text], in: fields)
        also = section?.fields("also", of: [.person, .text], in: fields) ?? []
        born = section?.field("born", of: Kind.dated.union([.whole]), in: fields)
        place = section?.field("place", of: [.place, .unit, .country, .choice, .text], in: fields)
        contacts = section?.fields("contacts", of: [.email, .telephone, .link, .text], in: fields) ?? []
        if let section, !section.has("name") { section.fault(nil, "missing", ["key": "name"]) }
    }
}

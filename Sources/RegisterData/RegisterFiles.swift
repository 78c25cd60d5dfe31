/// The registers that the product comes with, as files. A room of its own, because what is embedded takes the compiler a minute and
/// a room of code should not wait for it at each change.
package enum RegisterFiles {
    /// A file: its path below `Definitions`, and its text in UTF-8.
    package typealias File = (path: String, bytes: [UInt8])

    /// Countries and territories with their names.
    package static var countries: [UInt8] { PackageResources.countries_yaml }

    /// Rates of currencies to begin with.
    package static var rates: [UInt8] { PackageResources.rates_yaml }

    /// All registers, with the lists and routes that they share; a test compares this with the folder.
    package static let definitions: [File] = registers + lists + routes + layouts

    private static let registers: [File] = [
        ("agreements.yaml", PackageResources.agreements_yaml),
        ("aid-projects.yaml", PackageResources.aid_projects_yaml),
        ("associations.yaml", PackageResources.associations_yaml),
        ("briefings.yaml", PackageResources.briefings_yaml),
        ("budgets.yaml", PackageResources.budgets_yaml),
        ("channels.yaml", PackageResources.channels_yaml),
        ("citizen-protection.yaml", PackageResources.citizen_protection_yaml),
        ("commendations.yaml", PackageResources.commendations_yaml),
        ("communities.yaml", PackageResources.communities_yaml),
        ("conferences.yaml", PackageResources.conferences_yaml),
        ("connections.yaml", PackageResources.connections_yaml),
        ("contributions.yaml", PackageResources.contributions_yaml),
        ("cultural-events.yaml", PackageResources.cultural_events_yaml),
        ("delegations-in.yaml", PackageResources.delegations_in_yaml),
        ("delegations-out.yaml", PackageResources.delegations_out_yaml),
        ("documents-in.yaml", PackageResources.documents_in_yaml),
        ("documents-out.yaml", PackageResources.documents_out_yaml),
        ("enterprises.yaml", PackageResources.enterprises_yaml),
        ("experts.yaml", PackageResources.experts_yaml),
        ("foreign-residents.yaml", PackageResources.foreign_residents_yaml),
        ("foreigner-cases.yaml", PackageResources.foreigner_cases_yaml),
        ("ideas.yaml", PackageResources.ideas_yaml),
        ("instruments.yaml", PackageResources.instruments_yaml),
        ("investment-projects.yaml", PackageResources.investment_projects_yaml),
        ("market-notes.yaml", PackageResources.market_notes_yaml),
        ("ngos.yaml", PackageResources.ngos_yaml),
        ("overseas-investments.yaml", PackageResources.overseas_investments_yaml),
        ("partners.yaml", PackageResources.partners_yaml),
        ("party-people-relations.yaml", PackageResources.party_people_relations_yaml),
        ("people-abroad.yaml", PackageResources.people_abroad_yaml),
        ("press-visits.yaml", PackageResources.press_visits_yaml),
        ("products.yaml", PackageResources.products_yaml),
        ("publications.yaml", PackageResources.publications_yaml),
        ("remittances.yaml", PackageResources.remittances_yaml),
        ("scholarships.yaml", PackageResources.scholarships_yaml),
        ("sea-border.yaml", PackageResources.sea_border_yaml),
        ("trade-agreements.yaml", PackageResources.trade_agreements_yaml),
        ("trade-events.yaml", PackageResources.trade_events_yaml),
        ("trainings.yaml", PackageResources.trainings_yaml),
    ]

    private static let lists: [File] = [
        ("lists/delegation-levels.yaml", PackageResources.delegation_levels_yaml),
        ("lists/document-kinds.yaml", PackageResources.document_kinds_yaml),
        ("lists/event-places.yaml", PackageResources.event_places_yaml),
        ("lists/fields-of-cooperation.yaml", PackageResources.fields_of_cooperation_yaml),
        ("lists/funding.yaml", PackageResources.funding_yaml),
        ("lists/goods.yaml", PackageResources.goods_yaml),
        ("lists/languages.yaml", PackageResources.languages_yaml),
        ("lists/leader-levels.yaml", PackageResources.leader_levels_yaml),
        ("lists/occupations.yaml", PackageResources.occupations_yaml),
        ("lists/purposes.yaml", PackageResources.purposes_yaml),
        ("lists/relations.yaml", PackageResources.relations_yaml),
        ("lists/sources.yaml", PackageResources.sources_yaml),
        ("lists/urgency.yaml", PackageResources.urgency_yaml),
    ]

    private static let routes: [File] = [
        ("routes/permit.yaml", PackageResources.permit_yaml)
    ]

    private static let layouts: [File] = [
        ("layouts/book-of-documents-in.yaml", PackageResources.book_of_documents_in_yaml),
        ("layouts/book-of-documents-out.yaml", PackageResources.book_of_documents_out_yaml),
        ("layouts/plan-of-delegations-out.yaml", PackageResources.plan_of_delegations_out_yaml),
    ]
}

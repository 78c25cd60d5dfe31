package import Storage

/// The tables of units, their succession and the groups that documents name.
package enum OrganisationSchema {
    /// In order; a released step never changes.
    package static let migrations = [
        Migration(
            "organisations.1",
            [
                // A unit is its key; what it is called, and when, stands in its versions.
                "CREATE TABLE organisations (id \(column: .identity))",
                """
                CREATE TABLE organisation_versions (
                    id \(column: .identity),
                    organisation \(column: .integer) NOT NULL REFERENCES organisations (id),
                    -- the first day, null where it began before anything is recorded; the first day no longer, null while it holds
                    from_day \(column: .text),
                    until_day \(column: .text),
                    name \(column: .text) NOT NULL CHECK (name <> ''),
                    -- other names in use, one a line
                    short_names \(column: .text) NOT NULL DEFAULT '',
                    parent \(column: .integer) REFERENCES organisations (id),
                    level \(column: .text) NOT NULL,
                    kind \(column: .text) NOT NULL,
                    place_code \(column: .text),
                    CHECK (from_day < until_day))
                """,
                "CREATE INDEX organisation_versions_of_organisation ON organisation_versions (organisation, from_day)",
                "CREATE INDEX organisation_versions_by_parent ON organisation_versions (parent)",
                "CREATE INDEX organisation_versions_by_level ON organisation_versions (level)",
                "CREATE INDEX organisation_versions_by_place ON organisation_versions (place_code)",
                """
                CREATE TABLE successions (
                    id \(column: .identity),
                    kind \(column: .text) NOT NULL,
                    effective \(column: .text) NOT NULL,
                    -- what moved, where a function did
                    function \(column: .text),
                    basis \(column: .text) NOT NULL,
                    -- whether the paper was read
                    verified \(column: .integer) NOT NULL)
                """,
                """
                CREATE TABLE succession_parts (
                    succession \(column: .integer) NOT NULL REFERENCES successions (id),
                    organisation \(column: .integer) NOT NULL REFERENCES organisations (id),
                    -- predecessor, successor
                    part \(column: .text) NOT NULL,
                    PRIMARY KEY (succession, part, organisation))
                """,
                "CREATE INDEX succession_parts_of_organisation ON succession_parts (organisation)",
                """
                CREATE TABLE organisation_groups (
                    key \(column: .text) PRIMARY KEY,
                    position \(column: .integer) NOT NULL,
                    -- one a line
                    names \(column: .text) NOT NULL,
                    -- kinds, members, open
                    rule \(column: .text) NOT NULL,
                    -- of kinds: one a line
                    kinds \(column: .text) NOT NULL DEFAULT '',
                    vague \(column: .integer) NOT NULL DEFAULT 0,
                    -- the first day without it, the group that has its work since, the paper
                    ended \(column: .text),
                    successor \(column: .text),
                    basis \(column: .text))
                """,
                """
                CREATE TABLE organisation_group_members (
                    group_key \(column: .text) NOT NULL REFERENCES organisation_groups (key),
                    organisation \(column: .integer) NOT NULL REFERENCES organisations (id),
                    PRIMARY KEY (group_key, organisation))
                """,
            ])
    ]
}

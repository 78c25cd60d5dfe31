/// What the product knows of the country's units before anybody has entered one. A room of its own, because what is embedded
/// takes the compiler a minute and a room of code should not wait for it at each change.
package enum UnitFiles {
    /// `Data/communes.tsv`, UTF-8.
    package static var communes: [UInt8] { PackageResources.communes_tsv }

    /// `Data/bodies.yaml`, UTF-8.
    package static var bodies: [UInt8] { PackageResources.bodies_yaml }

    /// `Data/groups.yaml`, UTF-8.
    package static var groups: [UInt8] { PackageResources.groups_yaml }
}

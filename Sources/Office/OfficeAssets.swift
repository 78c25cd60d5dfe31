package import Web

/// What the pages of this room need besides the assets of every page.
package enum OfficeAssets {
    /// All of them.
    package static let all = [Asset("office.css", PackageResources.office_css)]
}

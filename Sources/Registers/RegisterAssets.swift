package import Web

/// What the pages of this room need besides the assets of every page.
package enum RegisterAssets {
    /// All of them.
    package static let all = [
        Asset("registers.css", PackageResources.registers_css), Asset("registers.js", PackageResources.registers_js),
        Asset("form.css", PackageResources.form_css), Asset("form.js", PackageResources.form_js),
    ]
}

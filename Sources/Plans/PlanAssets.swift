package import Web

/// What the pages of this room need besides the assets of every page.
package enum PlanAssets {
    /// All of them.
    package static let all = [
        Asset("plans.css", PackageResources.plans_css), Asset("plans.js", PackageResources.plans_js),
        Asset("review.css", PackageResources.review_css), Asset("review.js", PackageResources.review_js),
    ]
}

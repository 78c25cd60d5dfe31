import Crypto
import HTTPTypes
package import Hummingbird

/// A file that pages refer to: style sheet, script, picture.
package struct Asset: Sendable {
    /// What pages call it: "page.css".
    package let name: String
    /// Its content type.
    package let type: String
    /// Its bytes.
    package let bytes: [UInt8]

    /// - Parameter name: With an extension of ``types``.
    package init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        type = Self.types[name.split(separator: ".").last.map(String.init) ?? ""] ?? "application/octet-stream"
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "webmanifest": "application/manifest+json",
    ]
}

/// All assets of a server. The address of each has the hash of its content, so that browsers keep it for ever and never use an old one.
package struct Assets: Sendable {
    private struct Served: Sendable {
        let asset: Asset
        let compressed: [UInt8]
    }

    private let addresses: [String: String]
    private let served: [String: Served]

    /// - Parameter assets: Of every room, besides those of this one.
    package init(_ assets: [Asset] = []) {
        var addresses: [String: String] = [:]
        var served: [String: Served] = [:]
        for asset in Self.own + assets {
            let hash = Hexadecimal.text(SHA256.hash(data: asset.bytes)).prefix(12)
            let dot = asset.name.lastIndex(of: ".") ?? asset.name.endIndex
            let file = "\(asset.name[..<dot]).\(hash)\(asset.name[dot...])"
            addresses[asset.name] = "/assets/\(file)"
            served[file] = Served(asset: asset, compressed: Gzip.compressed(asset.bytes, level: 9))
        }
        self.addresses = addresses
        self.served = served
    }

    private static let own = [
        Asset("page.css", PackageResources.page_css), Asset("page.js", PackageResources.page_js),
        Asset("icon.svg", PackageResources.icon_svg), Asset("world.svg", PackageResources.world_svg),
    ]

    /// The address of an asset; one that nothing answers where there is none of that name, which a test forbids.
    package func address(_ name: String) -> String { addresses[name] ?? "/assets/\(name)" }

    /// Whether there is an asset of that name.
    package func has(_ name: String) -> Bool { addresses[name] != nil }

    /// Serves them.
    package func add(to router: Router<some RequestContext>) {
        router.get("/assets/{file}") { request, context in
            guard let file = context.parameters.get("file"), let found = served[file] else {
                return Response(status: .notFound)
            }
            var headers: HTTPFields = [
                .contentType: found.asset.type, .cacheControl: "public, max-age=31536000, immutable",
                .vary: "accept-encoding",
            ]
            guard Gzip.isAccepted(by: request) else {
                return Response(status: .ok, headers: headers, body: .init(byteBuffer: .init(bytes: found.asset.bytes)))
            }
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: .init(bytes: found.compressed)))
        }
    }
}

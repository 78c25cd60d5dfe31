// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")

// The rooms of the house, from the ground up; a room imports only rooms above it in this list (docs/architecture.md).
let package = Package(
    name: "nhipcau",
    defaultLocalization: "vi",
    products: [.executable(name: "nhipcau", targets: ["Nhipcau"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // The ground: knows nothing of the office.
        room("Vietnamese", resources: [.embedInCode("Data")]),
        room("WorkCalendar", ["Vietnamese", yams], resources: [.embedInCode("Data")]),
        room("Linkage", ["Vietnamese"]),
        room("Wording", [yams]),
        room("Markup"),
        .systemLibrary(name: "CLinux"),
        room("Confinement", ["CLinux"]),
        room("Terminal"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        room(
            "Paper",
            [
                "Vietnamese", "WorkCalendar", "Markup", "CZip", "CXML", "CXlsxWriter", subprocess,
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        room("Storage", ["Vietnamese", "WorkCalendar"]),
        room(
            "StorageSQLite",
            [
                "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        room("StoragePostgres", ["Storage", "CPostgres"]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room("Mail", ["WorkCalendar", "CCurl"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        room(
            "Web",
            [
                "Vietnamese", "WorkCalendar", "Wording", "Markup", "Paper", "Storage", "CZlib", hummingbird, httpTypes,
                logging, nio, .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Assets"), .embedInCode("Texts")]),
        // The office, in the order that work flows.
        room("Gazetteer", resources: [.embedInCode("Data")]),
        room(
            "Office",
            [
                "Vietnamese", "WorkCalendar", "Wording", "Markup", "Storage", "Mail", "Web", "Gazetteer",
                hummingbird, httpTypes,
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"), yams, logging,
            ],
            resources: [.embedInCode("Assets"), .embedInCode("Texts")]),
        room(
            "Identity",
            [
                "WorkCalendar", "Wording", "Markup", "Storage", "Web", "Office", hummingbird, httpTypes, logging, nio,
                httpClient,
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Texts")]),
        room(
            "Documents",
            [
                "Vietnamese", "WorkCalendar", "Wording", "Markup", "Terminal", "Paper", "Storage", "Web", "Office",
                hummingbird, httpTypes, yams,
            ],
            resources: [.embedInCode("Data"), .embedInCode("Texts")]),
        room(
            "Plans",
            [
                "Vietnamese", "WorkCalendar", "Wording", "Markup", "Terminal", "Paper", "Storage", "Web", "Office",
                "Documents", hummingbird, httpTypes,
            ],
            resources: [.embedInCode("Assets"), .embedInCode("Texts")]),
        room("RegisterData", resources: [.embedInCode("Definitions")]),
        room(
            "Registers",
            [
                "RegisterData", "Vietnamese", "WorkCalendar", "Linkage", "Wording", "Markup", "Storage", "Paper", "Web",
                "Office",
                yams, httpTypes, .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.embedInCode("Assets"), .embedInCode("Texts")]),
        room(
            "Figures",
            ["WorkCalendar", "Wording", "Markup", "Storage", "Web", "Office", "Registers", hummingbird, httpTypes],
            resources: [.embedInCode("Texts")]),
        room(
            "Demonstration",
            ["WorkCalendar", "Vietnamese", "Storage", "Paper", "Office", "Documents", "Plans", "Registers", yams],
            resources: [.embedInCode("Data")]),
        // The door.
        .executableTarget(
            name: "Nhipcau",
            dependencies: [
                "Vietnamese", "WorkCalendar", "Wording", "Markup", "Confinement", "Terminal", "Paper", "Storage",
                "StorageSQLite", "StoragePostgres", "Mail", "Web", "Office", "Identity", "Documents", "Plans",
                "Registers", "Figures", "Demonstration",
                hummingbird, httpTypes, logging,
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.embedInCode("Texts")],
            swiftSettings: settings),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Vietnamese", "WorkCalendar", "Markup", "Storage", "StorageSQLite", "StoragePostgres", "CPostgres",
                "Web",
                "Paper",
                "Office", "Documents", "Plans", "RegisterData", "Registers", "Figures", "Linkage", "InventedPeople",
                hummingbird, logging, .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            path: "Benchmarks", exclude: ["Export", "Linkage"], swiftSettings: settings),
        .executableTarget(
            name: "ExportBenchmark",
            dependencies: [
                "WorkCalendar", "Wording", "Storage", "StorageSQLite", "Paper", "CXlsxWriter", "Web", "Office",
                "Registers",
            ],
            path: "Benchmarks/Export", swiftSettings: settings),
        // Apart, because it needs nearly nothing and is measured while others build.
        .executableTarget(
            name: "LinkageBenchmark",
            dependencies: ["Linkage", "InventedPeople", .product(name: "Crypto", package: "swift-crypto")],
            path: "Benchmarks/Linkage", exclude: ["splink_reference.py"], swiftSettings: settings),
        .target(
            name: "InventedPeople", dependencies: ["Vietnamese", "Linkage"], path: "Tests/InventedPeople",
            swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Storage", "StorageSQLite", "StoragePostgres", "CZip"],
            path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "WebTestSupport",
            dependencies: [
                "WorkCalendar", "Storage", "Web", "Office", hummingbird, httpTypes, logging, nio,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            path: "Tests/WebTestSupport", swiftSettings: settings),
        tests("Vietnamese", ["TestSupport"]),
        tests("WorkCalendar", ["TestSupport", "Vietnamese", yams]),
        tests("Linkage", ["InventedPeople", .product(name: "Crypto", package: "swift-crypto")]),
        tests("Wording"),
        tests("Markup"),
        tests("Confinement", ["TestSupport", "CLinux"]),
        tests("Terminal"),
        tests("Paper", ["TestSupport", "Vietnamese", "WorkCalendar", "Markup", "CZip", "Documents"]),
        tests(
            "Documents", ["TestSupport", "Vietnamese", "WorkCalendar", "Wording", "Markup", "Terminal", "Paper"],
            exclude: ["Fixtures"]),
        tests("Mail", ["TestSupport", "WorkCalendar"], exclude: ["smtp-server.py"]),
        tests("Storage", ["TestSupport", "WorkCalendar", "StorageSQLite", "StoragePostgres"]),
        tests("Web", ["Wording", "WorkCalendar", "Markup", "Paper", hummingbird, httpTypes]),
        tests(
            "Office",
            [
                "TestSupport", "WebTestSupport", "Storage", "Mail", "Vietnamese", "WorkCalendar", "Wording", "Web",
                "Markup", hummingbird, httpTypes,
            ]),
        tests(
            "Identity",
            [
                "TestSupport", "WebTestSupport", "WorkCalendar", "Storage", "Web", "Office", hummingbird, httpTypes,
                httpClient, .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        tests(
            "Plans",
            [
                "TestSupport", "WebTestSupport", "Storage", "WorkCalendar", "Wording", "Paper", "Web", "Office",
                "Documents",
                hummingbird, httpTypes,
            ],
            exclude: ["Following/Fixtures"]),
        tests(
            "Registers",
            [
                "RegisterData", "TestSupport", "WebTestSupport", "Vietnamese", "WorkCalendar", "Wording", "Storage",
                "Paper", "Web", "Office", hummingbird, httpTypes,
            ]),
        tests("Figures", ["TestSupport", "WorkCalendar", "Storage", "Office", "Registers"]),
        tests("Demonstration", ["Office", "Registers", "Figures", "Storage", "TestSupport", "WorkCalendar"]),
        tests(
            "Nhipcau",
            [
                "TestSupport", "WebTestSupport", "WorkCalendar", "Wording", "Storage", "StorageSQLite",
                "StoragePostgres", "Web", "Office", "Identity", "Registers", "Demonstration", "CrashWriter", httpTypes,
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"]),
        // Writes until it is killed, for the tests of the commands.
        .executableTarget(
            name: "CrashWriter", dependencies: ["WorkCalendar", "Storage", "StorageSQLite", "Office"],
            path: "Tests/CrashWriter", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

@MainActor func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

@MainActor func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
        swiftSettings: settings)
}

import Foundation
import Office
import Registers
import Storage
import TestSupport
import Testing

@testable import Nhipcau

/// `nhipcau init`: how an office begins.
@Suite struct InitCommandTests {
    private let desk: TestFolder

    init() throws { desk = try TestFolder() }

    @Test(arguments: TestEngine.allCases)
    func aProvinceIsFounded(engine: TestEngine) async throws {
        try await engine.withPlace(desk) { place in
            let outcome = try await Command.run("init", "--province", "31", "--database", place.name, "--json")
            #expect(outcome.status == 0, "\(outcome.complaint)")
            let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            #expect(answer?["province"] as? String == "Thành phố Hải Phòng")
            #expect(answer?["communes"] as? Int == 114)
            #expect(try await Command.run("verify", "--database", place.name).status == 0)
            // Once only, whichever province is asked for.
            for province in ["31", "01"] {
                let again = try await Command.run("init", "--province", province, "--database", place.name)
                #expect(again.status == 2 && again.output == "")
                #expect(
                    again.complaint
                        == "nhipcau: \(DatabasePlace(place.name).name): Thành phố Hải Phòng đã có trong danh mục.\n")
            }
            let engine = try place.open()
            // With the registers that the program comes with, ready to be filled.
            #expect(try await engine.read { try Definitions.current($0).all.count } == 39)
            try await engine.close()
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anUnknownProvinceLeavesNothing(engine: TestEngine) async throws {
        try await engine.withPlace(desk) { place in
            let outcome = try await Command.run("init", "--province", "99", "--database", place.name)
            #expect(outcome.status == 2 && outcome.output == "")
            #expect(outcome.complaint.hasSuffix(": Không có tỉnh, thành phố nào mang mã “99”.\n"))
            #expect(outcome.complaint.split(separator: "\n").count == 1)
            if engine == .postgres {
                let engine = try place.open()
                #expect(try await engine.read { try Table.names($0) } == [])
                try await engine.close()
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == [])
        }
    }

    @Test func theUsualFileIsInTheDataFolder() async throws {
        let settings = ["XDG_DATA_HOME": desk.folder.path, "NHIPCAU_DATABASE": ""]
        #expect(try await Command.run("init", "--province", "99", environment: settings).status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == [])
        #expect(try await Command.run("init", "--province", "31", environment: settings).status == 0)
        #expect(FileManager.default.fileExists(atPath: desk.path("nhipcau/nhipcau.sqlite")))
        #expect(try await Command.run("migrate", environment: settings).status == 0)
    }
}

import Documents
import Office
import Paper
import Plans
import Storage
import WorkCalendar

/// An invented document of the demonstration, and when it came in.
struct DemonstrationPaper: Sendable {
    private let name: String
    private let bytes: [UInt8]
    /// The day on which it is imported and accepted.
    private let arrival: Day
    private let handover: Handover

    /// The documents in the order in which they came in.
    static func readAll() async throws -> [DemonstrationPaper] {
        [
            try await DemonstrationPaper(
                "ke-hoach-2025-2030.docx", PackageResources.ke_hoach_2025_2030_docx, Demonstration.day(2025, 7, 11)),
            try await DemonstrationPaper(
                "ke-hoach-phuong.docx", PackageResources.ke_hoach_phuong_docx, Demonstration.day(2025, 9, 9)),
            try await DemonstrationPaper(
                "cong-van-don-doc.docx", PackageResources.cong_van_don_doc_docx, Demonstration.day(2026, 11, 3)),
        ]
    }

    private init(_ name: String, _ bytes: [UInt8], _ arrival: Day) async throws {
        let transcript = try await Transcriber.transcribe(bytes)
        self.name = name
        self.bytes = bytes
        self.arrival = arrival
        handover = Handover(try DocumentReader.read(transcript, today: arrival), transcript)
    }

    /// Imports it and accepts it as read.
    func store(_ db: Transaction) throws {
        let keeper = FileKeeper()
        let file = try keeper.receive(
            .bytes(bytes), name: name,
            mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        _ = try PlanImport.store(
            handover, file: file, name: name, keeper: keeper, isAccepted: true, by: Demonstration.act(on: arrival), db)
    }
}

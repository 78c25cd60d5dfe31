import Paper
import Testing
import Wording
import WorkCalendar

@testable import Documents

@Suite struct DocumentJSONTests {
    private let texts: Catalogue

    init() throws {
        texts = try Catalogue(yaml: Array("finding.x: \"Nhiệm vụ “{text}” đứng hai lần\"".utf8))
    }

    @Test func everyFieldStandsUnderTheKeyOfTheContractInItsOrder() throws {
        #expect(String(decoding: Self.plan.json(texts), as: UTF8.self) == Self.planJSON)
    }

    @Test func whatADocumentLacksIsNullOrEmpty() {
        let text = String(decoding: OfficialDocument(header: DocumentHeader()).json(texts), as: UTF8.self)
        #expect(
            text == """
                {
                  "document": {
                    "type": "other",
                    "issuer": null,
                    "parentIssuer": null,
                    "number": null,
                    "symbol": null,
                    "place": null,
                    "date": null,
                    "title": null,
                    "signer": null,
                    "recipients": [],
                    "pages": null
                  },
                  "citations": [],
                  "assignments": [],
                  "reporting": [],
                  "figures": [],
                  "tables": [],
                  "findings": []
                }
                """)
    }

    @Test func noDeadlineHasNoWords() {
        var document = OfficialDocument(header: DocumentHeader())
        var assignment = Assignment(part: .body, group: nil, text: "Phối hợp thực hiện.", place: Place(line: 4))
        assignment.deadline = Deadline(raw: "khi có yêu cầu", kind: .none)
        document.assignments = [assignment]
        #expect(String(decoding: document.json(texts), as: UTF8.self).contains(#""raw": null"#))
    }

    @Test func findingsCanBeGivenAlone() {
        let text = String(decoding: Self.plan.findingsJSON(texts), as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"findings\": [\n    {\n      \"rule\": \"x\""))
    }

    private static var plan: OfficialDocument {
        var header = DocumentHeader()
        header.type = .plan
        header.issuer = "Ủy ban nhân dân tỉnh Lam Giang"
        header.number = "15/KH-UBND"
        header.symbol = "KH-UBND"
        header.place = "Lam Giang"
        header.date = Day(year: 2026, month: 3, day: 5)
        header.title = "Thông tin đối ngoại năm 2026"
        header.signer = Signer(capacity: "TM. ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH", name: "Trần Văn Bình")
        header.recipients = ["Như trên", "Lưu: VT"]
        header.pages = 4
        var document = OfficialDocument(header: header)
        document.citations = [
            Citation(
                number: "02/NQ-HĐND", type: .resolution, date: nil, issuer: "HĐND tỉnh", place: Place(line: 8))
        ]
        var assignment = Assignment(
            part: .annex, group: "I. Tuyên truyền", text: "Xuất bản bản tin.", place: Place(page: 3, line: 60))
        assignment.lead = ["Sở Ngoại vụ"]
        assignment.coordinate = ["Báo Lam Giang"]
        assignment.deliverable = "Bản tin"
        assignment.deadline = Deadline(
            raw: "Hằng quý", kind: .quarterly, due: Day(year: 2026, month: 3, day: 31), from: 2026, to: 2026)
        document.assignments = [assignment]
        document.reporting = [
            ReportingDuty(
                who: ["các sở"], to: "UBND tỉnh", via: "Sở Ngoại vụ", deadline: .none, place: Place(page: 2, line: 40))
        ]
        document.figures = [
            StatedFigure(
                value: 12, unit: "đoàn", of: "đoàn vào", isApproximate: true, place: Place(page: 1, line: 9))
        ]
        document.tables = [
            PlainTable(
                title: "Đoàn ra", header: ["TT", "Tên đoàn"], rows: [["1", ""]], place: Place(page: 4, line: 70))
        ]
        document.findings = [
            Finding(
                rule: "x", severity: .warning, message: Message("finding.x", ["text": "Xuất bản"]),
                at: [Place(page: 3, line: 60)])
        ]
        return document
    }

    private static let planJSON = """
        {
          "document": {
            "type": "plan",
            "issuer": "Ủy ban nhân dân tỉnh Lam Giang",
            "parentIssuer": null,
            "number": "15/KH-UBND",
            "symbol": "KH-UBND",
            "place": "Lam Giang",
            "date": "2026-03-05",
            "title": "Thông tin đối ngoại năm 2026",
            "signer": {
              "capacity": "TM. ỦY BAN NHÂN DÂN",
              "position": "CHỦ TỊCH",
              "name": "Trần Văn Bình"
            },
            "recipients": [
              "Như trên",
              "Lưu: VT"
            ],
            "pages": 4
          },
          "citations": [
            {
              "number": "02/NQ-HĐND",
              "type": "resolution",
              "date": null,
              "issuer": "HĐND tỉnh"
            }
          ],
          "assignments": [
            {
              "part": "annex",
              "group": "I. Tuyên truyền",
              "text": "Xuất bản bản tin.",
              "lead": [
                "Sở Ngoại vụ"
              ],
              "coordinate": [
                "Báo Lam Giang"
              ],
              "deliverable": "Bản tin",
              "deadline": {
                "raw": "Hằng quý",
                "kind": "quarterly",
                "due": "2026-03-31",
                "from": 2026,
                "to": 2026
              },
              "quote": {
                "page": 3,
                "line": 60
              }
            }
          ],
          "reporting": [
            {
              "who": [
                "các sở"
              ],
              "to": "UBND tỉnh",
              "via": "Sở Ngoại vụ",
              "deadline": {
                "raw": null,
                "kind": "none",
                "due": null,
                "from": null,
                "to": null
              },
              "quote": {
                "page": 2,
                "line": 40
              }
            }
          ],
          "figures": [
            {
              "value": 12,
              "unit": "đoàn",
              "of": "đoàn vào",
              "approximate": true,
              "quote": {
                "page": 1,
                "line": 9
              }
            }
          ],
          "tables": [
            {
              "title": "Đoàn ra",
              "header": [
                "TT",
                "Tên đoàn"
              ],
              "rows": [
                [
                  "1",
                  ""
                ]
              ]
            }
          ],
          "findings": [
            {
              "rule": "x",
              "severity": "warning",
              "message": "Nhiệm vụ “Xuất bản” đứng hai lần",
              "at": [
                {
                  "page": 3,
                  "line": 60
                }
              ]
            }
          ]
        }
        """
}

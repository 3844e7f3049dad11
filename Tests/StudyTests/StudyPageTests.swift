import Foundation
import Records
import Testing

@testable import Study

@Suite("docs/study.md is true") struct StudyPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    private static func example() throws -> String {
        let page = try String(contentsOf: root.appending(path: "docs/study.md"), encoding: .utf8)
        let block = try #require(page.firstMatch(of: #/```toml\n(?<text>[\s\S]*?)```/#))
        return String(block.output.text)
    }

    @Test("its example is a study file without an error") func example() throws {
        let study = try StudyFile.parse(Self.example(), file: "study.toml")
        #expect(study.title == "My evaluation")
        #expect(study.logs.first?.fields?.roles["prediction"] == "output")
        #expect(study.benchmarks.first?.measure == .match)
        #expect(study.thresholds.first?.each == "modality")
    }

    @Test("its example has every key that a study file may have") func keys() throws {
        let lines = try Self.example().split(separator: "\n").map { $0.prefix { $0 != "#" } }
        let shown = Set(
            lines.joined(separator: "\n").matches(of: #/(?<key>[a-z-]+)(?=[.\]]| =)/#).map { String($0.output.key) })
        var keys = Set(FieldMapping.roleNames)
        let folder = Self.root.appending(path: "Sources/Study/File")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let source = try String(contentsOf: file, encoding: .utf8)
            let readings =
                #/\.(?:string|strings|stringOrStrings|bool|number|integer|word|node|table|tables|required|requiredStrings)\("(?<key>[a-z-]+)"/#
            keys.formUnion(source.matches(of: readings).map { String($0.output.key) })
        }
        #expect(keys.count > 50)
        #expect(keys.subtracting(shown) == [])
    }
}

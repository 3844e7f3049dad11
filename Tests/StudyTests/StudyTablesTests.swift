import Foundation
import Records
import Testing

@testable import Study

@Suite("The list of a study file's keys") struct StudyTablesTests {
    /// Reads the example and gives the keys that were looked for, those of free names as `*`.
    private static func read(_ text: String) throws -> Set<String> {
        let errors = TableReader.Errors(file: "study.toml")
        _ = try StudyFile.parse(text, file: "study.toml", errors: errors)
        return Set(
            errors.fieldNames.map { name in
                if StudyTables.fieldNames.contains(name) { return name }
                // Names that the study chooses, one level of them or two.
                let parts = name.split(separator: ".")
                let free = [1, 2].map { level in
                    (parts.dropLast(level).map(String.init) + [String](repeating: "*", count: level)).joined(
                        separator: ".")
                }
                return free.first { StudyTables.fieldNames.contains($0) } ?? name
            })
    }

    @Test("has every key that the reader looks for, and no other") func keys() throws {
        let read = try Self.read(StudyTables.example)
        let listed = StudyTables.fieldNames
        #expect(read.subtracting(listed) == [], "read, but not listed")
        // What a free table holds is read as it stands, without being looked for.
        #expect(listed.subtracting(read).filter { !$0.hasSuffix(".*") } == [], "listed, but not read")
        #expect(listed.count > 90)
    }

    @Test("its example is a study file without an error") func example() throws {
        let study = try StudyFile.parse(StudyTables.example, file: "study.toml")
        #expect(study.title == "My evaluation")
        #expect(study.logs.first?.fields?.roles["prediction"] == "output")
        #expect(study.logs.first?.fields?.facets["modality"] == "meta.modality")
        #expect(study.benchmarks.first?.measure == .match)
        #expect(study.thresholds.first?.each == "modality")
        #expect(study.compare?.waivers.map(\.measure) == [nil, "latency"])
    }

    @Test("a key that may be left out may be left out, and one that must be there must", arguments: StudyTables.all)
    func necessity(table: StudyTable) throws {
        for (index, keys) in table.exampleKeys.enumerated() {
            for key in keys {
                let text = Self.file(table, keys: keys.filter { $0.name != key.name })
                let problems = Self.problems(text).filter { $0.expected == "`\(key.name)`" }
                // The two releases of [compare] stand together.
                let isPair = table.path == "compare" && ["baseline", "candidate"].contains(key.name)
                #expect(problems.isEmpty == (key.fallback != nil && !isPair), "\(table.path).\(key.name) \(index)")
            }
        }
    }

    @Test("no key takes a list of lists, and the error names the key", arguments: StudyTables.all)
    func kinds(table: StudyTable) throws {
        for keys in table.exampleKeys {
            for key in keys {
                let others = keys.filter { $0.name != key.name }
                let wrong = StudyKey(key.name, key.value, or: key.fallback, key.summary, example: "[[1]]")
                let fields = Self.problems(Self.file(table, keys: others + [wrong])).compactMap(\.field)
                #expect(fields.contains { $0 == "\(table.path).\(key.name)" }, "\(table.path).\(key.name)")
            }
        }
    }

    /// A file with one table, and with what its header needs before it.
    private static func file(_ table: StudyTable, keys: [StudyKey]) -> String {
        let outer = ["logs.fields": "logs", "threshold.applies-to": "threshold"][table.path]
        let before = StudyTables.all.filter { $0.path == outer }.map { lines($0, $0.keys) }
        return (before + [lines(table, keys)]).joined(separator: "\n")
    }

    private static func lines(_ table: StudyTable, _ keys: [StudyKey]) -> String {
        ([table.header] + keys.map { "\($0.exampleName) = \($0.example)" }).joined(separator: "\n")
    }

    private static func problems(_ text: String) -> [Problem] {
        do {
            _ = try StudyFile.parse(text, file: "study.toml")
            return []
        } catch {
            return (error as? StudyFile.Errors)?.problems ?? []
        }
    }
}

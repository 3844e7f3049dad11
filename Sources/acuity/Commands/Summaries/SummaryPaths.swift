import Foundation
import Readers
import Records

/// The summaries that a command line names.
enum SummaryPaths {
    static let ending = ".summary"

    /// - Throws: `InputErrors` for what names none.
    static func find(_ arguments: [String]) throws -> [String] {
        var problems: [Problem] = []
        var paths: [String] = []
        for argument in arguments {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder)
            let found =
                exists ? isFolder.boolValue ? files(in: argument) : [argument] : PathPattern.files(matching: argument)
            if found.isEmpty {
                problems.append(
                    Problem(
                        kind: "missing-file", severity: .error, file: argument,
                        expected: "a summary, a folder with files *\(ending), or a pattern that matches files",
                        found: exists ? "a folder without any" : "nothing there",
                        remedy: "Check the path, and whether `acuity summarize` has ended."))
            }
            paths += found
        }
        guard problems.isEmpty else { throw InputErrors(problems: problems) }
        return paths
    }

    private static func files(in folder: String) -> [String] {
        FolderListing().files(in: URL(fileURLWithPath: folder)) { !$0.hasPrefix(".") && $0.hasSuffix(ending) }
            .map(\.relativePath)
    }
}

import Foundation
import Records

extension LogListing {
    /// The listing with its paths shown from a folder on, so that machines that mount it elsewhere show the same.
    ///
    /// - Throws: `Problem` if a log lies elsewhere.
    public func shown(from folder: String) throws(Problem) -> LogListing {
        let root = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL.path
        let start = root.hasSuffix("/") ? root : root + "/"
        func below(_ path: String) -> String? {
            let whole = URL(fileURLWithPath: path).standardizedFileURL.path
            return whole.hasPrefix(start) ? String(whole.dropFirst(start.count)) : nil
        }
        var listing = self
        for (place, log) in logs.enumerated() {
            var parts: [LogPart] = []
            for part in log.parts {
                guard let path = below(part.path) else {
                    throw Problem(
                        kind: "log-outside", severity: .error, file: part.path, expected: "a log below \(folder)",
                        found: "one elsewhere", remedy: "Name a folder that holds all logs with --root.")
                }
                parts.append(LogPart(url: part.url, path: path))
            }
            listing.logs[place].parts = parts
            listing.logs[place].path = parts[0].path
        }
        for place in problems.indices {
            listing.problems[place].file = below(problems[place].file) ?? problems[place].file
        }
        return listing
    }
}

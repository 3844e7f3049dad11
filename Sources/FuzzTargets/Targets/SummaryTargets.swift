import Foundation
import Ingest
import Records

/// Summaries: the parts of one log as the files of the input, and a whole file.
enum SummaryTargets {
    static let content = FuzzTarget("summary-content") { input in
        let parts = FuzzFiles(input).files.map { file in
            // The line feed before the next mark belongs to no part.
            let bytes = file.bytes.last == 0x0A ? Array(file.bytes.dropLast()) : file.bytes
            return PartCode.encode(bytes, width: file.path.hasSuffix("8") ? 8 : file.path.hasSuffix("4") ? 4 : 1)
        }
        guard let log = try? ReadLog(part: { parts.indices.contains($0) ? parts[$0] : nil }) else { return }
        let summarized = try log.summarized(texts: true)
        let again = try ReadLog { summarized.indices.contains($0) ? summarized[$0] : nil }
        try BrokenPromise.unless(
            try again.summarized(texts: true) == summarized, "a summary changes when it is written again")
    }

    /// The bytes between the mark and the digest.
    static let file = FuzzTarget("summary-file") { input in
        let folder = try FuzzFolder()
        let whole = Array("acuity-summary-1\n".utf8) + input
        let digest = Digest()
        whole.withUnsafeBytes { digest.update($0) }
        for bytes in [whole + Array(digest.finish().utf8), input] {
            do {
                _ = try SummaryMerge([folder.write(bytes, to: "s")])
            } catch let problem as Problem {
                try CheckingSink.check(problem, below: folder.path)
            }
        }
    }
}

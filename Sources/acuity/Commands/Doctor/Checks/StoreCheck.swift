import Findings
import Foundation
import Store

extension DoctorCheck {
    static let store = DoctorCheck(name: "store") { subject in
        let path = subject.workspace.storePath
        guard FileManager.default.fileExists(atPath: path) else {
            return [.ok("store", "none yet at \(path)")]
        }
        do {
            return findings(of: try Store.examine(path: path), path: path)
        } catch let error as StoreError {
            return [.problem("store", "\(error)", "Logs are not in danger: a build fills a new store from them.")]
        }
    }

    static func findings(of store: StoreExamination, path: String) -> [DoctorFinding] {
        let size = ByteSize.text(UInt64(store.bytes))
        guard store.damages.isEmpty else {
            return store.damages.prefix(3).map {
                .problem(
                    "store", "\(path): \($0)",
                    "Keep a copy if it is to be looked into, remove the file and build again from the logs.")
            }
        }
        let holds = "\(counted(store.logs, "log")), \(counted(store.runs, "run"))"
        if store.isOlder {
            return [
                .ok(
                    "store",
                    "\(path): whole, \(size), \(holds), version \(store.version), brought to \(store.knownVersion) when it is used"
                )
            ]
        }
        return [
            .ok(
                "store", "\(path): whole, \(size), \(holds), \(store.predictions) predictions, version \(store.version)"
            )
        ]
    }

    static let findings = DoctorCheck(name: "findings") { subject in
        let url = subject.workspace.findingsURL
        guard let data = FileManager.default.contents(atPath: url.path) else {
            return [.ok("findings", "none yet at \(url.path)")]
        }
        let document = try FindingsDocument(decoding: data)
        let time = try FileManager.default.attributesOfItem(atPath: url.path)[.modificationDate] as? Date
        let made =
            "\(counted(document.models.count, "model")), \(counted(document.benchmarks.count, "benchmark")), "
            + "made by Acuity \(document.acuityVersion)" + (time.map { " at \($0.formatted(.iso8601))" } ?? "")
        let page = subject.workspace.site.appending(path: "index.html").path
        guard FileManager.default.fileExists(atPath: page) else {
            return [.warning("findings", "\(made); there is no site", "Make it with `acuity site`.")]
        }
        return [.ok("findings", made)]
    }
}

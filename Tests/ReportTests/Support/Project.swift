import Findings
import Foundation
import Synchronization

@testable import Report

/// The project's own templates, and sites made with them.
enum Project {
    static let templates = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("templates")

    /// The site of a study. Sites of the same findings are built once; tests ask for a few of them many times.
    static func site(_ findings: FindingsDocument) throws -> [String: Data] {
        if let known = built.withLock({ built in built.first { $0.findings == findings }?.site }) { return known }
        let site = try freshSite(findings)
        built.withLock { $0.append((findings, site)) }
        return site
    }

    private static let built = Mutex<[(findings: FindingsDocument, site: [String: Data])]>([])

    /// The site of a study, built anew.
    static func freshSite(_ findings: FindingsDocument) throws -> [String: Data] {
        let files = try SiteBuilder.build(findings: findings, templates: TemplateFolder(reading: templates))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.data) })
    }

    static func text(_ site: [String: Data], _ path: String) -> String {
        String(decoding: site[path] ?? Data(), as: UTF8.self)
    }
}

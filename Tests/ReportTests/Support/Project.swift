import Findings
import Foundation

@testable import Report

/// The project's own templates, and sites made with them.
enum Project {
    static let templates = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("templates")

    static func site(_ findings: FindingsDocument) throws -> [String: Data] {
        let files = try SiteBuilder.build(findings: findings, templates: TemplateFolder(reading: templates))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.data) })
    }

    static func text(_ site: [String: Data], _ path: String) -> String {
        String(decoding: site[path] ?? Data(), as: UTF8.self)
    }
}

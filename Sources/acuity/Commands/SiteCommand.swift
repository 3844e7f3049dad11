import Findings
import Foundation
import Report

extension CommandDefinition {
    static let site = CommandDefinition(
        name: "site", summary: "findings to the website",
        options: [.output, .templates, .quiet]
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        let site = try workspace.writeSite(workspace.readFindings(), templates: invocation.value(.templates))
        console.message("Site: \(site)")
        return .success
    }
}

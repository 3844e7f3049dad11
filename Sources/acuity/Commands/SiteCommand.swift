import Findings
import Foundation
import Report

extension CommandDefinition {
    static let site = CommandDefinition(
        name: "site", summary: "findings to the website",
        options: [.output, .templates, .quiet]
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        try workspace.writeSite(workspace.readFindings(), templates: invocation.value(.templates))
        console.message("Site: \(workspace.site.appending(path: "index.html").relativePath)")
        return .success
    }
}

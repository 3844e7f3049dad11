import Findings
import Foundation
import Report

extension CommandDefinition {
    static let site = CommandDefinition(
        name: "site", summary: "findings to the website",
        options: [.output, .templates, .watch, .quiet],
        footer: "For authors of templates: acuity site --templates my-templates --watch"
    ) { invocation, console in
        let workspace = Workspace(output: invocation.output)
        let templates = try Workspace.templates(invocation.value(.templates))
        guard invocation.has(.watch) else {
            let lock = try workspace.lock(console)
            defer { lock.release() }
            console.message(
                "Site: \(try workspace.writeSite(workspace.readFindings(console), templates: templates, console))")
            return .success
        }
        let interruption = Interruption()
        try SiteWatch(workspace: workspace, templates: templates, console: console).run {
            !interruption.wait(milliseconds: SiteWatch.milliseconds)
        }
        return .success
    }
}

extension OptionDefinition {
    static let watch = OptionDefinition(
        name: "watch", value: nil, description: "build again whenever a template or the findings are saved; Ctrl-C ends"
    )
}

import Findings
import Foundation
import Report

extension CommandDefinition {
    static let site = CommandDefinition(
        name: "site", summary: "findings to the website",
        description: """
            Writes the website `site/` from `results/findings.json`, with the pages of items if `results/acuity.sqlite` lies \
            beside it. The folder is exchanged at once, so that a visitor sees the old site or the new one.
            """,
        options: [.output, .templates, .watch, .quiet],
        examples: [
            CommandExample("acuity site --output out", "the site of the findings in out/results"),
            CommandExample(
                "acuity site --templates my-templates --watch", "for authors of templates: anew at each save"),
        ],
        guides: [.site, .templates, .publishing]
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

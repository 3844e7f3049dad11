import Foundation
import Report

/// Builds the site again whenever one of the files that it is made from is saved.
struct SiteWatch {
    let workspace: Workspace
    /// The folder of templates.
    let templates: URL
    let console: Console

    /// How long to wait between two looks. A change is taken up when two looks agree, so that a file that is still
    /// being written is not read.
    static let milliseconds = 150

    /// Builds the site, and again after each change, until `wait` says to end.
    ///
    /// - Parameter wait: Waits until it is time to look again; false to end.
    /// - Throws: What keeps the first build from its work, unless it is a template: that waits for the next save.
    func run(wait: () -> Bool) throws {
        var built = snapshot()
        var isDue = false
        do {
            try build()
        } catch let problem as TemplateProblem {
            report(problem)
        }
        console.message("Watching \(templates.relativePath) and \(workspace.findingsURL.relativePath); Ctrl-C ends.")
        var seen = built
        while wait() {
            let now = snapshot()
            defer { seen = now }
            guard now == seen, isDue || now != built else { continue }
            let changes = now.changes(since: built)
            if !changes.isEmpty { console.message(changes.joined(separator: ", ")) }
            // What is saved while the site is being built is a change after it.
            built = now
            isDue = false
            do {
                try build()
            } catch let problem as SiteProblem where problem.isBusy {
                // `acuity build` beside this one writes findings, then the site.
                isDue = true
            } catch {
                report(error)
            }
        }
    }

    private func build() throws {
        let lock = try workspace.lock(console, waits: false)
        defer { lock.release() }
        console.message(
            "Site: \(try workspace.writeSite(workspace.readFindings(console), templates: templates, console))")
    }

    private func report(_ error: any Error) {
        console.error("\(error)")
        console.message("The site is as it was; waiting for the next save.")
    }

    private func snapshot() -> FileSnapshot {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: templates.path)) ?? []
        let files = names.filter(TemplateFolder.isPart).map { (name: $0, path: templates.appending(path: $0).path) }
        return FileSnapshot(files + [(name: workspace.findingsURL.lastPathComponent, path: workspace.findingsURL.path)])
    }
}

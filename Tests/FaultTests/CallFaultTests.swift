import FaultInjection
import Foundation
import Testing

@Suite("faults of the system at the calls of commands", .serialized) struct CallFaultTests {
    private static func entries(_ kinds: [SystemFault.Kind], _ calls: SystemFault.Calls = .write) -> [CallFaults.Entry]
    {
        CallFaults.entries.filter { kinds.contains($0.kind) && $0.calls == calls }
    }

    @Test("a build that fills the store anew survives") func refill() throws {
        try Disturbed.folder { root, program, table in
            let scenario = try Scenarios(in: root, program: program).refill()
            let faults = CallFaults(program: program, table: table, most: 1, seed: 11)
            try faults.disturb(scenario, with: Self.entries([.kill, .full]) + Self.entries([.once(EIO)], .read))
            try faults.kill(scenario, times: 2)
        }
    }

    @Test("findings, summaries and a merged store are written whole, also in halves of what was asked for")
    func outputs() throws {
        try Disturbed.folder { root, program, table in
            let scenarios = Scenarios(in: root, program: program)
            let faults = CallFaults(program: program, table: table, most: 2, seed: 12)
            try faults.disturb(scenarios.analyze(), with: Self.entries([.short, .torn]))
            try faults.disturb(scenarios.summarize(), with: Self.entries([.once(EIO)]))
            try faults.disturb(scenarios.merge(), with: Self.entries([.kill]))
        }
    }

    @Test("the clock does not matter") func clock() throws {
        try Disturbed.folder { root, program, table in
            let scenario = try Scenarios(in: root, program: program).analyze()
            try ScenarioFaults(scenario, program: program, table: table).setClocks(times: 1)
        }
    }

    @Test("results that do not reach standard output are no success") func fullOutput() throws {
        let process = Process()
        process.executableURL = Disturbed.program.executable
        process.arguments = ["formats"]
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
    }
}

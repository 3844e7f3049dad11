import Foundation
import Verification

extension CommandDefinition {
    static let verify = CommandDefinition(
        name: "verify", summary: "recompute golden values of other programs",
        arguments: ArgumentDefinition(
            name: "FILE", description: "a golden file (default: the set that ships)", minimum: 0, maximum: 1),
        options: [.quiet],
        footer: "Exits with 0 only if every case passes."
    ) { invocation, console in
        let file: GoldenFile
        if let path = invocation.arguments.first {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw UsageError("\(path): expected a golden file; found none that can be read")
            }
            file = try GoldenFile(data, name: path)
        } else {
            file = try GoldenFile.shipped()
        }
        let verification = try GoldenVerification(file)
        for method in verification.methods {
            let name = method.method.padding(toLength: max(34, method.method.count), withPad: " ", startingAt: 0)
            console.result(
                "\(name) \(method.passed)/\(method.cases) passed, largest relative error \(method.largestRelativeError)")
        }
        for failure in verification.failures {
            console.result(
                Console.safe(
                    "FAILED \(failure.id) \(failure.key): expected \(failure.expected), computed \(failure.computed)"))
        }
        return verification.passes ? .success : .failed
    }
}

import Foundation
import LogGeneration

/// Makes logs of any size: `swift run -c release GenerateLogs FOLDER [OPTIONS]`. What it wrote is printed as a table.
@main
enum GenerateLogs {
    static func main() {
        do {
            switch try GeneratorOptions(Array(CommandLine.arguments.dropFirst())) {
            case .help: print(GeneratorOptions.helpText)
            case .make(let plan, let folder):
                print("path\tmodel\tbenchmark\trows\tright\ttext bytes")
                for log in try GeneratedStudy.write(plan, to: URL(filePath: folder, directoryHint: .isDirectory)).logs {
                    print("\(log.path)\t\(log.model)\t\(log.benchmark)\t\(log.rows)\t\(log.right)\t\(log.textBytes)")
                }
            }
        } catch let error as UsageProblem {
            fail("\(error)\nSee `GenerateLogs --help`.", code: 2)
        } catch let error as PlanError {
            fail("\(error)\nSee `GenerateLogs --help`.", code: 2)
        } catch {
            fail("\(error)", code: 3)
        }
    }

    private static func fail(_ message: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(code)
    }
}

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
DefectReport(arguments).sayOnCrash()
exit(Program.run(arguments).rawValue)

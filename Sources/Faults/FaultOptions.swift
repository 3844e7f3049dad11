/// What the command line asks for.
struct FaultOptions {
    /// The program under test, the shim and the templates.
    var acuity = ".build/release/acuity"
    var shim = ".build/release/libFaultShim.so"
    var templates = "templates"
    /// How many calls of a command are disturbed at most, for each kind of fault.
    var calls = 20
    /// How often a command is killed at a random time.
    var kills = 50
    /// How many places of a store are damaged, for each kind of damage.
    var damages = 20
    /// How often several commands are started together, for each group.
    var together = 4
    var seed: UInt64 = 1
    /// What is tried; nil for all.
    var only: Set<String>?
    /// The page into which the table goes.
    var page: String?

    static let parts = ["calls", "kills", "outputs", "places", "stores", "logs", "together"]

    static let help = """
        Disturbs Acuity in all the ways it knows, and looks at what is left: Faults [OPTIONS]

        --acuity PATH      the program under test (.build/release/acuity)
        --shim PATH        the library that makes faults (.build/release/libFaultShim.so)
        --templates DIR    the page templates (templates)
        --calls N          disturb at most N calls of a command, for each kind of fault (20)
        --kills N          kill a command N times at a random time (50)
        --damages N        damage a store at N places, for each kind of damage (20)
        --together N       start several commands together N times, for each group (4)
        --seed N           other places and times (1)
        --only LIST        of \(parts.joined(separator: ", ")), joined by commas
        --page FILE        write the table into this page, between its marks

        Exit codes: 0 all survived; 1 a defect; 2 wrong usage; 3 the program cannot be run.
        """

    /// - Throws: `FaultUsage`.
    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            guard let value = rest.popFirst() else { throw FaultUsage(text: "\(option): expected a value; found none") }
            func number() throws -> Int {
                guard let number = Int(value), number > 0 else {
                    throw FaultUsage(text: "\(option): expected a number from 1; found `\(value)`")
                }
                return number
            }
            switch option {
            case "--acuity": acuity = value
            case "--shim": shim = value
            case "--templates": templates = value
            case "--calls": calls = try number()
            case "--kills": kills = try number()
            case "--damages": damages = try number()
            case "--together": together = try number()
            case "--seed": seed = UInt64(try number())
            case "--page": page = value
            case "--only":
                let wanted = Set(value.split(separator: ",").map(String.init))
                guard wanted.isSubset(of: Self.parts) else {
                    throw FaultUsage(text: "--only: expected some of \(Self.parts); found `\(value)`")
                }
                only = wanted
            default: throw FaultUsage(text: "expected an option; found `\(option)`")
            }
        }
    }
}

/// The command line is wrong.
struct FaultUsage: Error {
    let text: String
}

import Readers

/// The files of a log, for each reader by itself and for all of them, who first have to find out whose it is.
enum LogTargets {
    static let all: [FuzzTarget] =
        [FuzzTarget("logs") { try LogCheck.read(FuzzFolder(FuzzFiles($0))) }]
        + ReaderCatalogue.runners.map { runner in
            FuzzTarget("log-" + runner.id) { try LogCheck.read(FuzzFolder(FuzzFiles($0)), runner: runner.id) }
        }
}

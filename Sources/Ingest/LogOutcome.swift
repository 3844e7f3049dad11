import Records

/// What became of a log, told as soon as it is known.
public struct LogOutcome: Sendable {
    /// Why a log was read.
    public enum Reason: Sendable, Equatable {
        /// The store had nothing of it.
        case new
        /// The store had it with other bytes, or read in another way: other files beside it, other names or fields in the
        /// study, an older Acuity.
        case changed
    }

    /// A run of a log, in numbers.
    public struct Run: Sendable, Equatable {
        /// The identifiers of the study.
        public var model: String
        /// The identifier of the benchmark in the study.
        public var benchmark: String
        /// Items with a prediction, and predictions that were kept.
        public var items: Int
        /// Predictions that were kept, one an item and epoch.
        public var predictions: Int
        /// Predictions that gave an item and epoch again and took the place of an earlier one.
        public var duplicates: Int
        /// Predictions without an answer, by why.
        public var unparsed: Int
        /// Predictions that decline to answer.
        public var refused: Int
        /// Predictions that the runner failed to get.
        public var errors: Int
    }

    /// What ingest did with the log.
    public enum Result: Sendable {
        /// It was read, for a reason, and written; with the time that reading and scoring took on its own thread.
        case read(Reason, runs: [Run], problems: Int, seconds: Double)
        /// The store has it as it is.
        case unchanged
        /// It has the same bytes as another one.
        case copy(of: String)
        case failed(Problem)
    }

    /// The log as it was found below the named folder or file.
    public var path: String
    /// What became of it.
    public var result: Result
}

extension LogOutcome.Run {
    init(_ run: ReadLog.Run) {
        self.init(
            model: run.stored.model, benchmark: run.stored.benchmark, items: run.stored.items,
            predictions: run.stored.predictions, duplicates: run.stored.duplicates, unparsed: run.stored.unparsed,
            refused: run.stored.refused, errors: run.stored.errors)
    }
}

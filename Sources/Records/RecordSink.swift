/// Where a reader puts what it finds, one record at a time, so that memory does not grow with the log.
public protocol RecordSink: AnyObject {
    /// Announces a run before its first prediction.
    func begin(_ run: RunRecord) throws
    /// Hands over one prediction of a run that has begun.
    func add(_ prediction: PredictionRecord) throws
    /// Ends a run, with what became known while reading: further metrics at the end of the list, reported figures.
    func finish(_ run: RunRecord) throws
    /// Notes a problem that does not end the reading of the log.
    func note(_ problem: Problem)

    /// Takes predictions as bytes of the log, if this sink can.
    var rawSink: (any RawRecordSink)? { get }
}

extension RecordSink {
    /// Nil: unless a sink says otherwise, it takes records only.
    public var rawSink: (any RawRecordSink)? { nil }
}

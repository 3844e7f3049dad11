/// Recognises texts that a runner, a client library or a provider put in place of a prediction.
///
/// They are errors, not wrong answers: the model was never heard. Only texts that are nothing else count, so most marks
/// must stand at the start, and the text must be short.
enum Failure {
    /// The longest text that can be a failure's message, in bytes.
    private static let limit = 1200

    /// Marks that make a text a failure if it starts with them.
    private static let starts = [
        "failed to obtain answer via api", "[error]", "[error:", "<error>", "api_error", "api error", "api call failed",
        "api request failed", "error code:", "error: ", "error:\n", "error_", "error - ", "[api error", "[failed",
        "[timeout",
        "[blocked", "[content_filter", "[content filter", "__error__", "request failed", "request timed out",
        "the request timed out", "connection error", "connection aborted", "internal server error",
        "service unavailable",
        "503 service", "502 bad gateway", "500 internal", "504 gateway", "429 too many", "too many requests",
        "rate limit",
        "ratelimiterror", "openai.", "anthropic.", "google.api_core", "httperror", "http error", "http 4", "http 5",
        "requests.exceptions", "connectionerror", "timeouterror", "runtimeerror", "valueerror:", "badrequesterror",
        "apiconnectionerror", "apitimeouterror", "apistatuserror", "traceback (most recent call last)",
        "cuda out of memory",
        "cuda error", "exception:", "{\"error\":", "{'error':", "{\"error\" :", "content_filter",
        "content filter", "prohibited_content", "fehler:", "error al ", "erro:", "erreur :", "erreur:", "ошибка:",
        "错误：", "错误:", "请求失败", "エラー", "오류:",
    ].map { Array($0.utf8) }

    /// Marks that make a text a failure wherever they stand.
    private static let marks = [
        "responsibleaipolicyviolation", "content management policy", "the response was filtered",
        "response was blocked",
        "prompt was blocked", "blocked by the content filter", "blocked due to safety", "finish_reason: safety",
        "finishreason.safety", "finish_reason is 2", "response.text` quick accessor", "datainspectionfailed",
        "data_inspection_failed", "output data may contain inappropriate content",
        "input data may contain inappropriate content",
        "exceeded your current quota", "rate_limit_exceeded", "rate limit reached", "insufficient_quota",
        "context_length_exceeded",
        "maximum context length is", "invalid_api_key", "overloaded_error", "internal_server_error",
        "invalid_request_error",
        "max retries exceeded with url", "read timed out",
    ].map { Array($0.utf8) }

    /// What serialised data write for a missing value, whole texts only.
    private static let missing = ["nan", "null", "undefined", "<na>", "#n/a", "error"].map { Array($0.utf8) }
    private static let longestMissing = missing.map(\.count).max() ?? 0

    private static let startsByByte = byFirstByte(starts)
    private static let marksByByte = byFirstByte(marks)
    /// By the first byte, capitals too: bit n says that the second byte of some mark ends in the five bits n. Nearly no
    /// word of a prediction begins so, and one look decides.
    private static let markSeconds: [UInt32] = (0..<256).map { first in
        marksByByte[Int(UInt8(first).asciiLowercased)].reduce(0) { $0 | 1 << UInt32($1[1] & 31) }
    }

    private static func byFirstByte(_ texts: [[UInt8]]) -> [[[UInt8]]] {
        var groups = [[[UInt8]]](repeating: [], count: 256)
        for text in texts { groups[Int(text[0])].append(text) }
        return groups
    }

    /// Whether a text without white space at its ends is a failure.
    static func isFailure(_ text: ByteText) -> Bool {
        guard text.count > 0 else { return true }
        guard text.count <= limit else { return false }
        if text.count <= longestMissing,
            missing.contains(where: { text.count == $0.count && text.matches($0, at: 0) })
        {
            return true
        }
        if startsByByte[Int(text.lower(0))].contains(where: { text.matches($0, at: 0) }) { return true }
        return markSeconds.withUnsafeBufferPointer { seconds in
            var position = 0
            while position < text.count {
                let byte = text.bytes[position]
                if seconds[Int(byte)] & (1 << UInt32(text[position + 1] & 31)) != 0, !text.isWordByte(position - 1),
                    marksByByte[Int(byte.asciiLowercased)].contains(where: { text.matches($0, at: position) })
                {
                    return true
                }
                // Marks stand where words begin.
                position = text.afterLettersAndDigits(position)
            }
            return false
        }
    }
}

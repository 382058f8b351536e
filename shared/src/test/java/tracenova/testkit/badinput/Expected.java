package tracenova.testkit.badinput;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request is answered, and what is stored for it.
///
/// @param type the end of the problem's `type`; empty if the request is taken
/// @param code of the first error, empty where there is none or it does not matter
/// @param pointer of the first error, `null` where it does not matter
/// @param headers that the answer must have
/// @param stored the events as they are stored by this request, in the order of their positions
/// @param duplicates how many events were there before
/// @param rejected index to code
/// @param at the settled time of each event stored, if it matters
/// @param adjusted whether their times were replaced
public record Expected(int status, String type, String code, String pointer, Map<String, String> headers,
        List<String> stored, int duplicates, Map<Integer, String> rejected, Optional<Instant> at, boolean adjusted) {

    public Expected {
        headers = Map.copyOf(headers);
        stored = List.copyOf(stored);
        rejected = Map.copyOf(rejected);
    }

    static Expected accepted(List<String> stored) {
        return new Expected(202, "", "", null, Map.of(), stored, 0, Map.of(), Optional.empty(), false);
    }

    static Expected accepted(String... stored) {
        return accepted(List.of(stored));
    }

    static Expected mixed(List<String> stored, Map<Integer, String> rejected) {
        return new Expected(207, "", "", null, Map.of(), stored, 0, rejected, Optional.empty(), false);
    }

    static Expected preflight() {
        return new Expected(204, "", "", null, Map.of("access-control-allow-origin", "*",
                "access-control-allow-methods", "POST"), List.of(), 0, Map.of(), Optional.empty(), false);
    }

    static Expected refused(int status, String type) {
        return new Expected(status, type, "", null, Map.of(), List.of(), 0, Map.of(), Optional.empty(), false);
    }

    static Expected malformed(String code) {
        return refused(400, "malformed").code(code);
    }

    static Expected invalid(String code, String pointer) {
        return refused(422, "validation-failed").code(code).pointer(pointer);
    }

    static Expected unauthenticated() {
        return refused(401, "unauthenticated").header("www-authenticate", "Bearer");
    }

    static Expected unsupported() {
        return refused(415, "unsupported-media");
    }

    static Expected tooLarge() {
        return refused(413, "too-large");
    }

    Expected code(String expected) {
        return new Expected(status, type, expected, pointer, headers, stored, duplicates, rejected, at, adjusted);
    }

    Expected pointer(String expected) {
        return new Expected(status, type, code, expected, headers, stored, duplicates, rejected, at, adjusted);
    }

    Expected header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Expected(status, type, code, pointer, more, stored, duplicates, rejected, at, adjusted);
    }

    Expected duplicates(int count) {
        return new Expected(status, type, code, pointer, headers, stored, count, rejected, at, adjusted);
    }

    Expected at(Instant time) {
        return new Expected(status, type, code, pointer, headers, stored, duplicates, rejected, Optional.of(time),
                false);
    }

    Expected adjustedTo(Instant time) {
        return new Expected(status, type, code, pointer, headers, stored, duplicates, rejected, Optional.of(time),
                true);
    }

    public boolean isRefusal() {
        return !type.isEmpty();
    }
}

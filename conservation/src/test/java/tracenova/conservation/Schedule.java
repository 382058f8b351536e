package tracenova.conservation;

import java.time.Instant;
import java.util.List;

/// All that happens in one life of two apps. A schedule is data: run twice, it does the same.
///
/// @param start when it begins
/// @param bias what its generator was after
record Schedule(long seed, String bias, Instant start, List<Request> requests, List<Act> acts) {

    Schedule with(List<Act> others) {
        return new Schedule(seed, bias, start, requests, others);
    }

    Schedule withRequests(List<Request> others) {
        return new Schedule(seed, bias, start, others, acts);
    }

    long events() {
        return requests.stream().mapToLong(request -> request.events().size()).sum();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("schedule " + seed + " (" + bias + ") from " + start + "\n");
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            text.append("  request %d: app %d %s batch %s%s client %d%n".formatted(i, request.app(), request.gate(),
                    request.batchId(), request.header() ? " in the header" : "", request.client()));
            request.events().forEach(event -> text.append("    ").append(event).append('\n'));
        }
        acts.forEach(act -> text.append("  ").append(act).append('\n'));
        return text.toString();
    }
}

package tracenova.conservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What clients sent and what they heard.
final class History {

    private final List<Sending> sendings = new ArrayList<>();

    Sending begin(Request request, java.time.Instant received) {
        var sending = new Sending(sendings.size(), request, received);
        sendings.add(sending);
        return sending;
    }

    List<Sending> sendings() {
        return sendings;
    }

    /// Whether the client has no reason to send it again.
    boolean isSettled(Request request) {
        return sendings.stream().anyMatch(sending -> sending.request == request && sending.isAnswered()
                && !sending.answer.isUnknown());
    }

    /// Sendings of the same batch with the same content, this one included; only itself where the batch has no name.
    List<Sending> copiesOf(Sending sending) {
        return sending.request.name() == null ? List.of(sending)
                : sendings.stream().filter(other -> other.isCopyOf(sending)).toList();
    }

    Optional<Sending> by(Running run) {
        return sendings.stream().filter(sending -> sending.run == run).findFirst();
    }
}

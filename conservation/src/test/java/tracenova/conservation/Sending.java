package tracenova.conservation;

import java.time.Instant;

/// One sending of a request, from its start to its answer.
final class Sending {

    final int number;
    final Request request;

    /// By the clock of the sandbox it came to.
    final Instant received;

    Running run;

    /// What the client heard, once it heard something.
    Answer answer;

    Sending(int number, Request request, Instant received) {
        this.number = number;
        this.request = request;
        this.received = received;
    }

    boolean isAnswered() {
        return answer != null;
    }

    boolean isCopyOf(Sending other) {
        return request.app() == other.request.app() && request.name() != null
                && request.name().equals(other.request.name()) && request.content().equals(other.request.content());
    }

    @Override
    public String toString() {
        return "sending " + number + " (" + request.gate() + ", batch " + request.name() + ", received " + received
                + ", answered " + answer + ")";
    }
}

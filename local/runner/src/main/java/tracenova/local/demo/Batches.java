package tracenova.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Gathers visits into requests: those of one kind of client, in the order in which they come.
final class Batches implements Consumer<Visit> {

    /// Half of what a request may have, for its bytes.
    private static final int EVENTS = 500;

    private final Map<Client, List<DemoEvent>> open = new LinkedHashMap<>();
    private final String run;
    private final Consumer<Batch> sink;
    private int made;

    /// `run` tells the batches of one attempt from those of another, which may cut them otherwise.
    Batches(String run, Consumer<Batch> sink) {
        this.run = run;
        this.sink = sink;
    }

    @Override
    public void accept(Visit visit) {
        var events = open.computeIfAbsent(visit.client(), _ -> new ArrayList<>());
        events.addAll(visit.events());
        if (events.size() >= EVENTS) send(visit.client());
    }

    /// Sends what is left.
    void end() {
        List.copyOf(open.keySet()).forEach(this::send);
    }

    private void send(Client client) {
        var events = open.remove(client);
        if (!events.isEmpty()) sink.accept(new Batch("demo-" + run + "-" + made++, client, List.copyOf(events)));
    }
}

package tracenova.app;

import java.util.Set;

/// What an app lets in: its tracking switch and the areas ("analytics", "apm", "crash") that are switched off.
public record Switches(boolean tracking, Set<String> areasOff) {

    public static final Switches ALL_ON = new Switches(true, Set.of());

    public Switches {
        areasOff = Set.copyOf(areasOff);
    }
}

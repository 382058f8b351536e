package tracenova.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fields by every name they have, so that an event is read in one pass over its members.
final class FieldIndex {

    /// One name of a field; where two fill the same column, the lower rank goes first.
    record Slot(Field field, long bit, int rank) {}

    static final FieldIndex EMPTY = new FieldIndex(List.of(), 0);

    private final Map<String, Slot> direct = new HashMap<>();
    private final Map<String, Slot> inPayload = new HashMap<>();
    private final Map<String, Long> standIns = new HashMap<>();
    private final List<Slot> required = new ArrayList<>();
    private final List<Field> related = new ArrayList<>();

    FieldIndex(List<Field> fields, int firstRank) {
        int rank = firstRank;
        long bit = 1;
        for (var field : fields) {
            var slot = new Slot(field, bit, field.isFirst() ? -1 : rank++);
            var names = field.isInPayload() ? inPayload : direct;
            names.put(field.name(), slot);
            for (var alias : field.aliases()) names.put(alias, new Slot(field, bit, rank++));
            for (var name : field.standIns()) standIns.merge(name, bit, (a, b) -> a | b);
            if (field.isRequired()) required.add(slot);
            if (field.isRelated()) related.add(field);
            bit <<= 1;
        }
    }

    /// Where a member of the event itself belongs, or null.
    Slot direct(String name) {
        return direct.get(name);
    }

    /// Where a member of the free data belongs, or null.
    Slot inPayload(String name) {
        return inPayload.get(name);
    }

    boolean readsPayload() {
        return !inPayload.isEmpty();
    }

    /// The required fields that a name may stand for in a mixed door.
    long standsFor(String name) {
        return standIns.getOrDefault(name, 0L);
    }

    List<Slot> required() {
        return required;
    }

    /// The fields whose rule looks at another field.
    List<Field> related() {
        return related;
    }
}

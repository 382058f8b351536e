package tracenova.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fields by every name they have, so that an event is read in one pass over its members.
final class FieldIndex {

    /// One name of a field. `bit` marks a row's own field, 0 all others. Where two fill the same column, the
    /// lower rank goes first.
    record Slot(Field field, long bit, int rank) {}

    private static final int FIRST_IN_COMMON = 0;
    private static final int FIRST_IN_FORM = 50;
    private static final int FIRST_IN_ROW = 100;

    private final Map<String, Slot> direct = new HashMap<>();
    private final Map<String, Slot> inPayload = new HashMap<>();
    private final Map<String, Long> standIns = new HashMap<>();
    private final List<Slot> required = new ArrayList<>();
    private final List<Field> related = new ArrayList<>();

    private FieldIndex() {}

    /// What a type takes: the common fields, and its own, which may restate a common one.
    static FieldIndex ofRow(List<Field> fields) {
        var index = new FieldIndex();
        index.addShared(CommonFields.everywhere(), FIRST_IN_COMMON);
        int rank = FIRST_IN_ROW;
        long bit = 1;
        for (var field : fields) {
            rank = index.add(field, bit, rank);
            index.addRules(field, bit);
            bit <<= 1;
        }
        return index;
    }

    /// What a body form takes beyond the common fields.
    static FieldIndex ofForm(List<Field> fields) {
        var index = new FieldIndex();
        index.addShared(fields, FIRST_IN_FORM);
        return index;
    }

    private void addShared(List<Field> fields, int firstRank) {
        int rank = firstRank;
        for (var field : fields) rank = add(field, 0, rank);
    }

    private int add(Field field, long bit, int firstRank) {
        int rank = firstRank;
        var names = field.isInPayload() ? inPayload : direct;
        names.put(field.name(), new Slot(field, bit, field.isFirst() ? -1 : rank++));
        for (var alias : field.aliases()) names.put(alias, new Slot(field, bit, rank++));
        return rank;
    }

    private void addRules(Field field, long bit) {
        for (var name : field.standIns()) standIns.merge(name, bit, (a, b) -> a | b);
        if (field.isRequired()) required.add(direct.get(field.name()));
        if (field.isRelated()) related.add(field);
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
        return standIns.isEmpty() ? 0 : standIns.getOrDefault(name, 0L);
    }

    List<Slot> required() {
        return required;
    }

    /// The fields whose rule looks at another field.
    List<Field> related() {
        return related;
    }
}

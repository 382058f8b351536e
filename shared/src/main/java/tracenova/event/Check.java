package tracenova.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Walks one event, read as a type, against what that type and its body form take.
final class Check {

    static final List<Violation> NOT_AN_OBJECT =
            List.of(new Violation(Code.WRONG_TYPE, "", "expected an object"));

    private final EventView view;
    private final FieldIndex row;
    private final Form form;
    private List<Violation> violations = List.of();
    private long seen;

    private Check(EventView view) {
        this.view = view;
        this.row = view.type().index();
        this.form = view.form();
    }

    /// What is wrong with the event.
    static List<Violation> of(EventView view) {
        if (!view.event().is(Json.Kind.OBJECT)) return NOT_AN_OBJECT;
        var check = new Check(view);
        check.members(false);
        check.required();
        check.related();
        return check.violations;
    }

    /// Whether a mixed body has what its row asks for, in its own members or in its free data.
    static boolean satisfies(EventView view) {
        var check = new Check(view);
        check.members(true);
        view.properties().ifPresent(check::freeData);
        check.required();
        check.related();
        return check.violations.isEmpty();
    }

    private void members(boolean ownOnly) {
        var members = view.event().members();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (member.value().is(Json.Kind.NULL)) continue;
            if (form.isMixed()) seen |= row.standsFor(member.name());
            var slot = view.slot(i);
            if (slot != null && (slot.bit() != 0 || !ownOnly)) value(slot, member);
        }
    }

    private void value(FieldIndex.Slot slot, Json.Member member) {
        seen |= slot.bit();
        boolean open = slot.field().isOpenInCqms() && (form.isMixed() || form == Form.OWN_CQ);
        add(FieldCheck.of(slot.field(), member, open));
    }

    private void freeData(Json object) {
        var payload = row.direct("payload");
        if (payload != null) seen |= payload.bit();
        if (!form.holdsFieldsInFreeData()) return;
        long inEvent = seen;
        for (var member : object.members()) {
            if (member.value().is(Json.Kind.NULL)) continue;
            seen |= row.standsFor(member.name());
            var slot = row.direct(member.name());
            boolean own = slot != null && slot.bit() != 0 && !slot.field().isIdentity();
            if (own && (inEvent & slot.bit()) == 0) value(slot, member);
        }
    }

    private void required() {
        var required = row.required();
        for (int i = 0; i < required.size(); i++) {
            var slot = required.get(i);
            if ((seen & slot.bit()) == 0) add(missing(slot.field()));
        }
    }

    private static Violation missing(Field field) {
        return new Violation(Code.REQUIRED, "/" + field.name(), "expected " + field.kind().expected());
    }

    private void related() {
        for (var field : row.related()) {
            var value = view.find(field.name());
            if (value == null) {
                if (!field.requiredUnless().isEmpty() && view.find(field.requiredUnless()) == null) {
                    add(missing(field));
                }
            } else if (isBefore(value, field.notBefore()) || isWronglyNegative(field, value)) {
                add(FieldCheck.outOfRange(field, field.name()));
            }
        }
    }

    private boolean isBefore(Json value, String other) {
        var from = dateOf(other.isEmpty() ? null : view.find(other));
        var to = dateOf(value);
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    private static Optional<LocalDate> dateOf(Json value) {
        return value != null && value.is(Json.Kind.STRING) ? Rfc3339.date(value.string()) : Optional.empty();
    }

    private boolean isWronglyNegative(Field field, Json value) {
        if (field.negativeOnlyForCustom().isEmpty() || !value.is(Json.Kind.NUMBER)) return false;
        var list = view.find(field.negativeOnlyForCustom());
        boolean custom = list != null && list.is(Json.Kind.STRING) && list.string().equals("custom");
        return !custom && value.number() < 0;
    }

    private void add(Violation violation) {
        if (violation == null) return;
        if (violations.isEmpty()) violations = new ArrayList<>();
        violations.add(violation);
    }
}

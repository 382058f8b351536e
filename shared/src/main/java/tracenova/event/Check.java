package tracenova.event;

import java.util.ArrayList;
import java.util.List;

/// Walks one event against the fields of a row and of a body form.
final class Check {

    static final List<Violation> NOT_AN_OBJECT =
            List.of(new Violation(Code.WRONG_TYPE, "", "expected an object"));

    private final FieldIndex row;
    private final FieldIndex common;
    private final Form form;
    private final Json event;
    private List<Violation> violations = List.of();
    private long seen;

    private Check(FieldIndex row, FieldIndex common, Form form, Json event) {
        this.row = row;
        this.common = common;
        this.form = form;
        this.event = event;
    }

    /// An event on its type's own path.
    static List<Violation> ownPath(FieldIndex row, Form form, Json event) {
        if (!event.is(Json.Kind.OBJECT)) return NOT_AN_OBJECT;
        var check = new Check(row, form.fields(), form, event);
        check.members(event, "/");
        check.required();
        check.related();
        return check.violations;
    }

    /// What a mixed body must be whatever its type.
    static List<Violation> envelope(Form form, Json event) {
        var check = new Check(FieldIndex.EMPTY, form.fields(), form, event);
        check.members(event, "/");
        return check.violations;
    }

    /// Whether a mixed body has what a row asks for, in its own members or in its free data.
    static boolean satisfies(FieldIndex row, Form form, Json event) {
        var check = new Check(row, FieldIndex.EMPTY, form, event);
        check.members(event, "/");
        var freeData = form.freeDataOf(event);
        if (freeData != null) check.freeData(freeData);
        check.required();
        check.related();
        return check.violations.isEmpty();
    }

    private void members(Json object, String at) {
        var members = object.members();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            if (member.value().is(Json.Kind.NULL)) continue;
            member(member, at);
        }
    }

    private void member(Json.Member member, String at) {
        if (form.isMixed()) seen |= row.standsFor(member.name());
        var own = form.rowSlot(row, member.name());
        var slot = own == null ? common.direct(member.name()) : own;
        if (slot == null) return;
        if (own != null) seen |= own.bit();
        boolean open = slot.field().isOpenInCqms() && (form.isMixed() || form == Form.OWN_CQ);
        add(FieldCheck.of(slot.field(), member.value(), at + member.name(), open));
    }

    private void freeData(Json object) {
        var payload = row.direct("payload");
        if (payload != null) seen |= payload.bit();
        if (!form.holdsFieldsInFreeData()) return;
        long inEvent = seen;
        for (var member : object.members()) {
            var slot = row.direct(member.name());
            boolean ignored = slot != null && (slot.field().isIdentity() || (inEvent & slot.bit()) != 0);
            if (!ignored && !member.value().is(Json.Kind.NULL)) member(member, "/");
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
            var value = valueOf(field.name());
            if (value == null) {
                if (!field.isRequiredUnless().isEmpty() && valueOf(field.isRequiredUnless()) == null) {
                    add(missing(field));
                }
            } else if (isBefore(value, field.isNotBefore()) || isWronglyNegative(field, value)) {
                add(FieldCheck.outOfRange(field, "/" + field.name()));
            }
        }
    }

    private boolean isBefore(Json value, String other) {
        var earlier = other.isEmpty() ? null : valueOf(other);
        if (earlier == null || !earlier.is(Json.Kind.STRING) || !value.is(Json.Kind.STRING)) return false;
        var from = Rfc3339.date(earlier.string());
        var to = Rfc3339.date(value.string());
        return from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    }

    private boolean isWronglyNegative(Field field, Json value) {
        if (field.isNegativeOnlyForCustom().isEmpty() || !value.is(Json.Kind.NUMBER)) return false;
        var list = valueOf(field.isNegativeOnlyForCustom());
        boolean custom = list != null && list.is(Json.Kind.STRING) && list.string().equals("custom");
        return !custom && value.number() < 0;
    }

    private Json valueOf(String name) {
        var value = event.find(name);
        if (value != null || !form.holdsFieldsInFreeData()) return value;
        var freeData = form.freeDataOf(event);
        return freeData == null ? null : freeData.find(name);
    }

    private void add(Violation violation) {
        if (violation == null) return;
        if (violations.isEmpty()) violations = new ArrayList<>();
        violations.add(violation);
    }
}

package tracenova.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// One event as sent, read as its type: what each column holds, whatever the client's word for it. Asks
/// nothing of the values, so that an event whose fields were masked can still be read.
public final class EventView {

    private static final int COLUMNS = Column.values().length;

    private final EventType type;
    private final Form form;
    private final Json event;
    private final FieldIndex.Slot[] members;
    private final Json[] values = new Json[COLUMNS];
    private final FieldIndex.Slot[] slots = new FieldIndex.Slot[COLUMNS];
    private Json freeData;

    EventView(EventType type, Form form, Json event) {
        this.type = type;
        this.form = form;
        this.event = event;
        var all = event.members();
        this.members = new FieldIndex.Slot[all.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = form.slot(type.index(), all.get(i).name());
            offer(members[i], all.get(i).value());
        }
        if (form.isMixed() || type.index().readsPayload()) readFreeData();
    }

    private void readFreeData() {
        var sent = slots.clone();
        for (var member : freeDataMembers()) {
            var slot = slotInFreeData(member.name());
            boolean open = slot != null && slot.field().column() != null && !slot.field().isIdentity();
            if (open && sent[slot.field().column().ordinal()] == null) offer(slot, member.value());
        }
    }

    private FieldIndex.Slot slotInFreeData(String name) {
        var slot = type.index().inPayload(name);
        if (slot != null) return slot;
        var own = form.holdsFieldsInFreeData() ? type.index().direct(name) : null;
        return own != null && own.bit() != 0 ? own : form.fields().inPayload(name);
    }

    private List<Json.Member> freeDataMembers() {
        var object = freeData();
        return object == null ? List.of() : object.members();
    }

    private void offer(FieldIndex.Slot slot, Json value) {
        if (slot == null || slot.field().column() == null || value.is(Json.Kind.NULL)) return;
        int column = slot.field().column().ordinal();
        if (slots[column] != null && slots[column].rank() < slot.rank()) return;
        slots[column] = slot;
        values[column] = value;
    }

    /// The events that this one stands for: itself, or a session's start and end.
    List<EventView> parts() {
        return isWholeSession()
                ? List.of(new EventView(EventType.SESSION_START, form, event),
                        new EventView(EventType.SESSION_END, form, event))
                : List.of(this);
    }

    private boolean isWholeSession() {
        boolean session = type == EventType.SESSION_START || type == EventType.SESSION_END;
        return session && find("session_start") != null && find("session_end") != null;
    }

    public EventType type() {
        return type;
    }

    public Json event() {
        return event;
    }

    /// Whose words the body uses: `tn`, `cq`, `ov`, `rt` or `ad`.
    public String source() {
        return form.source();
    }

    /// The client's own word for what happened; the type if it has none.
    public String name() {
        return text(Column.NAME).filter(Visible::is)
                .orElseGet(() -> word().filter(Visible::is).orElseGet(type::toString));
    }

    private Optional<String> word() {
        return form.isMixed() ? event.get(form.word()).filter(w -> w.is(Json.Kind.STRING)).map(Json::string)
                : Optional.empty();
    }

    public Optional<Json> get(Column column) {
        return Optional.ofNullable(values[column.ordinal()]);
    }

    /// A column's text, decoded; ids that came as integers as their digits.
    public Optional<String> text(Column column) {
        var value = values[column.ordinal()];
        if (value == null) return Optional.empty();
        if (value.is(Json.Kind.STRING)) return Optional.of(value.string());
        boolean isId = slots[column.ordinal()].field().kind() == Field.Kind.ID;
        if (!isId || !value.is(Json.Kind.NUMBER)) return Optional.empty();
        return Optional.of(value.text().equals("-0") ? "0" : value.text());
    }

    /// A column's number, in the column's unit.
    public OptionalDouble number(Column column) {
        var value = values[column.ordinal()];
        if (value == null || !value.is(Json.Kind.NUMBER)) return OptionalDouble.empty();
        return OptionalDouble.of(value.number() * slots[column.ordinal()].field().scale());
    }

    /// A column's exact number.
    public Optional<BigDecimal> decimal(Column column) {
        return get(column).filter(value -> value.is(Json.Kind.NUMBER)).map(Json::decimal);
    }

    public Optional<Boolean> flag(Column column) {
        return get(column).filter(value -> value.is(Json.Kind.BOOLEAN)).map(Json::isTrue);
    }

    /// When the client says it happened.
    public Optional<Instant> time() {
        return text(Column.OCCURRED_AT).flatMap(Rfc3339::parse);
    }

    public Optional<String> eventId() {
        return id(Column.EVENT_ID);
    }

    /// What is added to the event's id, sent or derived: a session sent whole is two events.
    public String idSuffix() {
        return type == EventType.SESSION_END && isWholeSession() ? "/session_end" : "";
    }

    public Optional<String> sessionId() {
        return id(Column.SESSION_ID);
    }

    /// The known person. The RT tracker's own `user_<ms>_<9>` names a device: see [#visitorId].
    public Optional<String> userId() {
        return id(Column.USER_ID).filter(id -> form != Form.RT || !isDevice(id));
    }

    /// The anonymous device, if the client names one.
    public Optional<String> visitorId() {
        return id(Column.VISITOR_ID)
                .or(() -> id(Column.USER_ID).filter(id -> form == Form.RT && isDevice(id)));
    }

    private Optional<String> id(Column column) {
        return get(column).filter(FieldCheck::isStorableId).flatMap(_ -> text(column));
    }

    private static boolean isDevice(String user) {
        if (!user.startsWith("user_")) return false;
        int at = 5;
        while (at < user.length() && user.charAt(at) >= '0' && user.charAt(at) <= '9') at++;
        return at > 5 && user.length() == at + 10 && user.charAt(at) == '_';
    }

    /// A field of the row by its name in the table, whatever name it was sent under.
    public Optional<Json> field(String name) {
        return Optional.ofNullable(find(name));
    }

    /// The value of a row's field unless it is missing or `null`.
    Json find(String name) {
        var own = type.index().direct(name);
        if (own == null) return null;
        var found = findIn(event, own.field());
        boolean elsewhere = found == null && form.holdsFieldsInFreeData() && freeData() != null;
        return elsewhere ? findIn(freeData(), own.field()) : found;
    }

    private Json findIn(Json object, Field field) {
        boolean isWord = object == event && field.name().equals(form.word());
        var found = isWord ? null : object.find(field.name());
        for (int i = 0; found == null && i < field.aliases().size(); i++) {
            found = object.find(field.aliases().get(i));
        }
        return found;
    }

    /// The client's free data: `payload`, `properties`, `event_data` or `action_context`.
    public Optional<Json> properties() {
        return Optional.ofNullable(freeData());
    }

    private Json freeData() {
        if (freeData == null) freeData = form.freeDataOf(event);
        return freeData;
    }

    /// The members that neither a column nor [#properties] holds: the rest of `data`.
    public List<Json.Member> rest() {
        var rest = new ArrayList<Json.Member>();
        var free = freeData();
        for (int i = 0; i < members.length; i++) {
            var member = event.members().get(i);
            if (member.value() != free && !isHeld(members[i], member.value())) rest.add(member);
        }
        return rest;
    }

    private boolean isHeld(FieldIndex.Slot slot, Json value) {
        if (value.is(Json.Kind.NULL)) return true;
        if (slot == null || slot.field().column() == null || slot.field().isKept()) return false;
        return values[slot.field().column().ordinal()] == value;
    }

    Form form() {
        return form;
    }

    /// Where the event's member of this number belongs, or null.
    FieldIndex.Slot slot(int member) {
        return members[member];
    }
}

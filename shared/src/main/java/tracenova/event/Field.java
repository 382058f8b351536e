package tracenova.event;

import java.util.List;

/// One field of an event type: its names, what it takes, and the column it fills. Built in the table only.
public final class Field {

    /// What a field takes; nothing is ever converted.
    public enum Kind {
        TEXT("a string"),
        /// 1 to 200 visible characters; a JSON integer stands for its digits.
        ID("a string or an integer"),
        /// An id that is always text.
        TEXT_ID("a string"),
        NUMBER("a number"),
        /// A number without fraction, within a long.
        INTEGER("a number without fraction"),
        FLAG("true or false"),
        OBJECT("an object"),
        ARRAY("an array"),
        ANY("any value"),
        TIME("an RFC 3339 time with offset, like 2026-01-31T12:00:00Z"),
        DATE("a date, like 2026-01-31");

        private final String expected;

        Kind(String expected) {
            this.expected = expected;
        }

        public String expected() {
            return expected;
        }
    }

    private final String name;
    private final Kind kind;
    private final List<String> values;
    private List<String> aliases = List.of();
    private List<String> standIns = List.of();
    private boolean required;
    private boolean openInCqms;
    private boolean inPayload;
    private double min = Double.NEGATIVE_INFINITY;
    private double max = Double.POSITIVE_INFINITY;
    private Column column;
    private double scale = 1;
    private boolean kept;
    private boolean first;
    private String requiredUnless = "";
    private String notBefore = "";
    private String negativeOnlyForCustom = "";

    private Field(String name, Kind kind, String... values) {
        this.name = name;
        this.kind = kind;
        this.values = List.of(values);
    }

    static Field text(String name) {
        return new Field(name, Kind.TEXT);
    }

    static Field id(String name) {
        return new Field(name, Kind.ID);
    }

    static Field textId(String name) {
        return new Field(name, Kind.TEXT_ID);
    }

    /// Any number: amounts may be negative.
    static Field number(String name) {
        return new Field(name, Kind.NUMBER);
    }

    /// A duration, size or rate: never negative.
    static Field measure(String name) {
        return number(name).between(0, Double.POSITIVE_INFINITY);
    }

    /// A number of something, without fraction, never negative.
    static Field count(String name) {
        return new Field(name, Kind.INTEGER).between(0, Double.POSITIVE_INFINITY);
    }

    static Field percent(String name) {
        return number(name).between(0, 100);
    }

    static Field wholePercent(String name) {
        return new Field(name, Kind.INTEGER).between(0, 100);
    }

    static Field httpStatus(String name) {
        return new Field(name, Kind.INTEGER).between(100, 599);
    }

    static Field flag(String name) {
        return new Field(name, Kind.FLAG);
    }

    static Field object(String name) {
        return new Field(name, Kind.OBJECT);
    }

    static Field array(String name) {
        return new Field(name, Kind.ARRAY);
    }

    static Field any(String name) {
        return new Field(name, Kind.ANY);
    }

    static Field time(String name) {
        return new Field(name, Kind.TIME);
    }

    static Field date(String name) {
        return new Field(name, Kind.DATE);
    }

    /// A closed list.
    static Field oneOf(String name, String... values) {
        return new Field(name, Kind.TEXT, values);
    }

    Field required() {
        required = true;
        return this;
    }

    /// One of the two is required.
    Field requiredUnless(String other) {
        requiredUnless = other;
        return this;
    }

    /// As a date, not before that of another field.
    Field notBefore(String other) {
        notBefore = other;
        return this;
    }

    /// A duration and so never negative, except where a closed list of the same event says `custom`.
    Field negativeOnlyForCustom(String list) {
        negativeOnlyForCustom = list;
        return this;
    }

    /// Other names for it, everywhere. The first that is sent counts.
    Field alias(String... names) {
        aliases = List.of(names);
        return this;
    }

    /// What may stand for a required field in the mixed doors, where clients speak other sources' words.
    Field orInMixedDoors(String... names) {
        standIns = List.of(names);
        return this;
    }

    /// The list is closed for TraceNova bodies on the type's own path only.
    Field openInCqms() {
        openInCqms = true;
        return this;
    }

    Field between(double least, double most) {
        min = least;
        max = most;
        return this;
    }

    /// The column holds it, so it is not repeated in the lake's `data`.
    Field as(Column filled) {
        column = filled;
        return this;
    }

    /// The column is filled from it; `data` keeps it under its own name.
    Field feeds(Column filled) {
        kept = true;
        return as(filled);
    }

    Field feeds(Column filled, double factor) {
        scale = factor;
        return feeds(filled);
    }

    /// Read from the free data only, where it is looked for but never refused.
    Field inPayload() {
        inPayload = true;
        return this;
    }

    /// Goes before the common field of the same column.
    Field first() {
        first = true;
        return this;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public List<String> aliases() {
        return aliases;
    }

    /// The closed list; empty if the field is not one.
    public List<String> values() {
        return values;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    public boolean isInPayload() {
        return inPayload;
    }

    List<String> standIns() {
        return standIns;
    }

    /// The field that may be sent instead; empty if none may.
    String requiredUnless() {
        return requiredUnless;
    }

    /// The date that this one does not precede; empty if any will do.
    String notBefore() {
        return notBefore;
    }

    /// The list that allows a negative number by `custom`; empty if none does.
    String negativeOnlyForCustom() {
        return negativeOnlyForCustom;
    }

    boolean isOpenInCqms() {
        return openInCqms;
    }

    boolean isRelated() {
        return !requiredUnless.isEmpty() || !notBefore.isEmpty() || !negativeOnlyForCustom.isEmpty();
    }

    /// The range in words.
    String range() {
        if (min == Double.MIN_VALUE) return "more than 0, at most " + plain(max);
        if (max != Double.POSITIVE_INFINITY) return plain(min) + " to " + plain(max);
        if (!notBefore.isEmpty()) return "not before " + notBefore;
        return kind == Kind.INTEGER ? "0 to " + Long.MAX_VALUE : "0 or more";
    }

    private static String plain(double bound) {
        return String.valueOf((long) bound);
    }

    boolean isIdentity() {
        return column != null && column.isIdentity();
    }

    Column column() {
        return column;
    }

    double scale() {
        return scale;
    }

    boolean isKept() {
        return kept;
    }

    boolean isFirst() {
        return first;
    }
}

package tracenova.conservation;

/// What goes wrong in one run of a function.
///
/// @param at the position it happens at, as [Call#at] names it; `*` for any
/// @param call at the how many-th call there, from 1
/// @param calls how many calls there in a row
/// @param attempts how many attempts of each of these calls
/// @param amount what the kind says
record Fault(String at, int call, int calls, int attempts, Kind kind, int amount) {

    static final int ALWAYS = 99;

    /// One attempt of one call.
    static Fault once(String at, int call, Kind kind) {
        return new Fault(at, call, 1, 1, kind, 0);
    }

    /// All attempts of all calls from this one on.
    static Fault lasting(String at, int call, Kind kind) {
        return new Fault(at, call, ALWAYS, ALWAYS, kind, 0);
    }

    Fault amount(int other) {
        return new Fault(at, call, calls, attempts, kind, other);
    }

    boolean hits(int callNumber, int attempt) {
        return callNumber >= call && callNumber < call + calls && attempt <= attempts;
    }

    @Override
    public String toString() {
        return "%s at %s call %d%s%s%s".formatted(kind, at, call, calls == 1 ? "" : " and " + (calls - 1) + " more",
                attempts == 1 ? "" : ", " + attempts + " attempts", amount == 0 ? "" : ", " + amount);
    }
}

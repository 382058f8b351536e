package tracenova.conservation;

/// Texts that events carry and that must be found nowhere.
final class Canary {

    static final String PASSWORD = "correct-horse-canary";
    static final String ADDRESS = "203.0.113.";

    private Canary() {}
}

package tracenova.testkit;

/// Decides what goes wrong: asked before every physical attempt.
@FunctionalInterface
public interface Plan {

    Fault at(Attempt attempt);

    static Plan nothingFails() {
        return _ -> Fault.Plain.NONE;
    }

    /// One fault at one call, counted from 1 over all calls of the transport, on its first attempt only.
    static Plan once(int position, Fault fault) {
        return attempt -> attempt.position() == position && attempt.attempt() == 1 ? fault : Fault.Plain.NONE;
    }

    /// The same fault at every attempt of an operation ("PutItem").
    static Plan always(String operation, Fault fault) {
        return attempt -> attempt.call().operation().equals(operation) ? fault : Fault.Plain.NONE;
    }
}

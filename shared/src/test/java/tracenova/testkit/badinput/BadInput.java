package tracenova.testkit.badinput;

import java.time.Instant;
import java.util.List;

/// One case of bad-input.md §4: requests one after the other, each with its answer. The same cases run through
/// the handlers and over HTTP.
public record BadInput(String id, List<Exchange> exchanges) {

    /// One request and what must come of it.
    public record Exchange(Wire sent, Expected expected) {}

    public BadInput {
        exchanges = List.copyOf(exchanges);
    }

    /// Every case, for the apps behind these keys. `now` is about the time at which they are sent.
    public static List<BadInput> all(Keys keys, Instant now) {
        var cases = new Cases(keys);
        new DocumentCases(cases).add();
        new TransportCases(cases).add();
        new SizeCases(cases).add();
        new FieldCases(cases).add();
        new TypeCases(cases).add();
        new TimeCases(cases, now).add();
        new TextCases(cases).add();
        new CredentialCases(cases).add();
        new RepeatCases(cases).add();
        return List.copyOf(cases.all());
    }

    @Override
    public String toString() {
        return id;
    }
}

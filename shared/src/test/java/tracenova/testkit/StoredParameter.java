package tracenova.testkit;

/// A parameter of a [FakeAws].
public record StoredParameter(String type, String value, int version) {}

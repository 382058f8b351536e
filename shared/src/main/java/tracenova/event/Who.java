package tracenova.event;

/// Whom events of a type are about; where nobody is, none is missed.
public enum Who {
    SESSION,
    PERSON,
    NOBODY
}

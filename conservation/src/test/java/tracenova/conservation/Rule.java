package tracenova.conservation;

/// The rules of the write protocol, X1 to X14, and what counts as having exercised each.
enum Rule {
    X1("a copy without event ids of a named batch settled on the same events"),
    X2("a copy was judged otherwise, hashed after midnight or had other content under the same batch id"),
    X3("a request was cut into several chunks"),
    X4("an hour was marked reconciled"),
    X5("several stored copies of one event met, and one won"),
    X6("a copy in a later hour settled on the time of the first receipt"),
    X7("a failed condition turned out to be our own earlier attempt"),
    X8("a run ended between the files it put and the manifest that names them"),
    X9("files that a manifest had dropped were deleted, or a run came too late to commit"),
    X10("an index item was written again"),
    X11("calls went through the one transport"),
    X12("an answer stood although the queue failed, or a duplicate was sent again as it is stored"),
    X13("verdicts of rejected events rode in a first chunk, or a refusal was tallied"),
    X14("the same rows were written again and gave the same bytes");

    private final String meaning;

    Rule(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}

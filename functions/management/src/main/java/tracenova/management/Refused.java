package tracenova.management;

import tracenova.ingest.Problem;
import tracenova.ingest.ProblemType;

/// How a controller says no: what it was asked cannot be done, and the problem says why.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Refused(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /// What is another's is not told from what is not there.
    static Refused notFound() {
        return new Refused(ProblemType.NOT_FOUND, "no such object");
    }

    Problem problem() {
        return problem;
    }
}

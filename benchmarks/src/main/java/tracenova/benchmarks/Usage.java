package tracenova.benchmarks;

/// What something used, in the units that AWS bills. Amounts are doubles because usage is scaled.
record Usage(double httpRequests, double invocations, double gbSeconds, double writeUnits, double readUnits,
        double queueRequests, double bucketPuts, double bucketGets, double schedules, double logBytes, double outBytes,
        double tableBytesKept, double bucketBytesKept) {

    static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Usage ofTable(double writeUnits, double readUnits) {
        return new Usage(0, 0, 0, writeUnits, readUnits, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Usage ofQueue(double requests) {
        return new Usage(0, 0, 0, 0, 0, requests, 0, 0, 0, 0, 0, 0, 0);
    }

    static Usage ofBucket(double puts, double gets) {
        return new Usage(0, 0, 0, 0, 0, 0, puts, gets, 0, 0, 0, 0, 0);
    }

    /// Runs of a Lambda function.
    static Usage ofRuns(double invocations, double gbSeconds) {
        return new Usage(0, invocations, gbSeconds, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// Requests at the front door, and what is answered.
    static Usage ofRequests(double requests, double outBytes) {
        return new Usage(requests, 0, 0, 0, 0, 0, 0, 0, 0, 0, outBytes, 0, 0);
    }

    static Usage ofSchedules(double ticks) {
        return new Usage(0, 0, 0, 0, 0, 0, 0, 0, ticks, 0, 0, 0, 0);
    }

    static Usage ofLogs(double bytes) {
        return new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0, bytes, 0, 0, 0);
    }

    /// Bytes kept for a month.
    static Usage kept(double tableBytes, double bucketBytes) {
        return new Usage(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, tableBytes, bucketBytes);
    }

    Usage plus(Usage other) {
        return combine(other, 1);
    }

    /// What is more in `later`. Time is measured and not counted: what is noise saves nothing.
    Usage growthTo(Usage later) {
        var growth = later.combine(this, -1);
        return growth.plus(ofRuns(0, Math.max(0, -growth.gbSeconds)));
    }

    Usage times(double factor) {
        return NONE.combine(this, factor);
    }

    private Usage combine(Usage other, double factor) {
        return new Usage(
                httpRequests + factor * other.httpRequests,
                invocations + factor * other.invocations,
                gbSeconds + factor * other.gbSeconds,
                writeUnits + factor * other.writeUnits,
                readUnits + factor * other.readUnits,
                queueRequests + factor * other.queueRequests,
                bucketPuts + factor * other.bucketPuts,
                bucketGets + factor * other.bucketGets,
                schedules + factor * other.schedules,
                logBytes + factor * other.logBytes,
                outBytes + factor * other.outBytes,
                tableBytesKept + factor * other.tableBytesKept,
                bucketBytesKept + factor * other.bucketBytesKept);
    }

    double dollars() {
        return httpRequests * Prices.HTTP_REQUEST
                + invocations * Prices.LAMBDA_REQUEST
                + gbSeconds * Prices.LAMBDA_GB_SECOND
                + writeUnits * Prices.TABLE_WRITE
                + readUnits * Prices.TABLE_READ
                + queueRequests * Prices.QUEUE_REQUEST
                + bucketPuts * Prices.BUCKET_PUT
                + bucketGets * Prices.BUCKET_GET
                + schedules * Prices.SCHEDULE
                + logBytes / Prices.GB * Prices.LOG_GB
                + outBytes / Prices.GB * Prices.OUT_GB
                + tableBytesKept / Prices.GB * Prices.TABLE_GB_MONTH
                + bucketBytesKept / Prices.GB * Prices.BUCKET_GB_MONTH;
    }

    /// A month's bill of an account that uses nothing else.
    double dollarsAfterAllowances() {
        var free = new Usage(0, Math.min(invocations, Prices.FREE_LAMBDA_REQUESTS),
                Math.min(gbSeconds, Prices.FREE_LAMBDA_GB_SECONDS), 0, 0,
                Math.min(queueRequests, Prices.FREE_QUEUE_REQUESTS), 0, 0, Math.min(schedules, Prices.FREE_SCHEDULES),
                0, 0, 0, 0);
        return dollars() - free.dollars();
    }
}

package tracenova.benchmarks;

/// AWS list prices in US dollars, us-east-1, September 2026. Free tiers are never in them.
final class Prices {

    static final double HTTP_REQUEST = 1.00e-6;
    static final double LAMBDA_REQUEST = 0.20e-6;
    static final double LAMBDA_GB_SECOND = 0.0000133334;
    static final double TABLE_WRITE = 0.625e-6;
    static final double TABLE_READ = 0.125e-6;
    static final double TABLE_GB_MONTH = 0.25;
    static final double QUEUE_REQUEST = 0.40e-6;
    static final double BUCKET_PUT = 5e-6;
    static final double BUCKET_GET = 0.40e-6;
    static final double BUCKET_GB_MONTH = 0.023;
    static final double SCHEDULE = 1.00e-6;
    static final double LOG_GB = 0.50;
    static final double OUT_GB = 0.09;

    static final double GB = 1e9;

    // Allowances that never end, per month; DynamoDB's and S3's are none, or end after a year.
    static final double FREE_LAMBDA_REQUESTS = 1e6;
    static final double FREE_LAMBDA_GB_SECONDS = 400_000;
    static final double FREE_QUEUE_REQUESTS = 1e6;
    static final double FREE_SCHEDULES = 14e6;

    private Prices() {}
}

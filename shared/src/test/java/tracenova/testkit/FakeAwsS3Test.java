package tracenova.testkit;

import software.amazon.awssdk.services.s3.S3Client;

class FakeAwsS3Test extends S3Contract {

    @Override
    protected S3Client client() {
        return TestClients.over(new FakeAws(new TestClock())).s3();
    }
}

package tracenova.local;

import software.amazon.awssdk.services.s3.S3Client;
import tracenova.testkit.S3Contract;

@OnLocalStack
class LocalStackS3IT extends S3Contract {

    @Override
    protected S3Client client() {
        return LocalStack.clients().s3();
    }
}

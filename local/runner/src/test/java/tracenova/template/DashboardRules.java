package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tracenova.ingest.Sender;

/// T25 to T29 and T33: the dashboard behind CloudFront, and what a deployment writes itself.
interface DashboardRules {

    @Test
    default void T25_onlyTheBucketOfTheDashboardIsBehindCloudFront() {
        var origins = distribution("Origins").list();

        assertThat(origins).extracting(origin -> origin.at("DomainName").names())
                .containsExactly("DashboardBucket", "Api.execute-api.${AWS::Region}.${AWS::URLSuffix}");
        assertThat(origins.getFirst().at("OriginPath").text()).isEqualTo("/site");
    }

    @Test
    default void T26_onlyThisDistributionReadsItAndOnlyReadsIt() {
        var access = Written.resource("DashboardAccess").at("OriginAccessControlConfig");
        var allowed = Written.resource("DashboardBucketPolicy").at("PolicyDocument", "Statement").list().get(1);

        assertThat(access.at("SigningBehavior").text()).isEqualTo("always");
        assertThat(access.at("SigningProtocol").text()).isEqualTo("sigv4");
        assertThat(distribution("Origins").list().getFirst().at("OriginAccessControlId").names())
                .isEqualTo("DashboardAccess");
        assertThat(allowed.at("Principal", "Service").text()).isEqualTo("cloudfront.amazonaws.com");
        assertThat(allowed.at("Action").texts()).containsExactly("s3:GetObject");
        assertThat(allowed.at("Resource").names()).isEqualTo("DashboardBucket/site/*");
        assertThat(allowed.at("Condition", "StringEquals", "aws:SourceArn").names())
                .endsWith("distribution/Distribution");
    }

    @Test
    default void T27_onlyHttpsWithATodaysProtocol() {
        assertThat(distribution("DefaultCacheBehavior", "ViewerProtocolPolicy").text()).isEqualTo("redirect-to-https");
        assertThat(api().at("ViewerProtocolPolicy").text()).isEqualTo("https-only");
        assertThat(distribution("Origins").list().get(1).at("CustomOriginConfig", "OriginProtocolPolicy").text())
                .isEqualTo("https-only");
        assertThat(distribution("ViewerCertificate", "Fn::If").list().get(1).at("MinimumProtocolVersion").text())
                .isEqualTo("TLSv1.2_2021");
    }

    @Test
    default void T27_theHeadersAreTheOnesOfTheSecurityList() {
        var headers = Written.resource("DashboardHeaders").at("ResponseHeadersPolicyConfig");
        var security = headers.at("SecurityHeadersConfig");

        assertThat(security.at("ContentSecurityPolicy", "ContentSecurityPolicy", "Fn::Sub").text()).isEqualTo(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self' https://*.s3.${AWS::Region}.${AWS::URLSuffix}; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'");
        assertThat(security.entries().keySet()).containsExactlyInAnyOrder("ContentSecurityPolicy",
                "ContentTypeOptions", "ReferrerPolicy", "StrictTransportSecurity");
        assertThat(security.at("ReferrerPolicy", "ReferrerPolicy").text()).isEqualTo("no-referrer");
        assertThat(headers.at("CustomHeadersConfig", "Items").list())
                .extracting(item -> item.at("Header").text()).containsExactlyInAnyOrder(
                        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy");
        assertThat(Stream.concat(security.entries().values().stream(),
                headers.at("CustomHeadersConfig", "Items").list().stream()))
                .allMatch(header -> header.at("Override").text().equals("true"));
        assertThat(distribution("DefaultCacheBehavior", "ResponseHeadersPolicyId").names())
                .isEqualTo("DashboardHeaders");
    }

    /// A page in place of an error would take the place of the API's errors too, and the routes stand behind the hash.
    @Test
    default void T27_thePageIsTheRootAndNoErrorIsAPage() {
        assertThat(distribution("DefaultRootObject").text()).isEqualTo("index.html");
        assertThat(distribution("CustomErrorResponses").isAbsent()).isTrue();
    }

    @Test
    default void theApiIsUnderTheSameOriginWithEverythingButTheHostAndWithoutACache() {
        assertThat(distribution("CacheBehaviors").list()).hasSize(1);
        assertThat(api().at("PathPattern").text()).isEqualTo("/api/*");
        assertThat(api().at("TargetOriginId").text()).isEqualTo("api");
        assertThat(api().at("AllowedMethods").texts()).contains("POST", "PUT", "PATCH", "DELETE", "OPTIONS");
        // CachingDisabled and AllViewerExceptHostHeader.
        assertThat(api().at("CachePolicyId").text()).isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
        assertThat(api().at("OriginRequestPolicyId").text()).isEqualTo("b689b0a8-53d0-40ab-baf2-38738e2966ac");
        assertThat(api().at("ResponseHeadersPolicyId").isAbsent()).as("the API says its own").isTrue();
    }

    /// WAF takes no HTTP API; a web ACL may be attached to the distribution, which the API knows by this.
    @Test
    default void T14_theApiKnowsCloudFrontByASecretThatStandsNowhereElse() {
        var header = distribution("Origins").list().get(1).at("OriginCustomHeaders").list();
        var functions = Written.functions().stream()
                .filter(function -> !function.id().equals("PublisherFunction")).toList();

        assertThat(header).singleElement().satisfies(one -> {
            assertThat(one.at("HeaderName").text().toLowerCase(Locale.ROOT)).isEqualTo(Sender.PROOF);
            assertThat(one.at("HeaderValue", "Fn::GetAtt").texts()).containsExactly("OriginSecret", "Value");
        });
        assertThat(functions).allSatisfy(function -> assertThat(
                function.at("Environment", "Variables", "ORIGIN_HASH", "Fn::GetAtt").texts())
                .containsExactly("OriginSecret", "Hash"));
        assertThat(Written.resource("OriginSecret").at("ServiceToken").names()).isEqualTo("PublisherFunction");
        assertThat(Written.file("template.yaml")).containsOnlyOnce("OriginSecret.Value");
        assertThat(Written.TEMPLATE.at("Outputs").value().toString()).doesNotContain("OriginSecret");
    }

    @Test
    default void T14_aNewSecretComesWithANewVersionOfWhoeverKnowsItsHash() {
        var number = Written.resource("OriginSecret").at("Number").text();

        assertThat(number).as("a literal").matches("[0-9]+");
        assertThat(Written.functions()).allSatisfy(function -> assertThat(
                function.at("Environment", "Variables", "ORIGIN_NUMBER").text()).as(function.id()).isEqualTo(number));
    }

    @Test
    default void T28_T29_theCustomResourceIsToldOfEverythingThatItWrites() {
        var dashboard = Written.resource("Dashboard");
        var url = Written.TEMPLATE.at("Outputs", "DashboardUrl", "Value");

        assertThat(dashboard.at("ServiceToken").names()).isEqualTo("PublisherFunction");
        assertThat(dashboard.at("Release").names()).as("new code is published").isEqualTo("PublisherFunction");
        assertThat(dashboard.at("Bucket").names()).isEqualTo("DashboardBucket");
        assertThat(dashboard.at("DataBucket").names()).isEqualTo("DataBucket");
        assertThat(dashboard.at("Url").value()).as("the one origin that may read").isEqualTo(url.value());
        assertThat(dashboard.at("ApiUrl").value())
                .isEqualTo(Written.TEMPLATE.at("Outputs", "ApiUrl", "Value").value());
        assertThat(Written.resource("DataBucket").at("CorsConfiguration").isAbsent()).as("that would be a circle")
                .isTrue();
    }

    @Test
    default void T29_cloudFormationWaitsLongerThanThePublisherMayTakeButNotAnHour() {
        var timeout = Written.resource("PublisherFunction").at("Timeout").number();

        assertThat(Written.resource("Dashboard").at("ServiceTimeout").number()).isBetween(3 * timeout, 900);
    }

    @Test
    default void T33_theSecretIsOneParameterOfThisStackAndNobodyElseMayAskForAnother() {
        var name = Written.resource("Dashboard").at("SecretParameter", "Fn::Sub").text();
        var granted = Stream.of(Grant.ofPolicy("FunctionBoundary"),
                Written.functions().stream().flatMap(Grant::allOf)).flatMap(grants -> grants)
                .filter(grant -> grant.action().startsWith("ssm:")).toList();

        assertThat(name).isEqualTo("/tracenova/${AWS::StackName}/jwt-secret");
        for (var function : List.of("SignInFunction", "ManagementFunction")) {
            assertThat(Written.resource(function).at("Environment", "Variables", "JWT_SECRET_PARAMETER", "Fn::Sub")
                    .text()).isEqualTo(name);
        }
        assertThat(granted).filteredOn(grant -> !grant.resource().endsWith("/registration")).isNotEmpty()
                .allMatch(grant -> grant.resource().endsWith(":parameter" + name));
    }

    @Test
    default void T33_whoMayRegisterIsAParameterThatOnlySignInReads() {
        var registration = Written.resource("Registration");
        var readers = Written.functions().stream()
                .filter(function -> Grant.allOf(function).anyMatch(DashboardRules::isOnRegistration)).toList();

        assertThat(registration.at("Name", "Fn::Sub").text()).isEqualTo("/tracenova/${AWS::StackName}/registration");
        assertThat(registration.at("Value").names()).isEqualTo("OpenRegistration");
        assertThat(registration.at("AllowedPattern").text()).isEqualTo("^("
                + String.join("|", Written.TEMPLATE.at("Parameters", "OpenRegistration", "AllowedValues").texts())
                + ")$");
        assertThat(readers).extracting(Written.Resource::id).containsExactly("SignInFunction");
        assertThat(readers.getFirst().at("Environment", "Variables", "OPEN_REGISTRATION_PARAMETER").names())
                .isEqualTo("Registration");
        assertThat(Stream.concat(Grant.ofPolicy("FunctionBoundary"), Grant.allOf(readers.getFirst()))
                .filter(DashboardRules::isOnRegistration)).hasSize(2).extracting(Grant::action)
                .containsOnly("ssm:GetParameter");
    }

    private static boolean isOnRegistration(Grant grant) {
        return grant.resource().endsWith(":parameter/tracenova/${AWS::StackName}/registration");
    }

    private static Node distribution(String... path) {
        return Written.resource("Distribution").at("DistributionConfig").at(path);
    }

    private static Node api() {
        return distribution("CacheBehaviors").list().getFirst();
    }
}

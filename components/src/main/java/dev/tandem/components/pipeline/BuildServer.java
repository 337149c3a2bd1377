package dev.tandem.components.pipeline;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.PolicyDocument;
import dev.tandem.components.iam.PolicyDocument.Kind;
import dev.tandem.components.iam.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whose jobs may assume a role: one repository of one build server. Immutable.
 *
 * @param kind       which tokens it issues
 * @param host       issuer's host; GitHub's tokens have one host for all repositories
 * @param repository {@code OWNER/NAME}, at GitLab with its groups
 * @param branch     branch whose jobs push and, at GitLab, deploy
 */
public record BuildServer(Server kind, String host, String repository, String branch) {

    /** The audience that every token must be made for. */
    public static final String AUDIENCE = "sts.amazonaws.com";

    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+");
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_./-]{1,100}");
    private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}");

    /** Servers whose subjects are known. */
    public enum Server {
        /** GitHub Actions. */
        GITHUB("token.actions.githubusercontent.com"),
        /** GitLab CI, of gitlab.com or an own host. */
        GITLAB("gitlab.com");

        private final String usualHost;

        Server(String usualHost) {
            this.usualHost = usualHost;
        }

        /** Issuer's host unless it is said otherwise. */
        public String usualHost() {
            return usualHost;
        }
    }

    /** @throws IllegalArgumentException when a part is malformed: a wildcard would trust other repositories */
    public BuildServer {
        require("host", host, HOST, "a host name, such as gitlab.example.com");
        require("repository", repository, REPOSITORY, "OWNER/NAME, such as acme/platform, without wildcards");
        require("branch", branch, BRANCH, "a branch, such as main, without wildcards");
        if (kind == Server.GITHUB && repository.chars().filter(letter -> letter == '/').count() != 1) {
            throw new IllegalArgumentException("the pipeline's repository \"" + repository + "\" has groups: GitHub expects OWNER/NAME");
        }
    }

    private static void require(String part, String value, Pattern pattern, String expected) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("the pipeline's " + part + " is \"" + value + "\": expected " + expected);
        }
    }

    /** URL of the issuer. */
    public String issuer() {
        return "https://" + host;
    }

    /** ARN of the provider in an account; there can be one for each issuer. */
    public String providerArn(String accountId) {
        return "arn:aws:iam::" + accountId + ":oidc-provider/" + host;
    }

    /** Trust in jobs of the branch. */
    PolicyDocument branchJobs(String providerArn) {
        return trust(providerArn, branchSubject());
    }

    /**
     * Trust in jobs of an environment. GitLab's subject names no environment, and IAM tests no other claim of its tokens: there
     * it is jobs of the branch, which must be a protected one.
     */
    PolicyDocument environmentJobs(String providerArn, String environment) {
        return trust(providerArn, kind == Server.GITHUB ? "repo:" + repository + ":environment:" + environment : branchSubject());
    }

    /** Sources: GitHub Docs, "OpenID Connect reference"; GitLab Docs, "OpenID Connect authentication using ID tokens". */
    private String branchSubject() {
        return kind == Server.GITHUB ? "repo:" + repository + ":ref:refs/heads/" + branch
                : "project_path:" + repository + ":ref_type:branch:ref:" + branch;
    }

    private PolicyDocument trust(String providerArn, String subject) {
        return new PolicyDocument(Kind.TRUST, List.of(Statement.allow("AssumedByJobs")
                .federated(providerArn)
                .actions("sts:AssumeRoleWithWebIdentity")
                .when(Condition.stringEquals(host + ":aud", AUDIENCE), Condition.stringEquals(host + ":sub", subject))
                .build()));
    }
}

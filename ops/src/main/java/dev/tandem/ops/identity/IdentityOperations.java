package dev.tandem.ops.identity;

import dev.tandem.mesh.identity.AwsCalls;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.identity.TrustDomain;
import dev.tandem.mesh.identity.ca.KmsSigningKey;
import dev.tandem.mesh.identity.issue.IssueReport;
import dev.tandem.mesh.identity.issue.IssueRequest;
import dev.tandem.mesh.identity.issue.Issuer;
import dev.tandem.mesh.identity.issue.IssuerSettings;
import dev.tandem.mesh.identity.issue.LogGroupAudit;
import dev.tandem.mesh.store.RouteStore;
import dev.tandem.ops.DidYouMean;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * The issuer, run by hand with the caller's credentials. What it issues for is what the region's stack declared; only the
 * issuer's role may sign. For one thread.
 */
public final class IdentityOperations {

    private final String project;
    private final String environment;
    private final AwsAccess access;
    private final AwsAccess peer;
    private final String caKey;
    private final RouteStore routes;
    private final Clock clock;

    /**
     * Asks nothing yet.
     *
     * @param peer  the other region, whose CAs are trusted too
     * @param caKey name of the CA's key that a first CA gets, such as {@code a}
     */
    public IdentityOperations(
            String project, String environment, AwsAccess access, AwsAccess peer, String caKey, RouteStore routes, Clock clock) {
        this.project = project;
        this.environment = environment;
        this.access = access;
        this.peer = peer;
        this.caKey = caKey;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * Looks at what there is; changes nothing.
     *
     * @throws OperationRefusedException when the service is not in the stack
     * @throws dev.tandem.mesh.route.RouteSourceException when the routes cannot be read; names action and role
     * @throws dev.tandem.mesh.identity.IdentityException when the parameter cannot be read; likewise
     */
    public IssuePlan plan(String service) {
        TreeSet<String> declared = new TreeSet<>(routes.services());
        declared.removeIf(name -> routes.declared(name).isEmpty());
        if (!declared.contains(service)) {
            throw new OperationRefusedException("service '" + service + "' is not in the stack of " + environment + " in "
                    + access.region() + ", which has " + declared + DidYouMean.hint(service, declared)
                    + ". No identity is issued for services that the program does not declare");
        }
        TrustDomain domain = new TrustDomain(routes.declared(service).orElseThrow().document().trustDomain());
        String prefix = project + "-" + environment;
        IssuerSettings settings = new IssuerSettings(project, environment, domain, access.region(), peer.region(),
                List.copyOf(declared), "alias/" + prefix + "-mesh-ca-" + caKey, "alias/" + prefix,
                prefix + "-mesh-issuer-" + access.region());
        return new IssuePlan(service, settings, writtenAt(settings, service));
    }

    /**
     * Issues a new identity for the service, due or not, and for others of the stack when theirs is due.
     *
     * @param who  ARN of the caller, for the audit record
     * @param note what for
     * @throws dev.tandem.mesh.identity.IdentityException when nothing was issued
     */
    public IssueReport issue(IssuePlan plan, String who, String note) {
        IssuerSettings settings = plan.settings();
        try (SsmClient ssm = access.client(SsmClient.builder());
                SsmClient peerSsm = peer.client(SsmClient.builder());
                KmsClient kms = access.client(KmsClient.builder());
                CloudWatchLogsClient logs = access.client(CloudWatchLogsClient.builder())) {
            LogGroupAudit audit = new LogGroupAudit(logs, auditGroup(),
                    "by-hand/" + clock.instant().toString().replace(':', '-'), settings.role(), clock);
            Issuer issuer = new Issuer(settings, parameters(ssm, settings), parameters(peerSsm, settings),
                    keyId -> KmsSigningKey.of(kms, keyId, settings.role()), audit, clock);
            return issuer.run(IssueRequest.of(note.isBlank() ? who : who + ": " + note, plan.service()));
        }
    }

    /** Log group of the audit records, the issuer's own. */
    public String auditGroup() {
        return "/" + project + "/" + environment + "/mesh-issuer";
    }

    private static SsmParameters parameters(SsmClient ssm, IssuerSettings settings) {
        return new SsmParameters(ssm, settings.dataKey(), settings.role());
    }

    /** Without decryption: looking needs no right to the key. */
    private Optional<Instant> writtenAt(IssuerSettings settings, String service) {
        String name = settings.paths().svid(service);
        try (SsmClient ssm = access.client(SsmClient.builder())) {
            return Optional.of(new AwsCalls(settings.role()).call("ssm:GetParameter", name,
                    () -> ssm.getParameter(request -> request.name(name).withDecryption(false)).parameter().lastModifiedDate(),
                    ParameterNotFoundException.class));
        } catch (ParameterNotFoundException e) {
            return Optional.empty();
        }
    }
}

package dev.tandem.components.mesh;

import com.pulumi.aws.appmesh.VirtualGateway;
import com.pulumi.aws.appmesh.VirtualGatewayArgs;
import com.pulumi.aws.appmesh.VirtualNode;
import com.pulumi.aws.appmesh.VirtualNodeArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyTlsArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyTlsCertificateArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyTlsCertificateFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyTlsValidationArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyTlsValidationTrustArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecBackendDefaultsClientPolicyTlsValidationTrustFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecListenerArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecListenerPortMappingArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecListenerTlsArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecListenerTlsCertificateArgs;
import com.pulumi.aws.appmesh.inputs.VirtualGatewaySpecListenerTlsCertificateFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsCertificateArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsCertificateFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationSubjectAlternativeNamesArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationSubjectAlternativeNamesMatchArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationTrustAcmArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationTrustArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationTrustFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecBackendVirtualServiceArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerConnectionPoolArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerConnectionPoolHttpArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerHealthCheckArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerOutlierDetectionArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerOutlierDetectionBaseEjectionDurationArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerOutlierDetectionIntervalArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerPortMappingArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTimeoutArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTimeoutHttpArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTimeoutHttpPerRequestArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsCertificateArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsCertificateFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsValidationArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsValidationSubjectAlternativeNamesArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsValidationSubjectAlternativeNamesMatchArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsValidationTrustArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecListenerTlsValidationTrustFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecLoggingAccessLogArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecLoggingAccessLogFileArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecLoggingArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecServiceDiscoveryArgs;
import com.pulumi.aws.appmesh.inputs.VirtualNodeSpecServiceDiscoveryAwsCloudMapArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/** Virtual nodes and the virtual gateway: what listens, with TLS on every side. Not safe for use by several threads. */
final class AppMeshNodes {

    private static final String MILLIS = "ms";
    private static final String STRICT = "STRICT";

    private final Output<String> mesh;
    private final MeshCertificates certificates;
    private final CustomResourceOptions child;

    AppMeshNodes(Output<String> mesh, MeshCertificates certificates, CustomResourceOptions child) {
        this.mesh = mesh;
        this.certificates = certificates;
        this.child = child;
    }

    VirtualNode declare(String name, AppMeshPlan.Node node) {
        return new VirtualNode(name + "-" + node.name(), VirtualNodeArgs.builder()
                .meshName(mesh)
                .name(node.name())
                .spec(VirtualNodeSpecArgs.builder()
                        .listeners(listener(node))
                        .backendDefaults(VirtualNodeSpecBackendDefaultsArgs.builder()
                                .clientPolicy(VirtualNodeSpecBackendDefaultsClientPolicyArgs.builder()
                                        .tls(client(node))
                                        .build())
                                .build())
                        .backends(node.backends().stream()
                                .map(backend -> VirtualNodeSpecBackendArgs.builder()
                                        .virtualService(VirtualNodeSpecBackendVirtualServiceArgs.builder()
                                                .virtualServiceName(backend)
                                                .build())
                                        .build())
                                .toList())
                        .serviceDiscovery(VirtualNodeSpecServiceDiscoveryArgs.builder()
                                .awsCloudMap(VirtualNodeSpecServiceDiscoveryAwsCloudMapArgs.builder()
                                        .namespaceName(AppMeshPlan.NAMESPACE)
                                        .serviceName(node.name())
                                        .build())
                                .build())
                        .logging(VirtualNodeSpecLoggingArgs.builder()
                                .accessLog(VirtualNodeSpecLoggingAccessLogArgs.builder()
                                        .file(VirtualNodeSpecLoggingAccessLogFileArgs.builder().path("/dev/stdout").build())
                                        .build())
                                .build())
                        .build())
                .build(), child);
    }

    private VirtualNodeSpecListenerArgs listener(AppMeshPlan.Node node) {
        return VirtualNodeSpecListenerArgs.builder()
                .portMapping(VirtualNodeSpecListenerPortMappingArgs.builder().port(node.port()).protocol("http").build())
                .healthCheck(VirtualNodeSpecListenerHealthCheckArgs.builder()
                        .protocol("http")
                        .path(node.healthPath())
                        .intervalMillis(5_000)
                        .timeoutMillis(2_000)
                        .healthyThreshold(2)
                        .unhealthyThreshold(2)
                        .build())
                .connectionPool(VirtualNodeSpecListenerConnectionPoolArgs.builder()
                        .https(VirtualNodeSpecListenerConnectionPoolHttpArgs.builder()
                                .maxConnections(node.limits().connections())
                                .maxPendingRequests(node.limits().pendingRequests())
                                .build())
                        .build())
                .outlierDetection(VirtualNodeSpecListenerOutlierDetectionArgs.builder()
                        .maxServerErrors(node.outliers().consecutive5xx())
                        .maxEjectionPercent(node.outliers().maxEjectionPercent())
                        .interval(VirtualNodeSpecListenerOutlierDetectionIntervalArgs.builder()
                                .unit(MILLIS)
                                .value(node.outliers().intervalMillis())
                                .build())
                        .baseEjectionDuration(VirtualNodeSpecListenerOutlierDetectionBaseEjectionDurationArgs.builder()
                                .unit(MILLIS)
                                .value(node.outliers().baseEjectionMillis())
                                .build())
                        .build())
                .timeout(VirtualNodeSpecListenerTimeoutArgs.builder()
                        .http(VirtualNodeSpecListenerTimeoutHttpArgs.builder()
                                .perRequest(VirtualNodeSpecListenerTimeoutHttpPerRequestArgs.builder()
                                        .unit(MILLIS)
                                        .value(node.timeoutMillis())
                                        .build())
                                .build())
                        .build())
                .tls(VirtualNodeSpecListenerTlsArgs.builder()
                        .mode(STRICT)
                        .certificate(VirtualNodeSpecListenerTlsCertificateArgs.builder()
                                .file(VirtualNodeSpecListenerTlsCertificateFileArgs.builder()
                                        .certificateChain(certificates.chain())
                                        .privateKey(certificates.key())
                                        .build())
                                .build())
                        .validation(VirtualNodeSpecListenerTlsValidationArgs.builder()
                                .trust(VirtualNodeSpecListenerTlsValidationTrustArgs.builder()
                                        .file(VirtualNodeSpecListenerTlsValidationTrustFileArgs.builder()
                                                .certificateChain(certificates.bundle())
                                                .build())
                                        .build())
                                .subjectAlternativeNames(VirtualNodeSpecListenerTlsValidationSubjectAlternativeNamesArgs.builder()
                                        .match(VirtualNodeSpecListenerTlsValidationSubjectAlternativeNamesMatchArgs.builder()
                                                .exacts(node.callers())
                                                .build())
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private VirtualNodeSpecBackendDefaultsClientPolicyTlsArgs client(AppMeshPlan.Node node) {
        var trust = VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationTrustArgs.builder();
        certificates.privateCaArn().ifPresentOrElse(
                arn -> trust.acm(VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationTrustAcmArgs.builder()
                        .certificateAuthorityArns(arn)
                        .build()),
                () -> trust.file(VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationTrustFileArgs.builder()
                        .certificateChain(certificates.bundle())
                        .build()));
        var validation = VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationArgs.builder().trust(trust.build());
        if (!node.backendIds().isEmpty()) {
            validation.subjectAlternativeNames(
                    VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationSubjectAlternativeNamesArgs.builder()
                            .match(VirtualNodeSpecBackendDefaultsClientPolicyTlsValidationSubjectAlternativeNamesMatchArgs.builder()
                                    .exacts(node.backendIds())
                                    .build())
                            .build());
        }
        return VirtualNodeSpecBackendDefaultsClientPolicyTlsArgs.builder()
                .enforce(true)
                .certificate(VirtualNodeSpecBackendDefaultsClientPolicyTlsCertificateArgs.builder()
                        .file(VirtualNodeSpecBackendDefaultsClientPolicyTlsCertificateFileArgs.builder()
                                .certificateChain(certificates.chain())
                                .privateKey(certificates.key())
                                .build())
                        .build())
                .validation(validation.build())
                .build();
    }

    /** The gateway asks the load balancer for no certificate, since it has none to show; towards the mesh it shows its own. */
    VirtualGateway declare(String name, AppMeshPlan.Gateway gateway) {
        return new VirtualGateway(name + "-edge", VirtualGatewayArgs.builder()
                .meshName(mesh)
                .name(gateway.name())
                .spec(VirtualGatewaySpecArgs.builder()
                        .listeners(VirtualGatewaySpecListenerArgs.builder()
                                .portMapping(VirtualGatewaySpecListenerPortMappingArgs.builder()
                                        .port(gateway.port())
                                        .protocol("http")
                                        .build())
                                .tls(VirtualGatewaySpecListenerTlsArgs.builder()
                                        .mode(STRICT)
                                        .certificate(VirtualGatewaySpecListenerTlsCertificateArgs.builder()
                                                .file(VirtualGatewaySpecListenerTlsCertificateFileArgs.builder()
                                                        .certificateChain(certificates.chain())
                                                        .privateKey(certificates.key())
                                                        .build())
                                                .build())
                                        .build())
                                .build())
                        .backendDefaults(VirtualGatewaySpecBackendDefaultsArgs.builder()
                                .clientPolicy(VirtualGatewaySpecBackendDefaultsClientPolicyArgs.builder()
                                        .tls(gatewayClient())
                                        .build())
                                .build())
                        .build())
                .build(), child);
    }

    private VirtualGatewaySpecBackendDefaultsClientPolicyTlsArgs gatewayClient() {
        return VirtualGatewaySpecBackendDefaultsClientPolicyTlsArgs.builder()
                .enforce(true)
                .certificate(VirtualGatewaySpecBackendDefaultsClientPolicyTlsCertificateArgs.builder()
                        .file(VirtualGatewaySpecBackendDefaultsClientPolicyTlsCertificateFileArgs.builder()
                                .certificateChain(certificates.chain())
                                .privateKey(certificates.key())
                                .build())
                        .build())
                .validation(VirtualGatewaySpecBackendDefaultsClientPolicyTlsValidationArgs.builder()
                        .trust(VirtualGatewaySpecBackendDefaultsClientPolicyTlsValidationTrustArgs.builder()
                                .file(VirtualGatewaySpecBackendDefaultsClientPolicyTlsValidationTrustFileArgs.builder()
                                        .certificateChain(certificates.bundle())
                                        .build())
                                .build())
                        .build())
                .build();
    }
}

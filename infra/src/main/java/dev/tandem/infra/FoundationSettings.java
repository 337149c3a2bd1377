package dev.tandem.infra;

import dev.tandem.components.foundation.FoundationArgs;
import dev.tandem.components.foundation.FoundationChoices;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.infra.config.Addresses;
import dev.tandem.infra.config.StackConfig;
import java.util.List;
import java.util.stream.Stream;

/** From a stack's configuration to its foundation's arguments. */
final class FoundationSettings {

    /** What runs beside the services and must come from the own registry too. */
    private static final List<String> SIDECARS = List.of("envoy", "collector", "mesh-issuer");

    private FoundationSettings() {}

    static FoundationArgs of(StackConfig config) {
        return FoundationArgs.builder()
                .project(StackConfig.PROJECT)
                .environment(config.environment())
                .region(config.region())
                .accountId(config.accountId())
                .permissionsBoundaryArn(config.permissionsBoundaryArn())
                .cidr(config.network().cidr())
                .zones(config.network().zones())
                .endpointZones(config.network().endpointZones())
                .egress(config.network().egress())
                .callers(Addresses.callers(config.running(), config.choices()))
                .dataSubnets(config.network().dataSubnets())
                .existingNetwork(config.existing().network().orElse(null))
                .certificate(config.certificate())
                .repositories(Stream.concat(config.services().stream().flatMap(FoundationSettings::images), SIDECARS.stream())
                        .toList())
                .monthlyBudgetUsd(config.costCeilingUsd())
                .alarmEmails(config.alarmEmails())
                .deletionProtection(config.deletionProtection())
                .ownsAuditTrail(config.role() == StackConfig.Role.SECONDARY)
                .logRetentionDays(config.logRetentionDays())
                .adopted(config.existing().foundation())
                .choices(new FoundationChoices(config.choices().webFirewall(), config.choices().quotaAlarms(),
                        config.existing().metricsNamespace().orElse(FoundationChoices.NAMESPACE), config.choices().trailLock(),
                        config.network().module(), config.choices().debug()))
                .build();
    }

    /** The service's own image and, when it signs tokens, that of the function which rotates its keys. */
    private static Stream<String> images(MeshServiceArgs service) {
        return service.tokens().signs() ? Stream.of(service.name(), service.name() + "-keys") : Stream.of(service.name());
    }
}

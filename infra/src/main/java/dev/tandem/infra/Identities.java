package dev.tandem.infra;

import dev.tandem.components.mesh.MeshIdentityArgs;
import dev.tandem.components.service.ImageRef;
import dev.tandem.infra.config.StackConfig;

/** From a stack's configuration to the arguments of its identities. */
final class Identities {

    private Identities() {}

    static MeshIdentityArgs of(StackConfig config) {
        return new MeshIdentityArgs(
                config.identity().trustDomain(),
                config.peer().region(),
                config.running().stream().map(service -> service.name()).toList(),
                ImageRef.parse(config.identity().issuerImage()),
                config.identity().caKeys(),
                config.logRetentionDays());
    }
}

package dev.tandem.infra;

import dev.tandem.components.mesh.AppMeshBackend;
import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.components.mesh.MeshBackend;
import dev.tandem.components.mesh.MeshCertificates;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.infra.config.StackConfig;
import java.util.Optional;

/** From a stack's configuration to its mesh's settings. */
final class MeshBackends {

    private MeshBackends() {}

    static MeshSettings of(StackConfig config) {
        MeshBackend backend = config.mesh().backend().equals(AppMeshBackend.NAME)
                ? new AppMeshBackend(certificates(config), config.mesh().canaryPercent())
                : new EnvoyBackend();
        return new MeshSettings(config.identity().trustDomain(), Optional.of(config.peer().region()), backend);
    }

    private static MeshCertificates certificates(StackConfig config) {
        MeshCertificates files = MeshCertificates.files();
        return config.mesh().privateCaArn().map(files::checkedBy).orElse(files);
    }
}

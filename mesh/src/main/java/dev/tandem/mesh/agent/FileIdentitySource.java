package dev.tandem.mesh.agent;

import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.IdentityException;
import dev.tandem.mesh.identity.IdentitySource;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.Svid;
import dev.tandem.mesh.identity.SvidVerifier;
import dev.tandem.mesh.identity.TrustBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** An identity from {@code svid.pem} and {@code bundle.pem} of a folder: for a laptop and for tests. Safe for use by several threads. */
public final class FileIdentitySource implements IdentitySource {

    private final Path directory;
    private final SpiffeId id;
    private final Clock clock;

    /**
     * A source.
     *
     * @param directory where the files are
     * @param id        whose they must be
     */
    public FileIdentitySource(Path directory, SpiffeId id, Clock clock) {
        this.directory = directory;
        this.id = id;
        this.clock = clock;
    }

    @Override
    public Identity identity() {
        TrustBundle bundle = TrustBundle.parse("bundle.pem", id.trustDomain(), text("bundle.pem"));
        Svid svid = Svid.parse("svid.pem", text("svid.pem"));
        new SvidVerifier(bundle, clock).verify(svid.certificate(), id);
        return new Identity(id, svid, bundle);
    }

    private String text(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new IdentityException(directory.resolve(name) + " cannot be read: " + e.getMessage(), e);
        }
    }
}

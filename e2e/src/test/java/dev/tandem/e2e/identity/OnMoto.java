package dev.tandem.e2e.identity;

import dev.tandem.e2e.aws.Moto;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One simulator for a class, emptied and set up as a {@link Stage} before each test. */
final class OnMoto implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private Moto moto;
    private Stage stage;

    @Override
    public void beforeAll(ExtensionContext context) {
        moto = Moto.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        moto.reset();
        stage = new Stage(moto);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (moto != null) {
            moto.close();
        }
    }

    Moto moto() {
        return moto;
    }

    /** Two regions and their keys, new for each test. */
    Stage stage() {
        return stage;
    }
}

package dev.tandem.mesh.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.util.Durations;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.ConfigSource;
import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.core.v3.PathConfigSource;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.core.v3.WatchedDirectory;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.envoyproxy.envoy.type.v3.FractionalPercent;

/** The small messages that everything else is made of. */
final class Messages {

    private Messages() {}

    static UInt32Value number(int value) {
        return UInt32Value.of(value);
    }

    static BoolValue yes() {
        return BoolValue.of(true);
    }

    static Duration millis(long value) {
        return Durations.fromMillis(value);
    }

    static Address address(String host, int port) {
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(host).setPortValue(port))
                .build();
    }

    static TypedExtensionConfig extension(String name, Message config) {
        return TypedExtensionConfig.newBuilder().setName(name).setTypedConfig(Any.pack(config)).build();
    }

    static FractionalPercent percent(int value) {
        return FractionalPercent.newBuilder()
                .setNumerator(value)
                .setDenominator(FractionalPercent.DenominatorType.HUNDRED)
                .build();
    }

    /** A region as a locality; the region stands for its zones. */
    static Locality locality(String region) {
        return Locality.newBuilder().setRegion(region).setZone(region).build();
    }

    static StringMatcher exactly(String value) {
        return StringMatcher.newBuilder().setExact(value).build();
    }

    /** A file that is read again when a link in the directory above {@code current} is swapped. */
    static ConfigSource file(String directory, String folder, String name) {
        return ConfigSource.newBuilder()
                .setResourceApiVersion(ApiVersion.V3)
                .setPathConfigSource(PathConfigSource.newBuilder()
                        .setPath(directory + "/" + folder + "/" + FileLayout.CURRENT + "/" + name)
                        .setWatchedDirectory(WatchedDirectory.newBuilder().setPath(directory + "/" + folder)))
                .build();
    }
}

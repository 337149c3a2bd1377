package dev.tandem.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** The simulator describes any number of services at once, so ECS's limit is held to here. */
class EcsServicesTest {

    private static final class TenAtOnce implements EcsClient {

        private final List<Integer> asked = new ArrayList<>();

        @Override
        public DescribeServicesResponse describeServices(DescribeServicesRequest request) {
            asked.add(request.services().size());
            assertThat(request.cluster()).isEqualTo("tandem-prod");
            return DescribeServicesResponse.builder().services(request.services().stream()
                    .map(name -> Service.builder().serviceName(name).build()).toList()).build();
        }

        @Override
        public String serviceName() {
            return "ecs";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(number -> "service-" + number).toList();
    }

    @Test
    void asksForTenAtATimeAndForgetsNone() {
        TenAtOnce ecs = new TenAtOnce();
        assertThat(EcsServices.of(ecs, "tandem-prod", names(23))).extracting(Service::serviceName).isEqualTo(names(23));
        assertThat(ecs.asked).containsExactly(10, 10, 3);
    }

    @Test
    void asksNothingForNone() {
        TenAtOnce ecs = new TenAtOnce();
        assertThat(EcsServices.of(ecs, "tandem-prod", List.of())).isEmpty();
        assertThat(ecs.asked).isEmpty();
    }
}

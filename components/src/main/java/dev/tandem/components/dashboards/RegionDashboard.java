package dev.tandem.components.dashboards;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** A region's dashboard. */
public final class RegionDashboard extends ComponentResource {

    /** Type token in URNs. */
    public static final String TYPE = "tandem:dashboards:RegionDashboard";

    /** Declares what the plan says. */
    public RegionDashboard(String name, DashboardPlan plan, ComponentResourceOptions options) {
        super(TYPE, name, options);
        Dashboard dashboard = new Dashboard(name, DashboardArgs.builder()
                .dashboardName(plan.name())
                .dashboardBody(plan.body())
                .build(), CustomResourceOptions.builder().parent(this).build());
        registerOutputs(Map.of("dashboardArn", dashboard.dashboardArn()));
    }
}

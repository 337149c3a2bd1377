package dev.tandem.cost.pricer;

import dev.tandem.cost.book.ItemKey;
import dev.tandem.cost.book.Items;
import dev.tandem.cost.book.Region;
import dev.tandem.cost.plan.Plan;
import dev.tandem.cost.usage.Meter;
import dev.tandem.policy.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Image repositories, buckets, and data that leaves for the other region by peering or replication. */
final class StoragePricer implements Pricer {

    private static final String REPOSITORY = "aws:ecr/repository:Repository";
    private static final String REPLICATION = "aws:ecr/replicationConfiguration:ReplicationConfiguration";
    private static final String BUCKET = "aws:s3/bucket:Bucket";
    private static final String COPY = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private static final String PEERING = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
    private static final String ACCEPTER = "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";
    private static final Region CENTRAL = new Region("eu-central-1");
    private static final Region WEST = new Region("eu-west-1");

    @Override
    public Set<String> types() {
        return Set.of(REPOSITORY, REPLICATION, BUCKET, COPY, PEERING, ACCEPTER);
    }

    @Override
    public void price(Plan plan, Bill bill) {
        bill.metered(Items.ECR_STORAGE, plan.ofType(REPOSITORY), Meter.IMAGES, "images in repositories");
        bill.metered(Items.S3_STORAGE, plan.ofType(BUCKET), Meter.BUCKET_STORAGE, "objects in buckets");
        bill.metered(Items.S3_WRITES, plan.ofType(BUCKET), Meter.BUCKET_WRITES, "writes to buckets");
        bill.metered(Items.S3_READS, plan.ofType(BUCKET), Meter.BUCKET_READS, "reads of buckets");
        List<Resource> leaving = new ArrayList<>(plan.ofType(PEERING));
        // The accepter of a peering that this plan also requests stands in the other region, whose plan counts its data.
        leaving.addAll(leaving.isEmpty() ? plan.ofType(ACCEPTER) : List.of());
        leaving.addAll(plan.ofType(REPLICATION));
        leaving.addAll(plan.ofType(COPY));
        bill.byRegion(leaving).forEach((region, some) -> transfer(bill, region, some));
    }

    private static void transfer(Bill bill, Region region, List<Resource> resources) {
        ItemKey item = region.equals(WEST) ? Items.TRANSFER_WEST_TO_CENTRAL : Items.TRANSFER_CENTRAL_TO_WEST;
        if (region.equals(WEST) || region.equals(CENTRAL)) {
            bill.charge(item, resources).metered(Meter.TRANSFER_REGIONS).add("data to the other region");
        } else {
            bill.notPriced(resources, "the price book has no price of data transfer from " + region);
        }
    }
}

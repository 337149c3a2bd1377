package dev.tandem.policies.keys;

import static dev.tandem.policies.demand.Demand.ownKey;

import dev.tandem.policies.demand.Demands;

/** Disks, files, backups and objects are under a key of the account, which it can withdraw. */
public final class StorageKeys {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            ownKey("aws:ebs/volume:Volume", "the volume is under AWS' own key", "kmsKeyId"),
            ownKey("aws:ebs/snapshotCopy:SnapshotCopy", "the copy is under AWS' own key", "kmsKeyId"),
            ownKey("aws:ec2/amiCopy:AmiCopy", "the copy is under AWS' own key", "kmsKeyId"),
            ownKey("aws:dlm/lifecyclePolicy:LifecyclePolicy", "copies are under AWS' own key", "cmkArn")
                    .inEach("policyDetails", "schedules", "crossRegionCopyRules"),
            ownKey("aws:dlm/lifecyclePolicy:LifecyclePolicy", "copies are under AWS' own key",
                    "encryptionConfiguration[0].cmkArn")
                    .inEach("policyDetails", "action", "crossRegionCopies"),
            ownKey("aws:efs/fileSystem:FileSystem", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:efs/replicationConfiguration:ReplicationConfiguration", "the copy is under AWS' own key",
                    "destination[0].kmsKeyId").whenSaid("destination"),
            ownKey("aws:fsx/lustreFileSystem:LustreFileSystem", "files are under AWS' own key", "kmsKeyId")
                    .when("deploymentType", "PERSISTENT_.*"),
            ownKey("aws:fsx/ontapFileSystem:OntapFileSystem", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:fsx/windowsFileSystem:WindowsFileSystem", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:fsx/fileSystem:FileSystem", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:fsx/fileCache:FileCache", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:storagegateway/nfsFileShare:NfsFileShare", "files are under AWS' own key", "kmsKeyArn"),
            ownKey("aws:storagegateway/smbFileShare:SmbFileShare", "files are under AWS' own key", "kmsKeyArn"),
            ownKey("aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume", "the volume is under AWS' own key", "kmsKey"),
            ownKey("aws:storagegateway/storedIscsiVolume:StoredIscsiVolume", "the volume is under AWS' own key", "kmsKey"),
            ownKey("aws:backup/vault:Vault", "backups are under AWS' own key", "kmsKeyArn", "encryptionKeyArn"),
            ownKey("aws:s3/bucketObject:BucketObject", "the object is under AWS' own key", "kmsKeyId"),
            ownKey("aws:s3/bucketObjectv2:BucketObjectv2", "the object is under AWS' own key", "kmsKeyId"),
            ownKey("aws:s3/objectCopy:ObjectCopy", "the object is under AWS' own key", "kmsKeyId"));

    private StorageKeys() {}
}

package dev.tandem.policies.keys;

import static dev.tandem.policies.demand.Demand.ownKey;

import dev.tandem.policies.demand.Demands;

/** What services around an application keep is under a key of the account, which it can withdraw. */
public final class ApplicationKeys {

    /** The rule. */
    public static final Demands RULE = Demands.of(
            ownKey("aws:codebuild/project:Project", "artifacts are under AWS' own key", "encryptionKey"),
            ownKey("aws:codepipeline/pipeline:Pipeline", "artifacts are under AWS' own key", "encryptionKey[0].id")
                    .inEach("artifactStores"),
            ownKey("aws:codeartifact/domain:Domain", "packages are under AWS' own key", "encryptionKey"),
            ownKey("aws:sagemaker/notebookInstance:NotebookInstance", "the notebook's disk is under AWS' own key",
                    "kmsKeyId"),
            ownKey("aws:sagemaker/domain:Domain", "files are under AWS' own key", "kmsKeyId"),
            ownKey("aws:sagemaker/endpointConfiguration:EndpointConfiguration", "disks of endpoints are under AWS' own key",
                    "kmsKeyArn", "kmsKeyId"),
            ownKey("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "results are under AWS' own key",
                    "dataQualityJobOutputConfig[0].kmsKeyId"),
            ownKey("aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition", "disks of jobs are under AWS' own key",
                    "jobResources[0].clusterConfig[0].volumeKmsKeyId"),
            ownKey("aws:sagemaker/flowDefinition:FlowDefinition", "results are under AWS' own key",
                    "outputConfig[0].kmsKeyId"),
            ownKey("aws:sagemaker/featureGroup:FeatureGroup", "features are under AWS' own key",
                    "onlineStoreConfig[0].securityConfig[0].kmsKeyId")
                    .onlyIf(p -> p.at("onlineStoreConfig[0].enableOnlineStore").boolOr(false)),
            ownKey("aws:bedrock/agentAgent:AgentAgent", "the agent's memory is under AWS' own key", "customerEncryptionKeyArn"),
            ownKey("aws:bedrock/guardrail:Guardrail", "the guardrail is under AWS' own key", "kmsKeyArn"),
            ownKey("aws:bedrock/customModel:CustomModel", "the model is under AWS' own key", "customModelKmsKeyId"),
            ownKey("aws:location/tracker:Tracker", "positions are under AWS' own key", "kmsKeyId"),
            ownKey("aws:location/geofenceCollection:GeofenceCollection", "places are under AWS' own key", "kmsKeyId"),
            ownKey("aws:codegurureviewer/repositoryAssociation:RepositoryAssociation", "code is under AWS' own key",
                    "kmsKeyDetails[0].kmsKeyId").when("kmsKeyDetails[0].encryptionOption", "|AWS_OWNED_CMK|CUSTOMER_MANAGED_CMK"),
            ownKey("aws:amp/workspace:Workspace", "metrics are under AWS' own key", "kmsKeyArn"),
            ownKey("aws:appconfig/configurationProfile:ConfigurationProfile", "configuration is under AWS' own key",
                    "kmsKeyIdentifier").when("locationUri", "hosted"),
            ownKey("aws:codecommit/repository:Repository", "code is under AWS' own key", "kmsKeyId"),
            ownKey("aws:datazone/domain:Domain", "the catalogue is under AWS' own key", "kmsKeyIdentifier"),
            ownKey("aws:emr/studio:Studio", "workspaces are under AWS' own key", "encryptionKeyArn"),
            ownKey("aws:opensearchingest/pipeline:Pipeline", "buffered records are under AWS' own key",
                    "encryptionAtRestOptions[0].kmsKeyArn"),
            ownKey("aws:qbusiness/application:Application", "documents are under AWS' own key",
                    "encryptionConfiguration[0].kmsKeyId"),
            ownKey("aws:m2/application:Application", "the application is under AWS' own key", "kmsKeyId"),
            ownKey("aws:m2/environment:Environment", "the environment is under AWS' own key", "kmsKeyId"),
            ownKey("aws:sfn/activity:Activity", "work handed out is under AWS' own key", "encryptionConfiguration[0].kmsKeyId"),
            ownKey("aws:kendra/index:Index", "the index is under AWS' own key",
                    "serverSideEncryptionConfiguration[0].kmsKeyId"),
            ownKey("aws:appflow/flow:Flow", "data is under AWS' own key", "kmsArn"),
            ownKey("aws:appflow/connectorProfile:ConnectorProfile", "credentials are under AWS' own key", "kmsArn"),
            ownKey("aws:comprehend/entityRecognizer:EntityRecognizer", "the model is under AWS' own key",
                    "modelKmsKeyId"),
            ownKey("aws:comprehend/entityRecognizer:EntityRecognizer", "disks are under AWS' own key", "volumeKmsKeyId"),
            ownKey("aws:comprehend/documentClassifier:DocumentClassifier", "the model is under AWS' own key",
                    "modelKmsKeyId"),
            ownKey("aws:comprehend/documentClassifier:DocumentClassifier", "disks are under AWS' own key",
                    "volumeKmsKeyId"),
            ownKey("aws:connect/instanceStorageConfig:InstanceStorageConfig", "video is under AWS' own key",
                    "storageConfig[0].kinesisVideoStreamConfig[0].encryptionConfig[0].keyId")
                    .whenSaid("storageConfig[0].kinesisVideoStreamConfig"),
            ownKey("aws:connect/instanceStorageConfig:InstanceStorageConfig", "recordings are under AWS' own key",
                    "storageConfig[0].s3Config[0].encryptionConfig[0].keyId")
                    .whenSaid("storageConfig[0].s3Config"),
            ownKey("aws:mwaa/environment:Environment", "the environment is under AWS' own key", "kmsKey"),
            ownKey("aws:apprunner/service:Service", "images and logs are under AWS' own key",
                    "encryptionConfiguration[0].kmsKey"),
            ownKey("aws:networkfirewall/firewall:Firewall", "rules are under AWS' own key",
                    "encryptionConfiguration[0].keyId"),
            ownKey("aws:networkfirewall/firewallPolicy:FirewallPolicy", "rules are under AWS' own key",
                    "encryptionConfiguration[0].keyId"),
            ownKey("aws:networkfirewall/ruleGroup:RuleGroup", "rules are under AWS' own key",
                    "encryptionConfiguration[0].keyId"),
            ownKey("aws:sfn/stateMachine:StateMachine", "executions are under AWS' own key",
                    "encryptionConfiguration[0].kmsKeyId"),
            ownKey("aws:ssm/parameter:Parameter", "the value is under AWS' own key", "keyId")
                    .when("type", "SecureString"),
            ownKey("aws:xray/encryptionConfig:EncryptionConfig", "traces are under AWS' own key", "keyId"),
            ownKey("aws:imagebuilder/component:Component", "the component is under AWS' own key", "kmsKeyId"),
            ownKey("aws:imagebuilder/containerRecipe:ContainerRecipe", "the recipe is under AWS' own key", "kmsKeyId"),
            ownKey("aws:imagebuilder/imageRecipe:ImageRecipe", "disks of images are under AWS' own key",
                    "ebs[0].kmsKeyId")
                    .inEach("blockDeviceMappings")
                    .whenSaid("ebs"),
            ownKey("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", "images are under AWS' own key",
                    "amiDistributionConfiguration[0].kmsKeyId")
                    .inEach("distributions")
                    .whenSaid("amiDistributionConfiguration"),
            ownKey("aws:workspaces/workspace:Workspace", "desktops are under AWS' own key", "volumeEncryptionKey"),
            ownKey("aws:emr/cluster:Cluster", "logs are under AWS' own key", "logEncryptionKmsKeyId")
                    .whenSaid("logUri"));

    private ApplicationKeys() {}
}

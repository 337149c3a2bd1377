/** Words that the provider takes. */
package com.pulumi.awsx.ec2.enums;

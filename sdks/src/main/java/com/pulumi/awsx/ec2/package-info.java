/** Networks. */
package com.pulumi.awsx.ec2;

/** Parts of arguments. */
package com.pulumi.awsx.ec2.inputs;

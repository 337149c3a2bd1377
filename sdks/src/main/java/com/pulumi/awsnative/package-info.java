/** The provider aws-native, as far as Tandem uses it; names as in com.pulumi:aws-native. */
package com.pulumi.awsnative;

/** The provider awsx, as far as Tandem uses it; names as in com.pulumi:awsx. */
package com.pulumi.awsx;

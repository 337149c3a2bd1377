/** Parts of arguments. */
package com.pulumi.awsnative.inputs;

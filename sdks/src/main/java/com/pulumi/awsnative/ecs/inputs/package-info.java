/** Parts of arguments. */
package com.pulumi.awsnative.ecs.inputs;

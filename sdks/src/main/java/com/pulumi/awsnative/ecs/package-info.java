/** Services. */
package com.pulumi.awsnative.ecs;

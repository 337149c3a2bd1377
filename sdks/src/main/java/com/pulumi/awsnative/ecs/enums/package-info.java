/** Words that the provider takes. */
package com.pulumi.awsnative.ecs.enums;
